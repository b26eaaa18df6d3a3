/* Where an incident is known only roughly: a circle of so many kilometres, a unit's outline, a country's. */
dateline.areas = (() => {
  "use strict";

  const EARTH_KM = 6371.0088;  // mean radius (IUGG)
  const CORNERS = 96;
  const WIDE = 400;  // pixels; larger areas are filled more lightly, so that the map stays to be seen

  /** The distinct areas of incidents, largest first. */
  class Areas {
    constructor(data, colours) {
      const { drawn, place, shape } = data.columns.incidents,
        { terms } = data.tables;
      const outlined = terms.map((term) => term === "area" || term === "country"),
        of = new Int32Array(drawn.length).fill(-1);
      const ofShape = new Map(),
        ofPlace = new Int32Array(data.places.length).fill(-1);
      this.data = data;
      this.byNumber = [];
      for (let i = 0; i < drawn.length; i++) {
        if (!outlined[drawn[i]]) continue;
        if (shape[i]) { if (!ofShape.has(shape[i])) ofShape.set(shape[i], this.add(i)); of[i] = ofShape.get(shape[i]); }
        else { if (ofPlace[place[i]] < 0) ofPlace[place[i]] = this.add(i); of[i] = ofPlace[place[i]]; }
      }
      this.groups = new dateline.tallies.Groups(of, this.byNumber.length, colours);
      this.all = [...this.byNumber].sort((a, b) => b.size - a.size);
    }
    add(i) {
      const incident = this.data.incidents[i];
      return (
        this.byNumber.push({
          number: this.byNumber.length,
          country: incident.drawn === "country",
          ...extent(incident),
        }) - 1
      );
    }

    /** Returns the area of an incident, or undefined. */
    of(incident) { return this.byNumber[this.groups.of[incident.index]]; }

    /** Returns the areas of the incidents that are shown. */
    fill(failing) {
      this.groups.count(failing);
      return this.all.filter(({ number }) => this.groups.total(number));
    }

    /** Returns the incidents of an area that are shown. */
    incidents(area) { return this.groups.shown([area], this.data.incidents); }
  }

  /** Returns how far an area reaches: opposite corners of each part in degrees, its box on the unit square, its rings. */
  function extent({ shape, place }) {
    const ends = shape ? shape.flatMap(corners) : reach(place);
    const [[west, north], [east, south]] = (shape ? corners(ends) : ends).map(([lon, lat]) =>
      dateline.basemap.project(lon, lat),
    );
    const box = [west, Math.min(north, south), east, Math.max(north, south)];
    return {
      ends,
      box,
      size: (box[2] - box[0]) * (box[3] - box[1]),
      rings: once(() => rings(shape || [circle(place)])),
    };
  }

  /** Returns a function that works its value out when it is first asked. */
  function once(work) {
    let value;
    return () => (value = value || work());
  }

  const rings = (shape) => shape.map((ring) => ring.map(([lon, lat]) => dateline.basemap.project(lon, lat)));

  /** Returns the south-west and north-east corners of some points. */
  function corners(points) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [lon, lat] of points) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
    return [[west, south], [east, north]];
  }

  /** Returns the corners of the box around a circle on the sphere. */
  function reach({ lat, lon, radius }) {
    const turn = Math.PI / 180,
      far = radius / EARTH_KM,
      up = far / turn;
    const aside =
      Math.asin(Math.min(1, Math.sin(Math.min(far, Math.PI / 2)) / Math.max(1e-9, Math.cos(lat * turn)))) / turn;
    return [
      [lon - aside, lat - up],
      [lon + aside, lat + up],
    ];
  }

  /** Returns the points at a distance of the place's radius from it, along great circles. */
  function circle({ lat, lon, radius }) {
    const turn = Math.PI / 180, far = radius / EARTH_KM, sine = Math.sin(lat * turn), cosine = Math.cos(lat * turn);
    return Array.from({ length: CORNERS + 1 }, (_, i) => {
      const bearing = (2 * Math.PI * i) / CORNERS;
      const y = Math.asin(sine * Math.cos(far) + cosine * Math.sin(far) * Math.cos(bearing));
      const x = Math.atan2(Math.sin(bearing) * Math.sin(far) * cosine, Math.cos(far) - sine * Math.sin(y));
      return [lon + x / turn, y / turn];
    });
  }

  /** Draws an area shifted by `left`, `top` in the colour of its incidents' `types`, one of each colour, and returns its
      path, to be asked later what lies inside. */
  function draw(ctx, area, types, scale, left, top, ink, chosen) {
    const fill = new Path2D(), edge = new Path2D();
    for (const ring of area.rings()) {
      ring.forEach(([x, y], i) => {
        const px = x * scale - left, py = y * scale - top;
        if (i === 0) fill.moveTo(px, py); else fill.lineTo(px, py);
        const seam = i > 0 && onSeam(x) && onSeam(ring[i - 1][0]);
        if (i === 0 || seam) edge.moveTo(px, py); else edge.lineTo(px, py);
      });
      fill.closePath();
    }
    paint(ctx, fill, edge, area, types, scale, ink, chosen);
    return fill;
  }

  const onSeam = (x) => Math.abs(x) < 1e-6 || Math.abs(x - 1) < 1e-6;

  function paint(ctx, fill, edge, area, types, scale, ink, chosen) {
    const wide = Math.max(area.box[2] - area.box[0], area.box[3] - area.box[1]) * scale > WIDE;
    const colour = area.country || types.length > 1 ? ink.city : dateline.marks.colour(types[0], ink);
    ctx.save();
    ctx.fillStyle = colour;
    ctx.globalAlpha = chosen ? 0.2 : area.country ? 0.08 : wide ? 0.05 : 0.13;
    ctx.fill(fill, "evenodd");
    ctx.globalAlpha = 1;
    ctx.lineJoin = "round";
    if (!area.country) { ctx.strokeStyle = ink.halo; ctx.lineWidth = 4; ctx.stroke(edge); }
    ctx.strokeStyle = chosen ? ink.select : colour;
    ctx.lineWidth = chosen ? 2.6 : area.country ? 1 : 1.7;  // a country's coasts are long, and what they say is little
    ctx.setLineDash(area.country ? [10, 3, 2, 3] : [6, 4]);
    ctx.stroke(edge);
    ctx.restore();
  }

  return { Areas, circle, draw };
})();
