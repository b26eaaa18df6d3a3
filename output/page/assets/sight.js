/* What of the world is in sight: all that is drawn, or what a reader chose, and back to where they were. */
dateline.sight = (() => {
  "use strict";

  const CLOSE = 7;      // zoom at which a place is seen with the towns and borders around it
  const NEAR = 4;       // zoom at which a map shows a part of the world only
  const CLOSEST = 12;   // zoom to go to for one of several places close together
  const AROUND = 0.6;   // of an area's size, left around it so that a reader sees where it lies

  /** Returns the corners of all that is shown, with the shortest span of longitudes, or null. */
  function extent(data, overlay, filters) {
    const points = overlay.ends();
    for (const { index, origin, destination } of data.routes) {
      if (!origin || !destination || !filters.passes(data.incidents.length + index)) continue;
      points.push([origin.lat, origin.lon], [destination.lat, destination.lon]);
    }
    return bounds(points);
  }

  function around(row, overlay) {
    const area = overlay.area(row);
    return area ? area.ends.map(([lon, lat]) => [lat, lon]) : [[row.place.lat, row.place.lon]];
  }

  function bounds(points) {
    if (!points.length) return null;
    const lats = Float64Array.from(points, ([lat]) => Math.max(-84, Math.min(84, lat)));
    const lons = Float64Array.from(points, ([, lon]) => (((lon % 360) + 540) % 360) - 180).sort();
    let west = lons[0],
      widest = lons[0] + 360 - lons[lons.length - 1];
    for (let i = 1; i < lons.length; i++)
      if (lons[i] - lons[i - 1] > widest) {
        widest = lons[i] - lons[i - 1];
        west = lons[i];
      }
    const least = (list) => list.reduce((a, b) => Math.min(a, b)),
      most = (list) => list.reduce((a, b) => Math.max(a, b));
    return L.latLngBounds([least(lats), west], [most(lats), west + 360 - widest]);
  }

  function fit(map, corners) {
    if (corners) map.fitBounds(corners, { ...margins(60), maxZoom: 10, animate: false });
    else map.setView([20, 10], 2, { animate: false });
  }

  /** Remembers where a reader was before the first choice, for as long as they do not move the map themselves. */
  class Sight {
    constructor(map, overlay) {
      Object.assign(this, { map, overlay, before: null });
      const forget = () => { this.before = null; };
      map.on("dragstart", forget);
      for (const act of ["wheel", "dblclick"]) map.getContainer().addEventListener(act, forget, { passive: true });
    }

    /** Brings a row into sight with some of the land around it; what is never drawn moves nothing. */
    show(kind, row) {
      const corners = this.corners(kind, row);
      if (!corners) return;
      this.before = this.before || { center: this.map.getCenter(), zoom: this.map.getZoom() };
      let zoom = Math.max(CLOSE, this.map.getZoom());
      while (zoom < CLOSEST && this.overlay.crowded(row, zoom)) zoom += 1;
      this.map.fitBounds(corners, { ...margins(70), maxZoom: zoom });
    }

    corners(kind, row) {
      if (kind === "route")
        return row.origin && row.destination
          ? bounds([
              [row.origin.lat, row.origin.lon],
              [row.destination.lat, row.destination.lon],
            ])
          : null;
      if (!row.place || row.drawn === "unlocated" || row.drawn === "parts") return null;
      const corners = bounds(around(row, this.overlay));
      return row.drawn === "area" ? corners.pad(AROUND) : corners;
    }

    /** Goes back to where the reader was. */
    back() {
      if (this.before) this.map.setView(this.before.center, this.before.zoom);
      this.before = null;
    }
  }

  /** Folds the legend up on a map of half the world, whose lands it would cover. */
  function fold(map, corners) {
    const legend = document.querySelector(".legend");
    if (!corners || !legend.open) return;
    const { paddingTopLeft: [left, top], paddingBottomRight: [right, bottom] } = margins(60);
    legend.open = map.getBoundsZoom(corners, false, L.point(left + right, top + bottom)) >= NEAR;
  }

  /** Returns the room to leave around what is shown: more where the legend stands open over the map. */
  function margins(pixels) {
    const legend = document.querySelector(".legend"),
      taken = legend && legend.open && wide() ? legend.offsetWidth + 10 : 0;
    return { paddingTopLeft: [pixels, pixels], paddingBottomRight: [pixels + taken, pixels] };
  }
  const wide = () => window.matchMedia("(min-width: 1000px)").matches;

  const narrow = () => window.matchMedia("(max-width: 720px)").matches;

  return { Sight, bounds, extent, fit, fold, narrow, wide };
})();
