/* Puts the page together: the map, the list beside it, and what happens when a reader chooses something. */
dateline.app = (() => {
  "use strict";

  const { LONG, node, said, plural } = dateline.text;
  const { Sight, bounds, extent, fit, narrow, wide } = dateline.sight;
  const CAVEAT = "An automatic reading. Check each mark against its quoted sentence before you publish it or act on it.";
  const SOURCES = [
    "Boundaries, coasts, lakes and rivers: Natural Earth, public domain; borders as they are held, not as anyone claims them.",
    "Names and places: GeoNames (geonames.org), licensed CC BY 4.0, and the gazetteer's own additions.",
    "Map library: Leaflet, BSD 2-Clause licence.",
  ];

  function start() {
    const config = dateline.data.read("config"), data = dateline.data.open();
    dateline.marks.use(config.style);
    const map = map_dateline, main = document.getElementById("dateline"), box = map.getContainer();
    const overlay = new dateline.overlay(data.incidents, data.routes);
    const panel = makePanel(data, config, (kind, row) => choose(kind, row, true));
    main.prepend(panel.element);
    main.append(legend(data, config), credit(config));
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      Object.assign(map.options, { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false });
      map._zoomAnimated = false;
    }
    map.invalidateSize({ animate: false });
    const everything = extent(data, overlay);
    fit(map, everything);
    controls(map, () => fit(map, everything));
    const ground = base(map, config, overlay);
    overlay.addTo(map);
    const sight = new Sight(map, overlay);

    function choose(kind, row, move) {
      overlay.choose(row);
      if (move) sight.show(kind, row);
      panel.open(kind, row);
    }
    panel.closed = () => { overlay.choose(null); sight.back(); };
    point(map, overlay, box, (found) => picked(map, panel, found, choose));
    dateline.marks.onScheme(() => { ground.redraw(); overlay.redraw(); panel.redraw(); repaint(data, config); });
    if (!data.incidents.length && !data.routes.length) main.append(node("p", { class: "empty", role: "status" }, nothing(data)));
    ready();
  }

  const nothing = (data) => `Nothing to draw: no incident and no alleged route was found in ${data.documents.length === 1 ? "this report" : "these reports"}.`;

  /** Says, to whoever waits for it, that the page answers to the reader. */
  function ready() {
    requestAnimationFrame(() => {
      performance.mark("dateline-ready");
      document.documentElement.dataset.ready = "true";
    });
  }

  // ------------------------------------------------------------ the map

  function base(map, { tiles }, overlay) {
    if (tiles) return L.tileLayer(tiles.url, { maxZoom: 19, referrerPolicy: "no-referrer" }).addTo(map);
    const ground = new dateline.basemap.Tiles().addTo(map);
    dateline.basemap.load().then((basemap) => { ground.show(basemap.lines); overlay.show(basemap); document.documentElement.dataset.basemap = "true"; });
    return ground;
  }

  function controls(map, fitAll) {
    L.control.zoom({ position: "topright" }).addTo(map);
    L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
    const all = L.control({ position: "topright" });
    all.onAdd = () => {
      const button = node("button", { type: "button", class: "fit", title: "Show everything", "aria-label": "Show everything", click: fitAll }, "⤢");
      L.DomEvent.disableClickPropagation(button);
      return node("div", { class: "leaflet-bar" }, button);
    };
    all.addTo(map);
  }

  function point(map, overlay, box, pick) {
    const tip = node("div", { class: "tip", hidden: "" });
    box.append(tip);
    map.on("click", (event) => { const found = overlay.under(event.containerPoint); if (found) pick(found); });
    map.on("mousemove", (event) => {
      const found = overlay.under(event.containerPoint);
      box.classList.toggle("pointing", found !== null);
      tip.hidden = !found;
      if (!found) return;
      tip.replaceChildren(said(title(found), 140));
      tip.style.transform = `translate(${Math.min(event.containerPoint.x + 14, box.clientWidth - 270)}px, ${event.containerPoint.y + 14}px)`;
    });
    map.on("mouseout movestart", () => { tip.hidden = true; });
  }

  function title({ incidents, routes }) {
    if (routes) return routes.length > 1 ? plural(routes.length, "alleged route", "alleged routes") : `Alleged: ${dateline.words.ends(routes[0])}`;
    return incidents.length > 1 ? dateline.words.several(incidents) : `${dateline.words.what(incidents[0])}: ${dateline.words.incident(incidents[0])}`;
  }

  function picked(map, panel, found, choose) {
    const { incidents, routes, places } = found, rows = routes || incidents, kind = routes ? "route" : "incident";
    if (rows.length === 1) { choose(kind, rows[0], false); return; }
    panel.group(kind, rows);
    if (places && places.length > 1 && map.getZoom() < map.getMaxZoom()) {
      map.fitBounds(bounds(places.map(({ lat, lon }) => [lat, lon])), { padding: [80, 80], maxZoom: map.getMaxZoom() });
    }
  }

  // ------------------------------------------------------------ beside the map

  function makePanel(data, config, choose) {
    const list = node("div", { class: "home" }), over = node("div", { class: "over", hidden: "" });
    const element = node("div", { class: "panel", role: "region", "aria-label": "Incidents and routes", keydown: keys },
      node("header", {}, node("h1", {}, said(data.title, LONG)), node("p", { class: "sum" }, summary(data)), node("p", { class: "caveat" }, CAVEAT)), list, over,
      node("footer", {}, node("h2", {}, "Sources of this map"), [...SOURCES, config.tiles && config.tiles.attribution].filter(Boolean).map((line) => node("p", {}, line))));
    const panel = { element, open, group, closed: () => {}, redraw };
    let from = null, again = null;
    let wanted = null;  // what is to open: details may come late, and the reader may have moved on

    function redraw() {
      list.replaceChildren(...dateline.lists.home(data, choose, redraw));
      if (!data.incidents.length && !data.routes.length) list.prepend(node("p", { class: "nothing" }, nothing(data)));
      if (again) again();
    }
    function lay(heading, children) {
      const head = node("h2", { tabindex: "-1" }, heading);
      over.replaceChildren(node("button", { type: "button", class: "back", click: close }, "← Back to the list"), head, ...children);
      if (!over.contains(document.activeElement) && over.hidden) from = document.activeElement;
      list.hidden = true;
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
      const heading = kind === "route" ? said(dateline.words.ends(row)) : [node("span", { class: "sign" }, dateline.marks.icon(row)), dateline.words.what(row)];
      lay(heading, nodes(dateline.detail[kind](data, config.style, row, more, choose)));
      element.dataset.open = row.id;
    }
    function group(kind, rows) {
      again = () => group(kind, rows);
      wanted = rows;
      lay(kind === "route" ? plural(rows.length, "alleged route", "alleged routes") : `${dateline.words.several(rows)} here`, nodes(dateline.lists.some(kind, rows, choose)));
    }
    function close() {
      wanted = null;
      over.hidden = true;
      list.hidden = false;
      again = null;
      delete element.dataset.open;
      panel.closed();
      const back = from && from.isConnected && element.contains(from) ? from : element.querySelector(".row");
      if (back) back.focus();
    }
    function keys(event) {
      if (event.key === "Escape" && wanted) { event.preventDefault(); close(); return; }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step && event.key !== "Home" && event.key !== "End") return;
      const buttons = [...element.querySelectorAll(".row, .more")].filter((button) => button.offsetParent !== null);
      const at = buttons.indexOf(document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      const next = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : at + step;
      if (buttons[next]) buttons[next].focus();
    }
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && wanted && !element.contains(event.target)) close(); });
    redraw();
    return panel;
  }

  const nodes = (list) => list.flat(Infinity).filter((one) => one instanceof Node);

  function summary(data) {
    return [plural(data.incidents.length, "incident", "incidents"), plural(data.routes.length, "alleged route", "alleged routes"),
      `from ${plural(data.documents.length, "report", "reports")}`].join(" · ");
  }

  function legend(data, config) {
    return node("details", { class: "legend", open: wide() ? "" : null }, node("summary", {}, "Legend"), node("div", { tabindex: "0", role: "region", "aria-label": "Legend" }, dateline.legend.build(data, config.style, Boolean(config.tiles))));
  }

  function repaint(data, config) {
    document.querySelector(".legend > div").replaceChildren(...dateline.legend.build(data, config.style, Boolean(config.tiles)));
  }

  const credit = ({ tiles }) => node("p", { class: "credit" }, [tiles && tiles.attribution, "Natural Earth", "GeoNames CC BY 4.0", "Leaflet"].filter(Boolean).join(" · "));

  document.addEventListener("DOMContentLoaded", start);
})();
