/* Keeps what a reader sees in the address, after the #, so that a link reopens it. A link is anyone's text: only what
   the page itself knows is taken from it. */
dateline.hash = (() => {
  "use strict";

  const { iso, numbered } = dateline.rows;
  const LISTED = ["layer", "type", "modality", "stage", "precision", "sure", "country", "source", "report", "people"];
  const LONGEST = 8000;  // characters; no browser and no messenger passes on much more
  const MOST = 200;      // characters of a search

  /** Returns a state as the part of an address after the #. */
  function written({ filters, order, group, chosen, view }) {
    const all = new URLSearchParams();
    for (const name of LISTED) for (const key of filters[name].chosen) all.append(name, key);
    for (const effect of dateline.words.EFFECTS) if (filters[effect].on) all.set(effect, String(filters[effect].least));
    const { from, to, undated } = filters.days;
    if (from || to) all.set("days", `${from ? iso(from) : ""}..${to ? iso(to) : ""}`);
    if (undated !== "shown") all.set("undated", undated);
    if (filters.words.on) all.set("q", filters.words.text);
    if (filters.sight.on) all.set("sight", "map");
    if (order !== "date") all.set("sort", order);
    if (group !== "none") all.set("group", group);
    if (chosen) all.set("at", chosen.id);
    if (view) all.set("map", [view.center.lat.toFixed(4), view.center.lng.toFixed(4), String(view.zoom)].join("/"));
    const text = all.toString();
    return text.length > LONGEST ? "" : text;
  }

  /** Sets filters as a link says, and returns the rest: { order, group, at, view, sight, words }; what is not known is passed over. */
  function read(text, filters) {
    const all = new URLSearchParams(text.replace(/^#/, "").slice(0, LONGEST));
    for (const filter of filters.all) filter.clear();
    for (const name of LISTED) for (const key of all.getAll(name)) if (name === "people" || filters[name].numbers.has(key)) filters[name].toggle(key, true);
    for (const effect of dateline.words.EFFECTS) filters[effect].least = whole(all.get(effect));
    const [from, to] = (all.get("days") || "").split("..");
    Object.assign(filters.days, { from: numbered(from || ""), to: numbered(to || "") });
    const undated = all.get("undated");
    if (undated === "left out" || undated === "alone") filters.days.undated = undated;
    return { order: all.get("sort"), group: all.get("group"), at: all.get("at"), view: view(all.get("map")), sight: all.get("sight") === "map", words: (all.get("q") || "").slice(0, MOST) };
  }

  const whole = (text) => (/^\d{1,9}$/.test(text || "") ? Number(text) : 0);

  /** Returns a map's centre and zoom from "lat/lon/zoom", or null for what is none. */
  function view(text) {
    const parts = (text || "").split("/");
    if (parts.length !== 3 || !parts.every((part) => /^-?\d{1,4}(\.\d{1,6})?$/.test(part))) return null;
    const [lat, lon, zoom] = parts.map(Number);
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 720 && zoom >= 0 && zoom <= 19 ? { center: { lat, lng: lon }, zoom } : null;
  }

  /** Puts a state into the address, without a new step back; a page inside another's frame may not. */
  function put(text) {
    try { history.replaceState(null, "", text ? `#${text}` : "#"); } catch { /* the view is then not kept in the address */ }
  }

  return { MOST, written, read, put };
})();
