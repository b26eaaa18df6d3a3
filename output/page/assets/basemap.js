/* Draws the bundled basemap as tiles that are painted here, and knows its labels. */
dateline.basemap = (() => {
  "use strict";

  const { inflate } = dateline.data;
  const RIVERS_UNTIL = 8;  // closer in, their lines are too coarse to be true
  const UNITS_UNTIL = 10;
  const SMALLEST_STEP = 0.7;  // pixels

  /** Returns the unit square's x and y (Web Mercator, EPSG:3857) of degrees. */
  function project(lon, lat) {
    const sine = Math.sin((Math.max(-85.06, Math.min(85.06, lat)) * Math.PI) / 180);
    return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  }

  /** Returns lines with their boxes, from variable-length integers as `output/page/build_basemap.py` writes them. */
  function decode(bytes, perDegree) {
    let at = 0;
    const lines = [];
    function varint() {
      let value = 0, shift = 0, byte;
      do { byte = bytes[at++]; value |= (byte & 127) << shift; shift += 7; } while (byte > 127);
      return value >>> 0;
    }
    const signed = (value) => (value >>> 1) ^ -(value & 1);
    while (at < bytes.length) {
      const length = varint(), points = new Float32Array(2 * length), box = [1, 1, 0, 0];
      let lon = 0, lat = 0;
      for (let i = 0; i < length; i++) {
        lon += signed(varint());
        lat += signed(varint());
        const [x, y] = project(lon / perDegree, lat / perDegree);
        points[2 * i] = x;
        points[2 * i + 1] = y;
        box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
      }
      lines.push({ points, box });
    }
    return lines;
  }

  async function load() {
    const raw = dateline.data.read("basemap"), lines = {};
    const layer = async (base64) => decode(await inflate(base64), raw.steps);
    await Promise.all(Object.entries(raw.layers).map(async ([name, base64]) => { lines[name] = await layer(base64); }));
    lines.units = (await Promise.all(raw.first_order.map(layer))).flat();
    return { lines, countries: raw.countries, capitals: raw.capitals };
  }

  /** Adds one line to the current path, without what lies far outside the tile or closer than a pixel can show. */
  function trace(ctx, line, view, edges) {
    const { points } = line, { scale, left, top, size } = view, margin = 8;
    let lastX = 0, lastY = 0, lastSide = 0, skipped = false, begun = false;
    for (let i = 0; i < points.length; i += 2) {
      const x = points[i] * scale - left, y = points[i + 1] * scale - top;
      const side = (x < -margin ? 1 : x > size + margin ? 2 : 0) | (y < -margin ? 4 : y > size + margin ? 8 : 0);
      if (begun && side & lastSide) { lastX = x; lastY = y; lastSide &= side; skipped = true; continue; }
      if (skipped) { ctx.lineTo(lastX, lastY); skipped = false; }
      const near = Math.abs(x - lastX) < SMALLEST_STEP && Math.abs(y - lastY) < SMALLEST_STEP;
      if (begun && near && !side && i < points.length - 2) continue;
      if (begun && !(edges && seam(points, i))) ctx.lineTo(x, y); else ctx.moveTo(x, y);
      begun = true; lastX = x; lastY = y; lastSide = side;
    }
    if (skipped) ctx.lineTo(lastX, lastY);
  }

  /** Tells whether the segment that ends at `i` runs along 180° or the map's lower edge: no coast is there. */
  function seam(points, i) {
    const x = points[i],
      before = points[i - 2];
    return (
      (x < 1e-6 && before < 1e-6) ||
      (x > 1 - 1e-6 && before > 1 - 1e-6) ||
      (points[i + 1] > 0.997 && points[i - 1] > 0.997)
    );
  }

  function paint(ctx, lines, view, zoom) {
    const ink = dateline.marks.inks();
    const shown = (line) =>
      line.box[0] * view.scale < view.left + view.size + 8 &&
      line.box[2] * view.scale > view.left - 8 &&
      line.box[1] * view.scale < view.top + view.size + 8 &&
      line.box[3] * view.scale > view.top - 8;
    const path = (name, edges) => {
      ctx.beginPath();
      for (const line of lines[name]) if (shown(line)) trace(ctx, line, view, edges);
    };
    const stroke = (colour, width, dash = []) => {
      ctx.strokeStyle = colour; ctx.lineWidth = width; ctx.setLineDash(dash); ctx.stroke();
    };
    ctx.lineJoin = "round";
    ctx.fillStyle = ink.sea;
    ctx.fillRect(0, 0, view.size, view.size);
    path("land"); ctx.fillStyle = ink.land; ctx.fill("evenodd");
    if (zoom >= 3 && zoom < RIVERS_UNTIL) { path("rivers"); stroke(ink.river, zoom < 5 ? 0.7 : 1.2); }
    path("lakes"); ctx.fillStyle = ink.lake; ctx.fill("evenodd"); stroke(ink.coast, 0.5);
    path("land", true); stroke(ink.coast, zoom < 4 ? 0.6 : 0.9);
    if (zoom >= 4 && zoom <= UNITS_UNTIL) { path("units"); stroke(ink.unit, 0.8, [1, 2.5]); }
    path("borders"); stroke(ink.border, zoom < 4 ? 0.7 : 1.2);
    path("disputed"); stroke(ink.border, zoom < 4 ? 0.8 : 1.3, [4, 3]);
  }

  /** The layer of tiles. It starts empty; `show(lines)` fills it. */
  const Tiles = L.GridLayer.extend({
    options: { tileSize: 512, updateWhenZooming: false, keepBuffer: 1, attribution: "" },
    createTile(coords) {
      const tile = document.createElement("canvas"), size = this.getTileSize().x, dense = window.devicePixelRatio || 1;
      tile.width = tile.height = size * dense;
      const ctx = tile.getContext("2d");
      ctx.scale(dense, dense);
      if (this._lines) {
        const view = { scale: 256 * 2 ** coords.z, left: coords.x * size, top: coords.y * size, size };
        paint(ctx, this._lines, view, coords.z);
      }
      return tile;
    },
    /** Paints the lines. Leaflet's own `redraw` takes a half zoom for a tile's zoom, so the layer is added anew. */
    show(lines) { const map = this._map; this._lines = lines; this.remove(); this.addTo(map); },
  });

  return { load, project, Tiles };
})();
