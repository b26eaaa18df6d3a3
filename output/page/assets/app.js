/* Puts the page together: the map, the list beside it, the time below it, and what happens when a reader changes something. */
dateline.app = (() => {
  "use strict";

  const { node } = dateline.text;
  const { Sight, extent, fit, fold } = dateline.sight;
  const parts = dateline.mapparts;
  const PAUSE = 200;  // milliseconds without a change before the address follows

  async function start() {
    const config = dateline.data.read("config"), data = await dateline.data.open();
    dateline.marks.use(config.style);
    const map = map_dateline, main = document.getElementById("dateline");
    const filters = dateline.facets.make(data), index = new dateline.search.Index(data);
    const state = { filters, order: "date", group: "none", chosen: null, view: null };
    const colours = dateline.tallies.byColour(data), overlay = new dateline.overlay(data, colours);

    const finding = dateline.filterpanel.make(data, config.style, filters, index, { changed, ask, clear });
    const time = dateline.timeline.make(data, filters, colours, () => changed(filters.days));
    const layList = dateline.lists.make(data);
    const fixing = dateline.fixing.make(data, map, {
      back: (row) => choose(row.kind, row, false),
      leave: () => panel.close(),
    });
    const panel = dateline.panel.make(data, config, {
      parts: [data.incidents.length + data.routes.length > 0 && finding.element],
      below: [fixing.list, data.incidents.length + data.routes.length > 0 && dateline.download.make(data, filters)],
      lay: () =>
        [data.incidents.length > 1 && dateline.lists.arranging(state, arrange), ...layList(state, fromList)].filter(
          Boolean,
        ),
      detail: (kind, row, more) => [
        ...dateline.detail[kind](data, config.style, row, more, fromList),
        fixing.forms(row, more),
      ],
      choose: fromList,
    });
    main.prepend(panel.element);
    main.append(parts.legend(data, config), parts.credit(config), fixing.asking);
    if (data.incidents.length + data.routes.length > 0) main.append(time.element);
    calm(map);
    map.invalidateSize({ animate: false });

    function fromList(kind, row) { choose(kind, row, true); }
    function choose(kind, row, move) {
      if (fixing.answer(kind, row)) return Promise.resolve();
      state.chosen = row;
      overlay.choose(row);
      if (move) sight.show(kind, row);
      remember();
      return panel.open(kind, row);
    }
    function arrange(change) {
      const [name] = Object.keys(change);
      if (name === "sight") { filters.sight.box = change.sight ? box() : null; changed(filters.sight); }
      else { Object.assign(state, change); panel.redraw(); remember(); }
      panel.element.querySelector(`.sorting [name="${name}"]`).focus();
    }
    const box = () => {
      const seen = map.getBounds();
      return { west: seen.getWest(), south: seen.getSouth(), east: seen.getEast(), north: seen.getNorth() };
    };

    // -------------------------------------------------------- filters

    function changed(...which) {
      filters.changed(...which);
      refresh();
    }
    let narrowed = false;
    function refresh() {
      if (filters.on || narrowed) overlay.take(filters.failing);
      narrowed = filters.on;
      finding.redraw();
      time.redraw();
      panel.redraw();
      remember();
    }
    function clear() { time.stop(); filters.clear(); refresh(); }
    async function ask(text) {
      filters.words.text = text.trim() ? text : "";
      busy(true);
      if (!filters.words.on) { changed(filters.words); return; }
      await index.read((share) => finding.tell(`Reading the claims: ${Math.round(100 * share)} %`));
      if (filters.words.text !== text) return;
      dateline.filterpanel.takePeople(index, filters);
      index.find(text, filters.words.hits);
      changed(filters.words);
    }

    // -------------------------------------------------------- the address

    let pending = 0, reading = false;
    function remember() {
      if (reading) return;
      clearTimeout(pending);
      busy(true);
      pending = setTimeout(() => { dateline.hash.put(dateline.hash.written(state)); busy(false); }, PAUSE);
    }
    /** Takes over what a link says; claims are read only where it asks for words or participants. */
    async function follow() {
      reading = true;
      busy(true);
      const { order, group, at, view, words, sight: all } = dateline.hash.read(location.hash, filters);
      state.order = Object.hasOwn(dateline.orders.ORDERS, order || "") ? order : "date";
      state.group = Object.hasOwn(dateline.orders.GROUPS, group || "") ? group : "none";
      if (filters.people.on) {
        await index.read(() => {});
        dateline.filterpanel.takePeople(index, filters);
        filters.people.keep();
      }
      filters.changed();
      refresh();
      if (view) { map.setView(view.center, view.zoom, { animate: false }); state.view = view; }
      else if (filters.on) fit(map, shown());
      if (all) { filters.sight.box = box(); changed(filters.sight); }
      const row = at && (data.incidents.find(({ id }) => id === at) || data.routes.find(({ id }) => id === at));
      if (row) await choose(row.kind, row, !view);
      if (words) await ask(words);
      reading = false;
      remember();
    }

    const shown = () => extent(data, overlay, filters);
    fold(map, shown());
    fit(map, shown());
    parts.controls(map, () => fit(map, shown()));
    const ground = parts.base(map, config, overlay);
    overlay.addTo(map);
    const sight = new Sight(map, overlay);
    panel.closed = () => {
      state.chosen = null;
      overlay.choose(null);
      sight.back();
      remember();
    };
    parts.point(
      map,
      overlay,
      (found) => parts.picked(map, panel, found, choose),
      (point) => fixing.answer("point", point),
    );
    dateline.marks.onScheme(() => {
      ground.redraw();
      overlay.redraw();
      time.redraw();
      panel.redraw();
      panel.again();
      parts.repaint(data, config);
    });
    if (!data.incidents.length && !data.routes.length)
      main.append(node("p", { class: "empty", role: "status" }, dateline.panel.nothing(data)));
    if (location.hash.length > 1) await follow();
    else refresh();
    map.on("moveend", () => {
      state.view = { center: map.getCenter(), zoom: map.getZoom() };
      if (filters.sight.on) { filters.sight.box = box(); changed(filters.sight); } else remember();
    });
    window.addEventListener("hashchange", () => {
      if (location.hash.slice(1) !== dateline.hash.written(state)) follow();
    });
    ready();
  }

  /** Lets nothing move by itself where a reader asks for that. */
  function calm(map) {
    if (!window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    Object.assign(map.options, {
      zoomAnimation: false,
      fadeAnimation: false,
      markerZoomAnimation: false,
      inertia: false,
    });
    map._zoomAnimated = false;
  }

  /** Says, to whoever waits for it, whether the page has still to follow what a reader did. */
  const busy = (now) => document.documentElement.toggleAttribute("data-pending", now);

  /** Says, to whoever waits for it, that the page answers to the reader. */
  function ready() {
    requestAnimationFrame(() => {
      performance.mark("dateline-ready");
      document.documentElement.dataset.ready = "true";
    });
  }

  document.addEventListener("DOMContentLoaded", start);
})();
