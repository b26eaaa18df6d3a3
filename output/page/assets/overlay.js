/* One canvas over the basemap with everything that the reports say; it knows what lies under a point. */
dateline.overlay = (() => {
  "use strict";

  const MARGIN = 0.15;  // of the map's size, drawn beyond each edge so that a short drag shows no gap
  const NEAR = 8;       // pixels
  const AROUND = 400;   // pixels, from a place to those that may decide what it stands together with
  const SMALLEST = 28;  // pixels; an area within its mark's own ring would only blur it
  const CROWD = 120;    // arrows in view; more are drawn thin, so that the map stays to be seen

  return L.Layer.extend({
    /** `chosen` holds the incident or route that the reader is looking at. */
    initialize(data, colours) {
      Object.assign(this, { _routes: data.routes, _first: data.incidents.length, chosen: null });
      this._spots = new dateline.spread.Spots(data, colours);
      this._allAreas = new dateline.areas.Areas(data, colours);
      this.take(new Uint8Array(data.incidents.length + data.routes.length));
    },
    /** Shows the incidents and routes that nothing leaves out: those with 0 in `failing`. */
    take(failing) {
      this._places = this._spots.fill(failing);
      this._areas = this._allAreas.fill(failing);
      this._arrows = dateline.arrows.arrows(this._routes.filter((_, i) => failing[this._first + i] === 0));
      this._laidOut = null;
      this.redraw();
    },
    onAdd(map) {
      this._canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated", this.getPane());
      this._canvas.setAttribute("aria-hidden", "true");
      map.on("moveend resize viewreset", this.redraw, this);
      if (map.options.zoomAnimation) map.on("zoomanim", this._follow, this);
      map.on("zoom", this._zooming, this);
      this.redraw();
    },
    onRemove(map) {
      map
        .off("moveend resize viewreset", this.redraw, this)
        .off("zoomanim", this._follow, this)
        .off("zoom", this._zooming, this);
      this._canvas.remove();
    },
    show(basemap) { this._basemap = basemap; this.redraw(); },
    /** Returns the area that an incident is drawn as, if it is. */
    area(incident) { return this._allAreas.of(incident); },
    /** Returns the points and corners of all that is shown, as [latitude, longitude]. */
    ends() {
      const corners = this._areas.flatMap(({ ends }) => ends.map(([lon, lat]) => [lat, lon]));
      return corners.concat(this._places.map(({ place: { lat, lon } }) => [lat, lon]));
    },
    choose(row) { this.chosen = row; this.redraw(); },
    _incident() { return this.chosen && this.chosen.kind === "incident" ? this.chosen : null; },

    /** Keeps the canvas over the same ground while the map zooms. */
    _follow({ center, zoom }) {
      const scale = this._map.getZoomScale(zoom, this._zoom);
      const offset = this._map._latLngToNewLayerPoint(this._corner, zoom, center);
      L.DomUtil.setTransform(this._canvas, offset, scale);
    },
    _zooming() { this._follow({ center: this._map.getCenter(), zoom: this._map.getZoom() }); },

    redraw() {
      const map = this._map;
      if (!map) return;
      const size = map.getSize(),
        pad = size.multiplyBy(MARGIN).round(),
        dense = window.devicePixelRatio || 1;
      const corner = map.containerPointToLayerPoint(pad.multiplyBy(-1)),
        width = size.x + 2 * pad.x,
        height = size.y + 2 * pad.y;
      Object.assign(this._canvas, { width: width * dense, height: height * dense });
      Object.assign(this._canvas.style, { width: `${width}px`, height: `${height}px` });
      L.DomUtil.setPosition(this._canvas, corner);
      this._corner = map.layerPointToLatLng(corner);
      this._zoom = map.getZoom();
      this._pad = pad;
      const origin = map.getPixelOrigin().add(corner), scale = 256 * 2 ** this._zoom;
      const ctx = this._canvas.getContext("2d");
      ctx.scale(dense, dense);
      this._paint(ctx, view(origin, scale, width, height, this._zoom));
    },

    _paint(ctx, at) {
      const ink = dateline.marks.inks();
      this._drawn = { areas: [], arrows: [], marks: [] };
      for (const area of this._areas) this._paintArea(ctx, area, at, ink);
      this._paintArrows(ctx, at, ink);
      const blocks = this._blocks(at), arrows = this._drawn.arrows.slice(0, CROWD);
      dateline.labels.draw(ctx, this._basemap, blocks, arrows, at, ink);
      for (const block of blocks) this._paintBlock(ctx, block, ink);
    },
    _paintArea(ctx, area, at, ink) {
      if ((area.box[2] - area.box[0]) * at.scale < SMALLEST) return;
      if (area.box[3] * at.scale < at.top || area.box[1] * at.scale > at.top + at.height) return;
      const chosen = this._incident() && this.area(this._incident()) === area;
      for (const left of at.copies(area.box[0], area.box[2])) {
        const types = this._allAreas.groups.shares([area]).map(([type]) => type);
        const path = dateline.areas.draw(ctx, area, types, at.scale, left, at.top, ink, chosen);
        this._drawn.areas.push({ path, area });
      }
    },
    _paintArrows(ctx, at, ink) {
      const slack = 60 / at.scale, { arrows } = this._drawn;
      for (const arrow of this._arrows) {
        for (const left of at.copies(arrow.west - slack, arrow.east + slack)) {
          arrows.push({ arrow, line: dateline.arrows.bend(arrow, at.scale, left, at.top), routes: arrow.routes });
        }
      }
      for (const { arrow, line, routes } of arrows) {
        const chosen = routes.includes(this.chosen);
        if (arrows.length > CROWD && !chosen) dateline.arrows.thin(ctx, line, ink);
        else dateline.arrows.draw(ctx, line, arrow, ink, chosen);
      }
    },
    /** Returns the blocks of marks that can be seen, in pixels of the canvas. */
    _blocks(at) {
      if (this._laidOut !== at.scale) {
        this._layout = dateline.spread.layout(this._places, at.scale);
        this._laidOut = at.scale;
      }
      const seen = [];
      for (const block of this._layout) {
        if (!at.high(block.y)) continue;
        const half = block.counted ? 22 : 16 * block.count;
        for (const [x, y] of at.pixels(block.x / at.scale, block.y / at.scale)) seen.push({ block, x, y, half });
      }
      return seen;
    },
    _paintBlock(ctx, { block, x, y }, ink) {
      const { marks } = this._drawn;
      if (block.counted) {
        const radius = dateline.marks.counted(ctx, block.shares, block.count, x, y, ink);
        if (this._incident() && block.spots.includes(this._spots.of(this._incident())))
          halo(ctx, x, y, radius + 5, ink);
        marks.push({ x, y, radius, block });
        return;
      }
      const slots = dateline.spread.slots(block.count);
      block.incidents.forEach((incident, i) => {
        const at = x + slots[i];
        if (incident === this.chosen) halo(ctx, at, y, dateline.marks.RING + 4, ink);
        dateline.marks.draw(ctx, incident, at, y, ink);
        marks.push({ x: at, y, radius: 13, block, incidents: [incident] });
      });
    },

    /** Tells whether an incident would stand too close to other places to be seen at a zoom. */
    crowded(row, zoom) {
      const spot = this._spots.of(row), scale = 256 * 2 ** zoom;
      if (!spot) return false;
      const near = this._places.filter(
        ({ x, y }) => Math.abs(x - spot.x) * scale < AROUND && Math.abs(y - spot.y) * scale < AROUND,
      );
      const block = dateline.spread.layout(near, scale).find(({ spots }) => spots.includes(spot));
      return Boolean(block) && (block.spots.length > 1 || block.astray);
    },

    /** Returns what lies under a point of the map's container: marks before arrows before areas, or null. */
    under(point) {
      const x = point.x + this._pad.x, y = point.y + this._pad.y, { marks, arrows, areas } = this._drawn;
      const mark = [...marks].reverse().find((one) => Math.hypot(one.x - x, one.y - y) <= one.radius + 3);
      if (mark) return { incidents: mark.incidents || mark.block.incidents, places: mark.block.places };
      const found = arrows.filter((one) => dateline.arrows.hit(one.line, x, y, NEAR)).flatMap((one) => one.routes);
      if (found.length) return { routes: [...new Set(found)] };
      return this._areaUnder(areas, x, y);
    },
    _areaUnder(areas, x, y) {
      const ctx = this._canvas.getContext("2d"), dense = window.devicePixelRatio || 1;
      const area = [...areas].reverse().find((one) => ctx.isPointInPath(one.path, x * dense, y * dense, "evenodd"));
      if (!area) return null;
      const incidents = this._allAreas.incidents(area.area);
      return { incidents, places: [incidents[0].place] };
    },
  });

  /** Returns how the canvas looks at the world: which copies of a stretch of longitude it shows, and where. */
  function view(origin, scale, width, height, zoom) {
    const copies = (from, to) => {
      const shifts = [];
      for (let k = Math.ceil(origin.x / scale - to); k <= Math.floor((origin.x + width) / scale - from); k++)
        shifts.push(origin.x - k * scale);
      return shifts;
    };
    const high = (py) => py > origin.y - 40 && py < origin.y + height + 40;
    const pixels = (x, y) => {
      const slack = 40 / scale;
      return high(y * scale)
        ? copies(x - slack, x + slack).map((left) => [x * scale - left, y * scale - origin.y])
        : [];
    };
    return { scale, zoom, width, height, top: origin.y, copies, high, pixels, at: pixels };
  }

  function halo(ctx, x, y, radius, ink) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.strokeStyle = ink.select;
    ctx.lineWidth = 3;
    ctx.stroke();
  }
})();
