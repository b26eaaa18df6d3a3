/* Decides where marks stand: side by side where a few incidents share a place, counted where too many come together. */
dateline.spread = (() => {
  "use strict";

  const SIDE_BY_SIDE = 5;
  const STEP = 31; // pixels between marks that stand side by side
  const ASTRAY = 50; // kilometres that a mark may stand off its place so; farther out it would seem to be elsewhere
  const AROUND_EARTH = 40075; // kilometres, along the equator
  const HEIGHT = 30; // pixels
  const CELL = 90; // pixels, at least the width of what may collide
  const ROW = 65536; // cells in a row of the grid, more than the widest world has
  const AROUND = [
    [0, 0],
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ]; // cells, the likeliest first

  /** The points at which marks can stand, each with how many of its incidents are shown. */
  class Spots {
    /** Places of one point make one spot. */
    constructor(data, colours) {
      const { drawn, place } = data.columns.incidents,
        marked = data.tables.terms.map((term) => term === "point" || term === "area");
      const ofPlace = new Int32Array(data.places.length).fill(-1),
        of = new Int32Array(drawn.length).fill(-1),
        known = new Map();
      this.data = data;
      this.all = [];
      for (let i = 0; i < drawn.length; i++) {
        if (!marked[drawn[i]]) continue;
        if (ofPlace[place[i]] < 0) ofPlace[place[i]] = this.numbered(data.places[place[i]], known);
        of[i] = ofPlace[place[i]];
      }
      this.groups = new dateline.tallies.Groups(of, this.all.length, colours);
    }

    /** Returns the number of the spot at a place's point. */
    numbered(place, known) {
      const { lat, lon } = place,
        key = (lat + 90) * 1e9 + lon;
      if (!known.has(key)) {
        known.set(key, this.all.length);
        this.all.push(new Spot(this, this.all.length, place, dateline.basemap.project(lon, lat)));
      }
      return known.get(key);
    }

    /** Returns the spot of an incident, or undefined. */
    of(incident) { return this.all[this.groups.of[incident.index]]; }

    /** Returns the spots of the incidents that are shown, those with most of them first. */
    fill(failing) {
      const bySize = [];
      this.groups.count(failing);
      for (const spot of this.all) {
        const size = spot.count = this.groups.total(spot.number);
        if (size) { if (bySize[size]) bySize[size].push(spot); else bySize[size] = [spot]; }
      }
      return bySize.reverse().flat();
    }

    /** Returns the incidents of some spots. */
    incidents(spots) { return this.groups.shown(spots, this.data.incidents); }
  }

  class Spot {
    constructor(all, number, place, [x, y]) {
      this.all = all;
      this.number = number;
      this.place = place;
      this.x = x;
      this.y = y;
      this.count = 0;
    }
  }

  /** So many spots as stand together at a zoom; what it holds is gathered when it is asked for. */
  class Block {
    constructor(x, y, spot, scale) {
      this.x = x;
      this.y = y;
      this.spots = [spot];
      this.count = spot.count;
      this.scale = scale;
    }
    join(spot) {
      this.spots.push(spot);
      this.count += spot.count;
    }
    get counted() {
      return this.spots.length > 1 || this.count > SIDE_BY_SIDE || this.astray;
    }
    get astray() {
      return this.count <= SIDE_BY_SIDE && ((this.count - 1) / 2) * STEP * (AROUND_EARTH / this.scale) > ASTRAY;
    }
    get places() {
      return this.spots.map(({ place }) => place);
    }
    get incidents() {
      return (this.gathered = this.gathered || this.spots[0].all.incidents(this.spots));
    }
    get shares() {
      return (this.shared = this.shared || this.spots[0].all.groups.shares(this.spots));
    }
  }

  /** Returns blocks of marks for a zoom whose world is `scale` pixels wide; no two overlap by much. */
  function layout(spots, scale) {
    const blocks = [], cells = new Map();
    for (const spot of spots) {
      const x = spot.x * scale, y = spot.y * scale, column = Math.floor(x / CELL), row = Math.floor(y / CELL);
      const near = neighbour(cells, column, row, x, y, halfWidth(spot.count));
      if (near) { near.join(spot); continue; }
      const block = new Block(x, y, spot, scale), key = row * ROW + column;
      blocks.push(block);
      if (cells.has(key)) cells.get(key).push(block); else cells.set(key, [block]);
    }
    return blocks;
  }

  const halfWidth = (count) => (count > SIDE_BY_SIDE ? STEP * 0.75 : (STEP * count) / 2);

  function neighbour(cells, column, row, x, y, half) {
    for (const [dx, dy] of AROUND) {
      for (const block of cells.get((row + dy) * ROW + column + dx) || []) {
        const reach = half + halfWidth(block.spots.length > 1 ? SIDE_BY_SIDE + 1 : block.count);
        if (Math.abs(block.x - x) < reach && Math.abs(block.y - y) < HEIGHT) return block;
      }
    }
    return null;
  }

  /** Returns the sideways pixels of each of `count` marks of a block. */
  const slots = (count) => Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) * STEP);

  return { Spots, layout, slots };
})();
