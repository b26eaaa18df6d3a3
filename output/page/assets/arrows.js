/* Alleged routes as dashed great-circle arrows. Opposite and parallel ones bow apart so that each can be seen. */
dateline.arrows = (() => {
  "use strict";

  const POINTS = 48;       // along a great circle
  const APART = 3;         // routes of one direction between the same ends that are drawn one by one; more are counted
  const EDGE = 0.002;      // of the world's height: within it, Web Mercator shows no longer where a line runs
  const LANE = 16;         // pixels between neighbouring arrows
  const radians = (degrees) => (degrees * Math.PI) / 180, degrees = (angle) => (angle * 180) / Math.PI;

  /** Returns the arrows of routes with two ends: unit-square points, lane, the routes that each stands for. */
  function arrows(routes) {
    const pairs = new Map();
    for (const route of routes) {
      const { origin: a, destination: b } = route;
      if (!a || !b || (a.lat === b.lat && a.lon === b.lon)) continue;
      const one = `${a.lat},${a.lon}`, two = `${b.lat},${b.lon}`, key = one < two ? `${one} ${two}` : `${two} ${one}`;
      if (!pairs.has(key)) pairs.set(key, new Map());
      const ways = pairs.get(key);
      if (!ways.has(one)) ways.set(one, []);
      ways.get(one).push(route);
    }
    return [...pairs.values()].flatMap((ways) => lanes([...ways.values()]));
  }

  /** Gives each direction of a pair its arrows: to the right of the way where there are two directions. */
  function lanes(ways) {
    return ways.flatMap((routes) => {
      const points = greatCircle(routes[0].origin, routes[0].destination), xs = points.filter((_, i) => i % 2 === 0);
      const west = xs.reduce((a, b) => Math.min(a, b)), east = xs.reduce((a, b) => Math.max(a, b));
      const bundles = routes.length > APART ? [routes] : routes.map((route) => [route]);
      const first = ways.length > 1 ? 1 : -(bundles.length - 1) / 2;
      return bundles.map((bundle, i) => ({
        points,
        west,
        east,
        routes: bundle,
        lane: first + i,
        opposed: ways.length > 1,
      }));
    });
  }

  const known = new Map();  // the ways that were worked out: a filter shows and hides the same ones

  /** Returns points of the shortest way on the unit square. */
  function greatCircle(a, b) {
    const ends = `${a.index} ${b.index}`;
    if (known.has(ends)) return known.get(ends);
    const points = new Float64Array(2 * POINTS);
    way(a, b).forEach(([lon, lat], i) => { [points[2 * i], points[2 * i + 1]] = dateline.basemap.project(lon, lat); });
    known.set(ends, points);
    return points;
  }

  /** Returns points of the shortest way on the sphere; longitudes run on past 180 degrees instead of jumping. */
  function way(a, b) {
    const from = vector(a), to = vector(b);
    const angle = Math.acos(Math.max(-1, Math.min(1, from[0] * to[0] + from[1] * to[1] + from[2] * to[2])));
    const points = [];
    let last = a.lon;
    for (let i = 0; i < POINTS; i++) {
      const t = i / (POINTS - 1),
        f = Math.sin((1 - t) * angle) / Math.sin(angle),
        g = Math.sin(t * angle) / Math.sin(angle);
      const [x, y, z] = [0, 1, 2].map((k) => f * from[k] + g * to[k]);
      let lon = degrees(Math.atan2(y, x));
      while (lon - last > 180) lon -= 360;
      while (lon - last < -180) lon += 360;
      last = lon;
      points.push([lon, degrees(Math.atan2(z, Math.hypot(x, y)))]);
    }
    return points;
  }

  function vector({ lat, lon }) {
    const p = radians(lat), l = radians(lon);
    return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
  }

  /** Returns the arrow's points in pixels: bowed to its lane, its ends drawn in a little from what stands there. */
  function bend(arrow, scale, left, top) {
    const { points } = arrow, last = 2 * (POINTS - 1);
    const dx = (points[last] - points[0]) * scale, dy = (points[last + 1] - points[1]) * scale;
    const length = Math.hypot(dx, dy) || 1;
    const bow = arrow.lane * (arrow.opposed ? Math.max(LANE * 0.9, Math.min(46, length * 0.1)) : LANE);
    const line = [];
    for (let i = 0; i < POINTS; i++) {
      const t = i / (POINTS - 1),
        aside = bow * Math.sin(Math.PI * t);
      const x = points[2 * i] * scale - left - (dy / length) * aside,
        y = points[2 * i + 1] * scale - top + (dx / length) * aside;
      line.push([x, y, points[2 * i + 1] < EDGE || points[2 * i + 1] > 1 - EDGE]);
    }
    return length > 120 ? without(without(line, 14).reverse(), 12).reverse() : line;
  }

  /** Returns a line without its last so many pixels. */
  function without(line, pixels) {
    const kept = [...line];
    let left = pixels;
    while (kept.length > 1) {
      const [x, y, beyond] = kept.pop(), [px, py] = kept[kept.length - 1], step = Math.hypot(x - px, y - py);
      if (step > left) return [...kept, [x + ((px - x) * left) / step, y + ((py - y) * left) / step, beyond]];
      left -= step;
    }
    return line;
  }

  function draw(ctx, line, arrow, ink, chosen) {
    const doubtful = arrow.routes.every(({ modality }) => modality === "possible" || modality === "denied");
    const tip = line[line.length - 1], angle = heading(line, line.length - 1, 16);
    const shaft = without(line, 10);
    ctx.save();
    ctx.lineCap = "butt";
    if (chosen) { ctx.globalAlpha = 0.35; stroke(ctx, shaft, ink.select, 13, []); ctx.globalAlpha = 1; }
    stroke(ctx, shaft, ink.halo, 5, []);
    const width = arrow.routes.length > 1 ? 3.6 : 2.4;
    stroke(ctx, shaft, ink.route, width, doubtful ? [2, 5] : [9, 6]);
    head(ctx, tip, angle, 15, ink);
    const total = reach(line);
    for (const share of total > 320 ? [0.28, 0.52, 0.76] : total > 60 ? [0.52] : []) {
      const i = Math.round(share * (line.length - 1));
      head(ctx, line[i], heading(line, i, 8), 10, ink);
    }
    if (arrow.routes.length > 1) label(ctx, line, `${arrow.routes.length}×`, ink);
    ctx.restore();
  }

  function stroke(ctx, line, colour, width, dash) {
    ctx.beginPath();
    trace(ctx, line);
    ctx.strokeStyle = colour; ctx.lineWidth = width; ctx.setLineDash(dash); ctx.stroke();
    ctx.setLineDash([]);
  }

  /** Adds a line to the path, except where it runs beyond the map's upper or lower edge. */
  function trace(ctx, line) {
    line.forEach(([x, y, beyond], i) => { if (i === 0 || beyond) ctx.moveTo(x, y); else ctx.lineTo(x, y); });
  }

  /** Draws one of very many arrows: a hairline with its head. */
  function thin(ctx, line, ink) {
    const tip = line[line.length - 1];
    ctx.globalAlpha = 0.4;
    stroke(ctx, line, ink.route, 1, []);
    ctx.globalAlpha = 1;
    ctx.beginPath();
    point(ctx, tip, heading(line, line.length - 1, 10), 8);
    ctx.fillStyle = ink.route;
    ctx.fill();
  }

  /** Returns the direction of a line at one of its points, looking back at least some pixels. */
  function heading(line, i, back) {
    const [x, y] = line[i];
    let j = Math.max(0, i - 1);
    while (j > 0 && Math.hypot(x - line[j][0], y - line[j][1]) < back) j--;
    return Math.atan2(y - line[j][1], x - line[j][0]);
  }

  function head(ctx, at, angle, size, ink) {
    ctx.beginPath();
    point(ctx, at, angle, size);
    ctx.lineJoin = "round";
    ctx.strokeStyle = ink.halo; ctx.lineWidth = 3; ctx.stroke();
    ctx.fillStyle = ink.route; ctx.fill();
  }

  /** Adds an arrowhead to the path, its tip at a point. */
  function point(ctx, [x, y], angle, size) {
    const cosine = Math.cos(angle) * size, sine = Math.sin(angle) * size;
    const corner = (along, aside) => [x - along * cosine - aside * sine, y - along * sine + aside * cosine];
    ctx.moveTo(x, y); ctx.lineTo(...corner(1, -0.45)); ctx.lineTo(...corner(0.72, 0)); ctx.lineTo(...corner(1, 0.45));
    ctx.closePath();
  }

  function label(ctx, line, words, ink) {
    const [x, y] = line[Math.round(line.length * 0.4)];
    ctx.font = "600 12px system-ui, sans-serif";
    ctx.textAlign = "center"; ctx.textBaseline = "middle";
    ctx.strokeStyle = ink.halo; ctx.lineWidth = 4; ctx.lineJoin = "round";
    ctx.strokeText(words, x, y - 12);
    ctx.fillStyle = ink.route;
    ctx.fillText(words, x, y - 12);
  }

  const reach = (line) => Math.hypot(line[0][0] - line[line.length - 1][0], line[0][1] - line[line.length - 1][1]);

  /** Tells whether a point lies within `near` pixels of a line. */
  function hit(line, x, y, near) {
    for (let i = 1; i < line.length; i++) {
      const [ax, ay] = line[i - 1], [bx, by] = line[i], dx = bx - ax, dy = by - ay;
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      if (Math.hypot(ax + t * dx - x, ay + t * dy - y) < near) return true;
    }
    return false;
  }

  return { arrows, way, bend, draw, thin, hit, reach };
})();
