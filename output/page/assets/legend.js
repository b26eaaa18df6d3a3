/* The legend: each sign that this map uses, and no other. */
dateline.legend = (() => {
  "use strict";

  const { node } = dateline.text;
  const { icon, picture } = dateline.marks;
  const { usedTerms } = dateline.tallies;
  const plain = { type: "other", stage: "accomplished", modality: "fact", drawn: "point", sure: 100 };

  function build(data, style, tiled) {
    const marked = (drawn) => drawn === "point" || drawn === "area",
      { incidents: columns } = data.columns;
    const [types, modalities, stages] = ["type", "modality", "stage"].map((name) =>
      usedTerms(data, columns[name], marked),
    );
    const kinds = usedTerms(data, columns.drawn),
      arrows = data.routes.filter((row) => row.origin && row.destination);
    const several = (kinds.has("point") || kinds.has("area")) && data.incidents.length > 1;
    return [
      short(
        "What happened",
        Object.keys(style.symbols)
          .filter((type) => types.has(type))
          .map((type) => entry(icon({ ...plain, type }), style.symbols[type].label)),
      ),
      short(
        "How sure the words are",
        Object.keys(style.certainties)
          .filter((name) => modalities.has(name))
          .map((modality) => entry(icon({ ...plain, modality }), style.certainties[modality].label)),
      ),
      short(
        "Whether it was carried out",
        ["attempted", "threatened"]
          .filter((stage) => stages.has(stage))
          .map((stage) => entry(icon({ ...plain, stage }), style.stages[stage])),
      ),
      group("How closely the place is known", [
        kinds.has("point") && entry(icon(plain), "Exact place"),
        kinds.has("area") && entry(icon({ ...plain, drawn: "area" }), "Somewhere within the dashed area around it"),
        data.incidents.some(dateline.marks.doubtful) && entry(icon({ ...plain, sure: 1 }), style.doubt),
        kinds.has("country") && entry(swatch([10, 3, 2, 3]), "Somewhere in the country: outlined, listed, no mark"),
        several && entry(number(), "So many close together: choose to list them"),
        several && node("li", { class: "note" }, "Marks of one place stand side by side."),
      ]),
      group("Alleged routes", [
        arrows.length && entry(arrow(false), "Direction only, from → to; no path is known"),
        arrows.some(({ modality }) => modality === "possible" || modality === "denied") &&
          entry(arrow(true), "Possible or denied"),
        arrows.length &&
          node("li", { class: "note" }, "A country's middle stands for the country. Arrows that share ends bow apart."),
      ]),
      !tiled && group("Map", [
        entry(line("border", 1.4, []), "Border, as held"),
        entry(line("border", 1.4, [4, 3]), "Disputed border or line of control"),
        entry(line("unit", 1.4, [1, 2.5]), "First-order units of the countries named"),
      ]),
    ].filter(Boolean);
  }

  function group(name, entries, kind = null) {
    const kept = entries.filter(Boolean);
    return kept.length ? node("section", {}, node("h3", {}, name), node("ul", { class: kind }, ...kept)) : null;
  }
  const short = (name, entries) => group(name, entries, "short");
  const entry = (sign, words) => node("li", {}, sign, node("span", {}, words));

  const stroke = (ctx, colour, width, dash) => {
    ctx.strokeStyle = colour; ctx.lineWidth = width; ctx.setLineDash(dash); ctx.stroke(); ctx.setLineDash([]);
  };
  const swatch = (dash) => picture(30, 30, (ctx, ink) => {
    ctx.beginPath(); ctx.rect(4, 7, 22, 16);
    ctx.fillStyle = ink.city; ctx.globalAlpha = 0.12; ctx.fill(); ctx.globalAlpha = 1;
    stroke(ctx, ink.city, 1.7, dash);
  });
  const line = (name, width, dash) => picture(30, 30, (ctx, ink) => {
    ctx.beginPath(); ctx.moveTo(2, 15); ctx.lineTo(28, 15); stroke(ctx, ink[name], width, dash);
  });
  const number = () => picture(30, 30, (ctx, ink) => {
    dateline.marks.counted(ctx, [["other", 7]], 7, 15, 15, ink);
  });
  const arrow = (doubtful) => picture(30, 30, (ctx, ink) => {
    const shaft = Array.from({ length: 14 }, (_, i) => [1 + 2.15 * i, 15]);
    dateline.arrows.draw(ctx, shaft, { routes: [{ modality: doubtful ? "possible" : "accused" }] }, ink, false);
  });

  return { build };
})();
