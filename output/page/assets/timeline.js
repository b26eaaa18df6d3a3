/* The time axis: a histogram by type, a brush over it, a bin for what has no day, and a button that plays. */
dateline.timeline = (() => {
  "use strict";

  const { node, days: written, number } = dateline.text;
  const { iso, numbered } = dateline.rows;
  const HEIGHT = 64, LANE = 4, LANES = 5, AXIS = 15, APART = 26;  // pixels
  const BEAT = 700;  // milliseconds
  const NARROW = 0.1;  // of the axis, what playing shows where no days were picked

  /** Returns the element of the time axis; `changed()` is called when a reader picks other days. */
  function make(data, filters, classes, changed) {
    const filter = filters.days,
      bins = new dateline.timebins.Bins(filter);
    const canvas = node("canvas", { "aria-hidden": "true" }),
      band = node("div", { class: "band", hidden: "" });
    const handles = ["from", "to"].map((end) =>
      node("button", {
        type: "button",
        role: "slider",
        class: `handle ${end}`,
        "aria-label": end === "from" ? "First day shown" : "Last day shown",
        keydown: (event) => keyed(event, end),
      }),
    );
    const track = node("div", { class: "track" }, canvas, band, ...handles);
    const inputs = ["from", "to"].map((end) =>
      node("input", {
        type: "date",
        "aria-label": end === "from" ? "From" : "Until",
        change: (event) => typed(event.target, end),
      }),
    );
    const undated = node("select", {
      "aria-label": "Incidents and routes without a day",
      change: () => set({ undated: undated.value }),
    });
    const play = node("button", {
      type: "button",
      class: "play",
      "aria-pressed": "false",
      click: () => (timer ? stop() : start()),
    });
    const all = node(
      "button",
      {
        type: "button",
        class: "quiet",
        click: () => {
          stop();
          set({ from: 0, to: 0 });
        },
      },
      "All days",
    );
    const element = node(
      "section",
      { class: "time", "aria-label": "Time" },
      node(
        "div",
        { class: "bar" },
        !bins.empty && play,
        !bins.empty && node("span", { class: "range" }, inputs[0], " – ", inputs[1]),
        !bins.empty && all,
        undated,
      ),
      !bins.empty && track,
    );
    let timer = null,
      drawn = null,
      drag = null;

    // -------------------------------------------------------- what a reader does

    function set(change) { Object.assign(filter, change); changed(); }
    const span = () => ({ from: filter.from || bins.edges[0], to: filter.to || bins.edges[bins.length] - 1 });

    function keyed(event, end) {
      const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -1e6, End: 1e6 }[event.key];
      if (!steps) return;
      event.preventDefault();
      stop();
      const now = span(),
        bin = Math.max(0, Math.min(bins.length - 1, bins.at(now[end]) + steps));
      if (end === "from") set({ from: Math.min(bins.edges[bin], now.to), to: now.to });
      else set({ from: now.from, to: Math.max(bins.edges[bin + 1] - 1, now.from) });
    }
    function typed(input, end) {
      stop();
      set({ [end]: numbered(input.value) });
    }
    function dayAt(clientX) {
      const box = canvas.getBoundingClientRect(), share = Math.max(0, Math.min(1, (clientX - box.left) / box.width));
      return Math.min(bins.length - 1, Math.floor(share * bins.length));
    }
    track.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      stop();
      const bin = dayAt(event.clientX), handle = handles.indexOf(event.target), now = span();
      const [first, last] = [bins.at(now.from), bins.at(now.to)];
      if (handle >= 0) drag = { anchor: handle === 0 ? last : first };
      else if (event.target === band) drag = { move: bin, first, last };
      else drag = { anchor: bin, fresh: true };
      track.setPointerCapture(event.pointerId);
      if (drag.fresh) picked(bin, bin);
    });
    track.addEventListener("pointermove", (event) => {
      if (!drag) return;
      const bin = dayAt(event.clientX);
      if (drag.move === undefined) { picked(Math.min(drag.anchor, bin), Math.max(drag.anchor, bin)); return; }
      const by = Math.max(-drag.first, Math.min(bins.length - 1 - drag.last, bin - drag.move));
      picked(drag.first + by, drag.last + by);
    });
    for (const end of ["pointerup", "pointercancel"]) track.addEventListener(end, () => { drag = null; });
    function picked(first, last) {
      const from = bins.edges[first], to = bins.edges[last + 1] - 1;
      if (filter.from !== from || filter.to !== to) set({ from, to });
    }

    // -------------------------------------------------------- playing

    function start() {
      if (!filter.from && !filter.to) { const wide = Math.max(1, Math.round(bins.length * NARROW)); picked(0, wide - 1); }
      else if (bins.at(span().to) >= bins.length - 1) { const wide = bins.at(span().to) - bins.at(span().from); picked(0, Math.min(wide, bins.length - 1)); }
      timer = setInterval(step, BEAT);
      redraw();
    }
    function step() {
      const { from, to } = span(), first = bins.at(from), last = bins.at(to);
      if (last >= bins.length - 1) { stop(); return; }
      picked(first + 1, last + 1);
    }
    function stop() {
      if (!timer) return;
      clearInterval(timer);
      timer = null;
      redraw();
    }

    // -------------------------------------------------------- what a reader sees

    function redraw() {
      const counted = bins.count(filters.butFor(filter), classes.of, classes.colours.length),
        without = counted.undated.reduce((a, b) => a + b, 0);
      const many = number(without),
        choices = [
          ["shown", `${many} without a day (routes too): shown`],
          ["left out", `${many} without a day (routes too): left out`],
          ["alone", `Only the ${many} without a day (routes too)`],
        ];
      undated.replaceChildren(
        ...choices.map(([value, label]) =>
          node("option", { value, selected: value === filter.undated ? "" : null }, label),
        ),
      );
      if (bins.empty) return;
      play.replaceChildren(timer ? "❚❚ Stop" : "▶ Play");
      play.setAttribute("aria-pressed", String(Boolean(timer)));
      const on = filter.from > 0 || filter.to > 0, { from, to } = span();
      all.disabled = !on;
      inputs.forEach((input, i) => {
        input.value = on ? iso([from, to][i]) : "";
        input.min = iso(bins.edges[0]);
        input.max = iso(bins.edges[bins.length] - 1);
      });
      const left = (100 * bins.at(from)) / bins.length,
        right = (100 * (bins.at(to) + 1)) / bins.length;
      band.hidden = !on;
      Object.assign(band.style, { left: `${left}%`, width: `${right - left}%` });
      handles.forEach((handle, i) => {
        handle.style.left = `${[left, right][i]}%`;
        handle.setAttribute("aria-valuemin", "0"); handle.setAttribute("aria-valuemax", String(bins.length - 1));
        handle.setAttribute("aria-valuenow", String(bins.at([from, to][i])));
        handle.setAttribute("aria-valuetext", written(iso([from, to][i]), iso([from, to][i])));
      });
      drawn = counted;
      paint();
    }

    function paint() {
      const width = canvas.clientWidth || track.clientWidth, dense = Math.max(1, window.devicePixelRatio || 1), ink = dateline.marks.inks();
      if (!width || !drawn) return;
      const lanes = dateline.timebins.lanes(drawn.spans, bins.from, bins.to), deep = Math.min(LANES, 1 + Math.max(-1, ...lanes.map(([, lane]) => lane)));
      canvas.width = width * dense;
      canvas.height = (HEIGHT + AXIS) * dense;
      const ctx = canvas.getContext("2d");
      ctx.scale(dense, dense);
      const room = HEIGHT - deep * LANE - (deep ? 3 : 0), bin = width / bins.length;
      bars(ctx, room, bin, ink);
      spans(ctx, lanes, room + 3, bin, ink);
      axis(ctx, width, bin, ink);
    }
    function bars(ctx, room, bin, ink) {
      const many = classes.colours.length, { within, over } = drawn;
      let most = 1;
      for (let k = 0; k < bins.length; k++) {
        let sum = drawn.spans.length >= 60 ? over[k] : 0;
        for (let m = 0; m < many; m++) sum += within[k * many + m];
        most = Math.max(most, sum);
      }
      for (let k = 0; k < bins.length; k++) {
        let y = room;
        for (let m = 0; m < many; m++) {
          const high = (within[k * many + m] / most) * (room - 2);
          if (!high) continue;
          ctx.fillStyle = dateline.marks.colour(classes.colours[m], ink);
          ctx.fillRect(k * bin + (bin > 4 ? 0.5 : 0), y - Math.max(1, high), Math.max(1, bin - (bin > 4 ? 1 : 0)), Math.max(1, high));
          y -= high;
        }
        if (drawn.spans.length >= 60 && over[k]) {  // too many intervals to draw one by one: hollow, over every bin they may lie in
          const high = (over[k] / most) * (room - 2);
          ctx.strokeStyle = ink.city; ctx.lineWidth = 1;
          ctx.strokeRect(k * bin + 0.5, y - high, Math.max(1, bin - 1), high);
        }
      }
    }
    /** Draws what is known to several bins only as lines as long as they may be. */
    function spans(ctx, lanes, top, bin, ink) {
      if (drawn.spans.length >= 60) return;
      for (const [i, lane] of lanes) {
        if (lane >= LANES) continue;
        ctx.fillStyle = dateline.marks.colour(classes.colours[classes.of[i]], ink);
        ctx.fillRect(bins.from[i] * bin + 1, top + lane * LANE, (bins.to[i] - bins.from[i] + 1) * bin - 2, LANE - 1.5);
      }
    }
    function axis(ctx, width, bin, ink) {
      ctx.fillStyle = ink.country;
      ctx.fillRect(0, HEIGHT, width, 1);
      ctx.font = "11px system-ui, sans-serif";
      ctx.textBaseline = "top";
      const words = Array.from({ length: bins.length }, (_, k) => label(iso(bins.edges[k]), bins.unit));
      const wide = words.map((each) => ctx.measureText(each).width);
      const step = Math.ceil((Math.max(0, ...wide) + APART) / bin);  // bins from one label to the next, the same for all
      for (let k = 0; k < bins.length; k += step) {
        if (k * bin + 3 + wide[k] > width) break;
        ctx.fillRect(k * bin, HEIGHT, 1, 4);
        ctx.fillText(words[k], k * bin + 3, HEIGHT + 3);
      }
    }
    new ResizeObserver(() => paint()).observe(track);
    return { element, redraw, stop };
  }

  const label = (day, unit) =>
    ({ day: written(day, day), week: written(day, day), month: written(day, day).replace(/^\d+ /, "") })[unit] ||
    String(Number(day.slice(0, 4)));

  return { make };
})();
