/* What stands around the map: basemap, controls, legend, credit, and the tip under the pointer. */
dateline.mapparts = (() => {
  "use strict";

  const { node, said, plural } = dateline.text;
  const { bounds, wide } = dateline.sight;

  function base(map, { tiles }, overlay) {
    if (tiles) return L.tileLayer(tiles.url, { maxZoom: 19, referrerPolicy: "no-referrer" }).addTo(map);
    const ground = new dateline.basemap.Tiles().addTo(map);
    dateline.basemap.load().then((basemap) => {
      ground.show(basemap.lines);
      overlay.show(basemap);
      document.documentElement.dataset.basemap = "true";
    });
    return ground;
  }

  function controls(map, fitAll) {
    L.control.zoom({ position: "topright" }).addTo(map);
    L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
    const all = L.control({ position: "topright" });
    all.onAdd = () => {
      const button = node(
        "button",
        {
          type: "button",
          class: "fit",
          title: "Show all that is listed",
          "aria-label": "Show all that is listed",
          click: fitAll,
        },
        "⤢",
      );
      L.DomEvent.disableClickPropagation(button);
      return node("div", { class: "leaflet-bar" }, button);
    };
    all.addTo(map);
  }

  /** Lets a reader point at what is drawn; `pick(found)` is called with what they click on, unless `aim(point)` wants it. */
  function point(map, overlay, pick, aim) {
    const box = map.getContainer(), tip = node("div", { class: "tip", hidden: "" });
    box.append(tip);
    map.on("click", (event) => {
      if (aim(event.latlng)) return;
      const found = overlay.under(event.containerPoint);
      if (found) pick(found);
    });
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
    if (routes)
      return routes.length > 1
        ? plural(routes.length, "alleged route", "alleged routes")
        : `Alleged: ${dateline.words.ends(routes[0])}`;
    return incidents.length > 1
      ? dateline.words.several(incidents)
      : `${dateline.words.what(incidents[0])}: ${dateline.words.incident(incidents[0])}`;
  }

  /** Opens what a reader clicked on: the one, or a list of several, closer up where they lie apart. */
  function picked(map, panel, { incidents, routes, places }, choose) {
    const rows = routes || incidents, kind = routes ? "route" : "incident";
    if (rows.length === 1) { choose(kind, rows[0], false); return; }
    panel.group(kind, [...rows]);  // a copy, since the next filter fills the map's own lists anew
    if (places && places.length > 1 && map.getZoom() < map.getMaxZoom()) {
      map.fitBounds(bounds(places.map(({ lat, lon }) => [lat, lon])), { padding: [80, 80], maxZoom: map.getMaxZoom() });
    }
  }

  const signs = (data, config) => dateline.legend.build(data, config.style, Boolean(config.tiles));
  function legend(data, config) {
    window.addEventListener("beforeprint", () => {
      document.querySelector(".legend").open = true;
    });
    return node(
      "details",
      { class: "legend", open: wide() ? "" : null },
      node("summary", {}, "Legend"),
      node("div", { tabindex: "0", role: "region", "aria-label": "Legend" }, signs(data, config)),
    );
  }
  const repaint = (data, config) => document.querySelector(".legend > div").replaceChildren(...signs(data, config));

  const credit = ({ tiles }) =>
    node(
      "p",
      { class: "credit" },
      [tiles && tiles.attribution, "Natural Earth", "GeoNames CC BY 4.0", "Leaflet"].filter(Boolean).join(" · "),
    );

  return { base, controls, point, picked, legend, repaint, credit };
})();
