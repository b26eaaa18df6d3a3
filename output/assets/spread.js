/* Decides where marks stand: side by side where a few incidents share a place, counted where too many come together. */
dateline.spread = (() => {
  "use strict";

  const SIDE_BY_SIDE = 5;
  const STEP = 31;     // pixels between marks that stand side by side
  const HEIGHT = 30;   // pixels
  const CELL = 90;     // pixels, at least the width of what may collide

  /** Returns the places that have marks, most incidents first, each with its incidents and unit-square position. */
  function places(incidents) {
    const found = new Map();
    for (const incident of incidents) {
      if (incident.drawn !== "point" && incident.drawn !== "area") continue;
      const { lat, lon } = incident.place, key = `${lat},${lon}`;
      if (!found.has(key)) {
        const [x, y] = dateline.basemap.project(lon, lat);
        found.set(key, { x, y, incidents: [], places: [incident.place] });
      }
      found.get(key).incidents.push(incident);
    }
    return [...found.values()].sort((a, b) => b.incidents.length - a.incidents.length);
  }

  /** Returns blocks of marks for a zoom whose world is `scale` pixels wide; no two overlap by much. */
  function layout(found, scale) {
    const blocks = [], cells = new Map();
    const cell = (x, y) => `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`;
    for (const place of found) {
      const x = place.x * scale, y = place.y * scale, near = neighbour(cells, cell, x, y, halfWidth(place.incidents.length));
      if (near) {
        near.incidents.push(...place.incidents);
        near.places.push(...place.places);
        continue;
      }
      const block = { x, y, incidents: [...place.incidents], places: [...place.places] };
      blocks.push(block);
      const key = cell(x, y);
      if (cells.has(key)) cells.get(key).push(block); else cells.set(key, [block]);
    }
    for (const block of blocks) block.counted = block.places.length > 1 || block.incidents.length > SIDE_BY_SIDE;
    return blocks;
  }

  const halfWidth = (count) => (count > SIDE_BY_SIDE ? STEP * 0.75 : (STEP * count) / 2);

  function neighbour(cells, cell, x, y, half) {
    for (let dx = -CELL; dx <= CELL; dx += CELL) {
      for (let dy = -CELL; dy <= CELL; dy += CELL) {
        for (const block of cells.get(cell(x + dx, y + dy)) || []) {
          const reach = half + halfWidth(block.places.length > 1 ? SIDE_BY_SIDE + 1 : block.incidents.length);
          if (Math.abs(block.x - x) < reach && Math.abs(block.y - y) < HEIGHT) return block;
        }
      }
    }
    return null;
  }

  /** Returns the sideways pixels of each of `count` marks of a block. */
  const slots = (count) => Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) * STEP);

  return { places, layout, slots };
})();
