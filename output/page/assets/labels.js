/* Names on the map: countries, capitals, and the places of incidents. None covers another, or a mark. */
dateline.labels = (() => {
  "use strict";

  const SHORT = 50;  // pixels
  const FEW = 40;  // arrows in view whose ends are named, and places of a block that are

  /** Returns a function that tells whether a box is free, and takes it if it is. */
  function board() {
    const taken = [];
    const free = (box) =>
      taken.every((other) => box[2] <= other[0] || box[0] >= other[2] || box[3] <= other[1] || box[1] >= other[3]);
    return {
      block: (box) => taken.push(box),
      take: (box) => free(box) && taken.push(box) > 0,
    };
  }

  /** Draws the names that fit. `at(x, y)` gives the pixels of a unit-square point in each visible copy of the world. */
  function draw(ctx, basemap, blocks, arrows, view, ink) {
    const spots = board();
    for (const { x, y, half } of blocks) spots.block([x - half, y - 17, x + half, y + 17]);
    for (const { line } of arrows) tip(spots, line[line.length - 1]);
    ctx.save();
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    if (view.zoom >= 5) for (const block of blocks) place(ctx, spots, block, ink);
    const named = blocks.flatMap(({ block }) => block.spots.slice(0, FEW).map(({ place }) => place));
    const known = new Set(named.flatMap(({ name, gazetteer }) => [name, gazetteer]));
    if (arrows.length <= FEW) for (const arrow of arrows) ends(ctx, spots, known, arrow, view, ink);
    if (basemap) {
      for (const row of basemap.countries) if (!known.has(row[0])) land(ctx, spots, row, view, ink);
      basemap.capitals.forEach((row, i) => {
        if (view.zoom >= (i < 40 ? 4 : 5) && !known.has(row[0])) capital(ctx, spots, row, view, ink);
      });
    }
    ctx.restore();
  }

  const tip = (spots, [x, y]) => spots.block([x - 10, y - 10, x + 10, y + 10]);

  /** Names the two ends of an arrow that is long enough to be seen, once for all the arrows that share them. */
  function ends(ctx, spots, known, { line, routes: [route] }, view, ink) {
    if (dateline.arrows.reach(line) < SHORT) return;
    ctx.font = "600 12px system-ui, sans-serif";
    for (const [end, [x, y]] of [[route.origin, line[0]], [route.destination, line[line.length - 1]]]) {
      if (known.has(end.name) || x < 0 || y < 0 || x > view.width || y > view.height) continue;
      const outward =
        x < (line[0][0] + line[line.length - 1][0]) / 2
          ? [
              [-12, 0, "right"],
              [12, 0, "left"],
            ]
          : [
              [12, 0, "left"],
              [-12, 0, "right"],
            ];
      const around = [...outward, [0, 18, "center"], [0, -18, "center"]];
      if (
        around.some(([dx, dy, align]) => write(ctx, spots, short(end.name), x + dx, y + dy, ink.route, ink.halo, align))
      )
        known.add(end.name);
    }
  }

  function short(text) {
    const name = dateline.text.visible(text);
    return name.length > 40 ? `${name.slice(0, 40)}…` : name;
  }

  function place(ctx, spots, { block, x: middle, y: height, half }, ink) {
    if (block.spots.length > 1) return;
    ctx.font = "600 12px system-ui, sans-serif";
    const around = [
      [0, 26, "center"],
      [0, -26, "center"],
      [half + 4, 0, "left"],
      [-half - 4, 0, "right"],
    ];
    around.some(([dx, dy, align]) =>
      write(ctx, spots, short(block.spots[0].place.name), middle + dx, height + dy, ink.text, ink.halo, align),
    );
  }

  function land(ctx, spots, [name, lon, lat, from, until], view, ink) {
    if (view.zoom + 0.5 < from || view.zoom > until + 1) return;
    ctx.font = `500 ${from < 2.5 ? 13 : 12}px system-ui, sans-serif`;
    ctx.letterSpacing = "0.08em";
    for (const [x, y] of view.at(...dateline.basemap.project(lon, lat))) {
      write(ctx, spots, name.toUpperCase(), x, y, ink.country, ink.halo, "center");
    }
    ctx.letterSpacing = "0px";
  }

  function capital(ctx, spots, [name, lon, lat], view, ink) {
    ctx.font = "400 11.5px system-ui, sans-serif";
    for (const [x, y] of view.at(...dateline.basemap.project(lon, lat))) {
      const around = [
        [6, 0, "left"],
        [-6, 0, "right"],
        [0, -12, "center"],
        [0, 12, "center"],
      ];
      if (!around.some(([dx, dy, align]) => write(ctx, spots, name, x + dx, y + dy, ink.city, ink.halo, align, 8)))
        continue;
      ctx.fillStyle = ink.city;
      ctx.fillRect(x - 1.5, y - 1.5, 3, 3);
    }
  }

  function write(ctx, spots, words, x, y, colour, halo, align, before = 0) {
    const width = ctx.measureText(words).width, left = x - { left: 0, center: width / 2, right: width }[align];
    if (!spots.take([left - before - 2, y - 8, left + width + 2, y + 8])) return false;
    ctx.textAlign = align;
    ctx.strokeStyle = halo; ctx.lineWidth = 3.5; ctx.strokeText(words, x, y);
    ctx.fillStyle = colour; ctx.fillText(words, x, y);
    return true;
  }

  return { draw };
})();
