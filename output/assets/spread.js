/* Decides where marks stand: side by side where a few incidents share a place, counted where too many come together. */
dateline.spread = (() => {
  "use strict";

  const SIDE_BY_SIDE = 5;
  const STEP = 31;     // pixels between marks that stand side by side
  const HEIGHT = 30;   // pixels
  const CELL = 90;     // pixels, at least the width of what may collide
  const ROW = 65536;   // cells in a row of the grid, more than the widest world has

  /** The points at which marks can stand, each with those of its incidents that are shown. */
  class Spots {
    /** `places` are all that the page knows; those of one point make one spot. */
    constructor(places) {
      this.all = [];
      this.of = new Array(places.length);
      const known = new Map();
      places.forEach((place, number) => {
        if (!place) return;
        const { lat, lon } = place, key = (lat + 90) * 1e9 + lon;
        if (!known.has(key)) {
          const [x, y] = dateline.basemap.project(lon, lat);
          known.set(key, { x, y, place, incidents: [] });
          this.all.push(known.get(key));
        }
        this.of[number] = known.get(key);
      });
    }

    /** Returns the spots of some incidents, those with most incidents first. */
    fill(incidents) {
      for (const spot of this.all) spot.incidents.length = 0;
      for (const incident of incidents) {
        const { drawn } = incident;
        if (drawn === "point" || drawn === "area") this.of[incident.spot].incidents.push(incident);
      }
      const bySize = [];
      for (const spot of this.all) {
        const size = spot.incidents.length;
        if (size) { if (bySize[size]) bySize[size].push(spot); else bySize[size] = [spot]; }
      }
      return bySize.reverse().flat();
    }
  }

  /** So many spots as stand together at a zoom; what it holds is gathered when it is asked for. */
  class Block {
    constructor(x, y, spot) { Object.assign(this, { x, y, spots: [spot], count: spot.incidents.length }); }
    join(spot) { this.spots.push(spot); this.count += spot.incidents.length; }
    get counted() { return this.spots.length > 1 || this.count > SIDE_BY_SIDE; }
    get places() { return this.spots.map(({ place }) => place); }
    get incidents() { return this.spots.length === 1 ? this.spots[0].incidents : (this.gathered = this.gathered || this.spots.flatMap(({ incidents }) => incidents)); }
  }

  /** Returns blocks of marks for a zoom whose world is `scale` pixels wide; no two overlap by much. */
  function layout(spots, scale) {
    const blocks = [], cells = new Map();
    for (const spot of spots) {
      const x = spot.x * scale, y = spot.y * scale, column = Math.floor(x / CELL), row = Math.floor(y / CELL);
      const near = neighbour(cells, column, row, x, y, halfWidth(spot.incidents.length));
      if (near) { near.join(spot); continue; }
      const block = new Block(x, y, spot), key = row * ROW + column;
      blocks.push(block);
      if (cells.has(key)) cells.get(key).push(block); else cells.set(key, [block]);
    }
    return blocks;
  }

  const halfWidth = (count) => (count > SIDE_BY_SIDE ? STEP * 0.75 : (STEP * count) / 2);

  function neighbour(cells, column, row, x, y, half) {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const block of cells.get((row + dy) * ROW + column + dx) || []) {
          const reach = half + halfWidth(block.spots.length > 1 ? SIDE_BY_SIDE + 1 : block.count);
          if (Math.abs(block.x - x) < reach && Math.abs(block.y - y) < HEIGHT) return block;
        }
      }
    }
    return null;
  }

  /** Returns the sideways pixels of each of `count` marks of a block. */
  const slots = (count) => Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) * STEP);

  return { Spots, layout, slots };
})();
