/* The shapes of what is drawn as GeoJSON has them: degrees, rings anticlockwise, cut at 180° (RFC 7946). */
dateline.geometry = (() => {
  "use strict";

  const rounded = (degrees) => Math.round(degrees * 1e6) / 1e6;
  const pair = ([lon, lat]) => [rounded(lon), rounded(lat)];

  /** Returns the geometry of an incident, or null where nothing of it is drawn. */
  function incident({ drawn, place, shape }) {
    if (drawn === "point") return { type: "Point", coordinates: pair([place.lon, place.lat]) };
    if (drawn !== "area" && drawn !== "country") return null;
    return polygons(shape ? grouped(shape) : circle(place));
  }

  /** Returns the shortest line between the ends of a route, or null where an end is not known. */
  function route({ origin, destination }) {
    if (!origin || !destination || (origin.lat === destination.lat && origin.lon === destination.lon)) return null;
    const lines = cutLine(dateline.arrows.way(origin, destination)).map((line) => line.map(pair));
    return lines.length === 1
      ? { type: "LineString", coordinates: lines[0] }
      : { type: "MultiLineString", coordinates: lines };
  }

  function polygons(found) {
    const coordinates = found.map((rings) => rings.map((ring) => ring.map(pair)));
    return coordinates.length === 1
      ? { type: "Polygon", coordinates: coordinates[0] }
      : { type: "MultiPolygon", coordinates };
  }

  /** Returns rings as polygons: each that turns anticlockwise begins one, those that turn the other way are its holes. */
  function grouped(rings) {
    const found = [];
    for (const ring of rings)
      if (area(ring) > 0 || !found.length) found.push([ring]);
      else found[found.length - 1].push(ring);
    return found;
  }
  const area = (ring) =>
    ring.reduce((sum, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length];
      return sum + x * ny - nx * y;
    }, 0);

  /** Returns the polygons of a circle; one that holds a pole is the cap beyond its edge. */
  function circle(place) {
    const ring = dateline.areas.circle(place).reverse(),
      lats = ring.map(([, lat]) => lat),
      reach = (place.radius / 6371.0088) * (180 / Math.PI);
    if (Math.abs(place.lat) + reach >= 90) {
      const edge = place.lat > 0 ? Math.min(...lats) : Math.max(...lats),
        pole = place.lat > 0 ? 90 : -90,
        [south, north] = [Math.min(edge, pole), Math.max(edge, pole)];
      return [
        [
          [
            [-180, south],
            [180, south],
            [180, north],
            [-180, north],
            [-180, south],
          ],
        ],
      ];
    }
    return [-360, 0, 360]
      .map((shift) => within(ring.map(([lon, lat]) => [lon + shift, lat])))
      .filter((part) => part.length > 3)
      .map((part) => [part]);
  }

  /** Returns what of a ring lies between 180° west and 180° east (Sutherland and Hodgman 1974). */
  function within(ring) {
    let points = ring.slice(0, -1);
    for (const [edge, keeps] of [[-180, (x) => x >= -180], [180, (x) => x <= 180]]) {
      points = points.flatMap((to, i) => {
        const from = points[(i + points.length - 1) % points.length], crosses = keeps(from[0]) !== keeps(to[0]);
        const at = crosses ? [[edge, from[1] + ((to[1] - from[1]) * (edge - from[0])) / (to[0] - from[0])]] : [];
        return keeps(to[0]) ? [...at, to] : at;
      });
    }
    return points.length ? [...points, points[0]] : [];
  }

  /** Returns a line whose longitudes run on past 180° as pieces that do not. */
  function cutLine(points) {
    const pieces = [[]];
    const turn = (lon) => Math.floor((lon + 180) / 360), moved = ([lon, lat], turns) => [lon - 360 * turns, lat];
    points.forEach((to, i) => {
      const from = points[i - 1], here = turn(to[0]);
      if (i && turn(from[0]) !== here) {
        const edge = 360 * Math.max(turn(from[0]), here) - 180,
          lat = from[1] + ((to[1] - from[1]) * (edge - from[0])) / (to[0] - from[0]);
        pieces[pieces.length - 1].push(moved([edge, lat], turn(from[0])));
        pieces.push([moved([edge, lat], here)]);
      }
      pieces[pieces.length - 1].push(moved(to, here));
    });
    return pieces.filter((piece) => piece.length > 1);
  }

  return { incident, route };
})();
