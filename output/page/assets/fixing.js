/* Lets a reader set an incident or a route right, and lists what has been set right, to be saved as a file. */
dateline.fixing = (() => {
  "use strict";

  const { LONG, node, said, country, plural } = dateline.text;
  const make = dateline.corrections;

  /** Returns the part of the page that does it. `map` is asked for a point, `back(row)` shows a row again. */
  function fixing(data, map, { back, leave }) {
    const corrections = new make.Corrections(), list = node("section", { class: "corrections", "aria-label": "Corrections" });
    const asking = node("div", { class: "asking", role: "status", hidden: "" });
    let waiting = null;  // what a reader is to choose next: a point on the map, or another incident

    function record(row, ...entries) { corrections.add(...entries); redraw(); back(row); }
    function ask(words, answer) {
      waiting = answer;
      asking.replaceChildren(node("span", {}, words), node("button", { type: "button", class: "quiet", click: stop }, "Cancel"));
      asking.hidden = false;
    }
    function stop() { waiting = null; asking.hidden = true; map.getContainer().classList.remove("aiming"); }

    /** Tells whether a click on the map, or a choice of an incident, answers what the page asks for. */
    function answer(kind, value) {
      if (!waiting || waiting.kind !== kind) return false;
      const { take } = waiting;
      stop();
      take(value);
      return true;
    }

    /** Returns the nodes that stand under the details of an incident or a route. */
    function forms(row, more) {
      const told = more.told_as || [row.id], about = corrections.about(row);
      const { values, ends } = dateline.amending;
      const parted = row.kind === "route" ? [way(row, told), ends(row, told, record, point)]
        : [place(row, more, told), values(row, more, told, record), others(row, told), parts(row, more, told)];
      return node("details", { class: "fix", open: about.length ? "" : null }, node("summary", {}, "Is something wrong here?"),
        about.map((entry) => noted(entry, () => { corrections.remove(entry); redraw(); back(row); })),
        parted,
        node(
          "p",
          { class: "about" },
          "Nothing changes on this map. What you set right is collected below the list, to be saved and drawn anew.",
        ),
      );
    }

    // -------------------------------------------------------- wrong place

    function place(row, more, told) {
      const name = more.surface,
        whole = name && node("input", { type: "radio", name: "scope", value: "name", checked: "" });
      const scope =
        name &&
        node(
          "div",
          { class: "scope" },
          node(
            "label",
            {},
            whole,
            told.length === 1 ? "wherever this report says “" : "wherever the reports say “",
            said(name, 60),
            "”",
          ),
          node("label", {}, node("input", { type: "radio", name: "scope", value: "one" }), "for this incident alone"),
        );
      const found = (chosen) =>
        record(row, whole && whole.checked ? make.renamed(row, told, name, chosen) : make.placed(row, told, chosen));
      return node(
        "fieldset",
        {},
        node("legend", {}, "Wrong place"),
        scope,
        (more.alternatives || []).map((one) =>
          node(
            "button",
            { type: "button", class: "quiet choice", click: () => found(one) },
            "It was ",
            said([one.name, one.country && country(one.country)].filter(Boolean).join(", "), LONG),
          ),
        ),
        point("Click where it was on the map.", found),
      );
    }

    /** Returns the nodes that ask for a point: a click on the map, or coordinates. */
    function point(question, found) {
      const typed = node("input", {
        type: "text",
        "aria-label": "Latitude, longitude",
        placeholder: "Latitude, longitude",
        autocomplete: "off",
        keydown: (event) => {
          if (event.key === "Enter") read();
        },
      });
      function read() {
        const there = degrees(typed.value);
        typed.setAttribute("aria-invalid", String(!there));
        if (there) found(there);
      }
      function aim() {
        map.getContainer().classList.add("aiming");
        const take = ({ lat, lng }) => found({ lat, lon: ((((lng + 540) % 360) + 360) % 360) - 180 });
        ask(question, { kind: "point", take });
      }
      return [
        node("button", { type: "button", class: "quiet choice", click: aim }, "Click on the map"),
        node("div", { class: "typed" }, typed, node("button", { type: "button", class: "quiet", click: read }, "It was there")),
      ];
    }

    // -------------------------------------------------------- no incident, the same event, several events

    function others(row, told) {
      return node("fieldset", {}, node("legend", {}, "Wrong event"),
        node("button", { type: "button", class: "quiet choice", click: () => record(row, make.struck(row, told)) }, "Not an incident"),
        node("button", { type: "button", class: "quiet choice", click: () => {
          ask("Choose the other incident, in the list or on the map.", { kind: "incident", take: async (other) => {
            if (other === row) { back(row); return; }
            const more = await data.detail("incidents", other.index);
            record(row, make.same(row, told, other, more.told_as || [other.id]));
          } });
          leave();
        } }, "Same event as …"));
    }

    function parts(row, more, told) {
      if (told.length < 2 && more.claims.length < 2) return null;
      const several = told.length > 1, length = several ? told.length : more.claims.length;
      const ticks = Array.from({ length }, (_, i) => node("input", { type: "checkbox", value: String(i) }));
      const name = (i) => (several ? said(told[i], LONG) : said(`${i + 1}. ${dateline.text.oneLine(more.claims[i].text || "")}`, 90));
      const divide = () => {
        const picked = ticks.flatMap((tick, i) => (tick.checked ? [i] : []));
        if (!picked.length || picked.length === length) return;
        record(row, several ? make.apart(row, told, picked.map((i) => told[i])) : make.split(row, picked.map((i) => i + 1)));
      };
      return node(
        "fieldset",
        {},
        node("legend", {}, "Several events"),
        node("p", { class: "about" }, `Tick ${several ? "the tellings" : "the claims"} of the other event.`),
        ticks.map((tick, i) => node("label", { class: "choice" }, tick, name(i))),
        node("button", { type: "button", class: "quiet", click: divide }, "Split"),
      );
    }

    // -------------------------------------------------------- no route, or another

    function way(row, told) {
      const choice = (words, made) =>
        node("button", { type: "button", class: "quiet choice", click: () => record(row, made(row, told)) }, words);
      return node(
        "fieldset",
        {},
        node("legend", {}, "Wrong route"),
        choice("Not a route", make.noRoute),
        choice("It led the other way", make.otherWay),
      );
    }

    // -------------------------------------------------------- what has been set right

    function redraw() {
      const { all } = corrections;
      list.hidden = !all.length;
      list.replaceChildren(
        node("h2", {}, "Corrections", node("span", { class: "count" }, ` ${all.length}`)),
        ...all.map((entry) =>
          noted(entry, () => {
            corrections.remove(entry);
            redraw();
          }),
        ),
        node(
          "button",
          {
            type: "button",
            class: "more save",
            click: () => dateline.saving.save("corrections.toml", "application/toml", corrections.toml()),
          },
          `Save ${plural(all.length, "correction", "corrections")} as a file`,
        ),
        node("p", { class: "about" }, "Draw again with dateline map … --corrections corrections.toml"),
      );
    }
    const noted = (entry, undo) =>
      node(
        "p",
        { class: "noted" },
        said(entry.words, LONG),
        node("button", { type: "button", class: "quiet", click: undo }, "Undo"),
      );

    window.addEventListener("beforeunload", (event) => {
      if (!corrections.saved) event.preventDefault();
    });
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape" && waiting) {
          event.preventDefault();
          event.stopImmediatePropagation();
          stop();
        }
      },
      true,
    );
    redraw();
    return { list, asking, forms, answer };
  }

  /** Returns the point that "36.34, 43.13" says, or null. */
  function degrees(text) {
    const parts = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
    if (!parts) return null;
    const [lat, lon] = [Number(parts[1]), Number(parts[2])];
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
  }

  return { make: fixing, degrees };
})();
