/* The panel beside the map: the list, and over it the details of what a reader chose. */
dateline.panel = (() => {
  "use strict";

  const { LONG, node, said, plural } = dateline.text;
  const { narrow } = dateline.sight;
  const CAVEAT =
    "An automatic reading. Check each mark against its quoted sentence before you publish it or act on it.";
  const LOOKED_FOR = [
    "Looked for were, in English: attacks, fighting, killings, arrests, abductions, seizures, protests and the like, told as having happened,",
    "tried or threatened; and arms, fighters, money or goods that are said to go from one place to another.",
  ].join(" ");
  const SOURCES = [
    "Boundaries, coasts, lakes and rivers: Natural Earth, public domain; borders as they are held, not as anyone claims them.",
    "Names and places: GeoNames (geonames.org), licensed CC BY 4.0, and the gazetteer's own additions.",
    "Map library: Leaflet, BSD 2-Clause licence.",
  ];

  /** Returns the panel. `parts` stand above the list, `below` under it; `detail(kind, row, more)` gives the nodes of a row. */
  function make(data, config, { parts, below, lay, detail, choose }) {
    const list = node("div", { class: "list" }),
      home = node("div", { class: "home" }, parts, list, below),
      over = node("div", { class: "over", hidden: "" });
    const element = node(
      "div",
      { class: "panel", role: "region", "aria-label": "Incidents and routes", keydown: keys },
      node(
        "header",
        {},
        node("h1", {}, said(data.title, LONG)),
        node("p", { class: "sum" }, summary(data)),
        node("p", { class: "caveat" }, CAVEAT),
      ),
      home,
      over,
      node(
        "footer",
        {},
        node("h2", {}, "Sources of this map"),
        [...SOURCES, config.tiles && config.tiles.attribution].filter(Boolean).map((line) => node("p", {}, line)),
      ),
    );
    const panel = { element, open, group, close, closed: () => {}, redraw, again: () => again && again() };
    let from = null, again = null;
    let wanted = null;  // what is to open: details may come late, and the reader may have moved on

    function redraw() {
      const focused = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
      list.replaceChildren(...lay());
      if (!data.incidents.length && !data.routes.length) list.prepend(...empty(data));
      const back = focused && [...list.querySelectorAll(".row")].find((one) => one.dataset.key === focused);
      if (back) back.focus();
    }
    function show(heading, children) {
      const head = node("h2", { tabindex: "-1" }, heading);
      over.replaceChildren(
        node("button", { type: "button", class: "back", click: close }, "← Back to the list"),
        head,
        ...children,
      );
      if (!over.contains(document.activeElement) && over.hidden) from = document.activeElement;
      home.hidden = true;
      over.hidden = false;
      element.scrollTop = 0;
      if (narrow()) head.scrollIntoView();
      head.focus({ preventScroll: true });
    }
    async function open(kind, row) {
      again = () => open(kind, row);
      wanted = row;
      const more = await data.detail(`${kind}s`, row.index);
      if (wanted !== row) return;
      const heading =
        kind === "route"
          ? said(dateline.words.ends(row))
          : [node("span", { class: "sign" }, dateline.marks.icon(row)), dateline.words.what(row)];
      show(heading, nodes(detail(kind, row, more)));
      element.dataset.open = row.id;
    }
    function group(kind, rows) {
      again = () => group(kind, rows);
      wanted = rows;
      show(
        kind === "route"
          ? plural(rows.length, "alleged route", "alleged routes")
          : `${dateline.words.several(rows)} here`,
        nodes(dateline.lists.some(kind, rows, choose)),
      );
    }
    function close() {
      const key = wanted && wanted.kind ? `${wanted.kind[0]}${wanted.index}` : null;
      wanted = null;
      over.hidden = true;
      home.hidden = false;
      again = null;
      delete element.dataset.open;
      panel.closed();
      const same = key && [...list.querySelectorAll(".row")].find((one) => one.dataset.key === key);
      const back = same || (from && from.isConnected && element.contains(from) ? from : element.querySelector(".row"));
      if (back) back.focus();
    }
    function keys(event) {
      if (event.key === "Escape" && wanted) { event.preventDefault(); close(); return; }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step && event.key !== "Home" && event.key !== "End") return;
      const buttons = [...element.querySelectorAll(".row, .more, .group > summary")].filter(
        (button) => button.offsetParent !== null,
      );
      const at = buttons.indexOf(document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      const next = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : at + step;
      if (buttons[next]) buttons[next].focus();
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && wanted && !element.contains(event.target) && !event.defaultPrevented) close();
    });
    return panel;
  }

  const nodes = (list) => list.flat(Infinity).filter((one) => one instanceof Node);
  const these = (data) => (data.documents.length === 1 ? "this report" : "these reports");
  function nothing(data) {
    const filtered = data.notes.some((note) => note.startsWith("left out"));
    return `Nothing to draw: ${filtered ? `all that was found in ${these(data)} was left out, as the notes say.` : `no incident and no alleged route was found in ${these(data)}.`}`;
  }

  /** Returns what an empty list says: that nothing is drawn, what was looked for, and which places were read all the same. */
  function empty(data) {
    const places = data.named.length
      ? [
          `Places that are named in ${these(data)}, and where nothing was found: `,
          said(data.named.join(", "), LONG),
          ".",
        ]
      : `No place is named in ${these(data)}, or none that the gazetteer has.`;
    return [
      node("p", { class: "nothing" }, nothing(data)),
      node("p", { class: "about" }, LOOKED_FOR),
      node("p", { class: "about" }, places),
    ];
  }

  function summary(data) {
    return [
      plural(data.incidents.length, "incident", "incidents"),
      plural(data.routes.length, "alleged route", "alleged routes"),
      `from ${plural(data.documents.length, "report", "reports")}`,
    ].join(" · ");
  }

  return { make, nothing };
})();
