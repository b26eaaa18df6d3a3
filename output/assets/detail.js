/* All that is known of one incident or route, and each claim behind it in its own words. */
dateline.detail = (() => {
  "use strict";

  const { node, said, own, country, days } = dateline.text;
  const { words } = dateline;
  const PEOPLE = { perpetrators: "By", victims: "Victims", targets: "Target", captors: "Captors", captives: "Captives", weapons: "Weapons" };

  /** Returns the nodes that tell of an incident; `more` is its detail record. */
  function incident(data, style, row, more, choose) {
    return [
      node("p", { class: "chips" }, chip(dateline.marks.certainty(row.modality).label), row.stage !== "accomplished" && chip(said(row.stage))),
      facts([
        ["When", when(row.when)],
        ["Where", where(style, row, more)],
        ...words.EFFECTS.map((effect) => [effect[0].toUpperCase() + effect.slice(1), row[effect] && toll(row[effect])]),
        ...Object.entries(PEOPLE).map(([key, name]) => [name, more[key] && said(more[key])]),
        ["Read from", more.trigger && [node("q", {}, said(more.trigger)), ", the word that tells of it"]],
        ["Report", report(row)],
      ]),
      alternatives(more.alternatives),
      family(data, row, choose),
      claims(more.claims),
    ];
  }

  function route(data, style, row, more) {
    const known = row.origin && row.destination;
    return [
      node("p", { class: "chips" }, chip(dateline.marks.certainty(row.modality).label), chip("alleged route")),
      node("p", { class: "caption" }, known
        ? "Alleged; direction only, no path. The arrow is the shortest line between its ends, not a way that anyone took."
        : "Alleged. Not drawn, because one of its ends is not known."),
      facts([
        ["From", end(row.origin, row.inferred.origin)],
        ["To", end(row.destination, row.inferred.destination)],
        ["By way of", more.via && said(more.via)],
        ["Cargo", more.cargo && [said(more.cargo), more.categories && node("span", { class: "about" }, ` (${more.categories})`)]],
        ["Operator", more.operator && said(more.operator)],
        ["Purpose", more.purpose && said(more.purpose)],
        ["When", more.habitual ? [when(row.when) || "", " said to be habitual"] : when(row.when)],
        ["Report", report(row)],
      ]),
      claims(more.claims),
    ];
  }

  const chip = (label) => node("span", { class: "chip" }, label);

  function facts(rows) {
    const kept = rows.filter(([, value]) => value);
    return node("dl", {}, kept.map(([name, value]) => [node("dt", {}, name), node("dd", {}, ...[value].flat())]));
  }

  function when(row) {
    if (!row) return null;
    const [start, end, precision, text] = row, resolved = days(start, end);
    const quoted = text && node("q", {}, said(text));
    if (!resolved) return [quoted || "not said", node("span", { class: "about" }, " The day is not known: the report's own date is missing.")];
    return [resolved, node("span", { class: "about" }, ` known to the ${precision === "days" ? "few days" : precision || "day"}`), quoted && [" ", quoted]].flat();
  }

  function where(style, row, more) {
    const { place } = row;
    if (row.drawn === "parts") return "Where its phases took place";
    if (!place) return "Not said, and not drawn";
    const region = [place.admin1 !== place.name && place.admin1, place.country && country(place.country)].filter((one) => one && one !== place.name);
    return [
      said([place.name, ...region].join(", ")),
      node("span", { class: "about" }, `Known to ${own(style.precisions, place.precision) || "an unknown degree"}. ${drawn(row)}`),
      row.inherited && node("span", { class: "about" }, "The sentence itself names no place: this one is carried over from elsewhere in the report."),
      more.confidence !== null && node("span", { class: "about" }, `Confidence that this place is meant: ${Math.round(100 * more.confidence)} %.`),
    ];
  }

  function drawn({ drawn: how, place, shape }) {
    const point = `${Math.abs(place.lat).toFixed(4)}° ${place.lat < 0 ? "S" : "N"}, ${Math.abs(place.lon).toFixed(4)}° ${place.lon < 0 ? "W" : "E"}`;
    if (how === "country") return "The country is outlined; there is no mark.";
    if (how === "point") return `Marked at ${point}.`;
    return shape ? "Drawn as the outline of the unit." : `Drawn as a circle of ${place.radius} km around ${point}.`;
  }

  function toll([low, best, high]) {
    return low === high ? String(best) : [String(best), node("span", { class: "about" }, ` best figure; lowest ${low}, highest ${high}`)];
  }

  function end(place, inferred) {
    if (!place) return "not said";
    return [said(words.where(place)), inferred && node("span", { class: "about" }, " taken from another statement about the same route")];
  }

  function report(row) {
    const { id, title, source, published } = row.document, about = [source, published].filter(Boolean).join(", ");
    return [said(title || id), about && node("span", { class: "about" }, said(about)), node("span", { class: "about" }, said(row.id))];
  }

  function alternatives(list) {
    if (!list || !list.length) return null;
    return node("section", {}, node("h3", {}, "Places it might have been instead"), node("ul", { class: "plain" }, list.map((one) => node("li", {},
      said([one.name, one.country && country(one.country)].filter(Boolean).join(", ")),
      one.confidence !== undefined && one.confidence !== null && node("span", { class: "about" }, ` ${Math.round(100 * one.confidence)} %`)))));
  }

  function family(data, row, choose) {
    const parent = row.parent >= 0 ? data.incidents[row.parent] : null, phases = data.incidents.filter((one) => one.parent === row.index);
    return [
      parent && node("section", {}, node("h3", {}, "Part of"), dateline.lists.some("incident", [parent], choose)),
      phases.length > 0 && node("section", {}, node("h3", {}, "Its phases"),
        node("p", { class: "about" }, "The figures above already count what the phases say."), dateline.lists.some("incident", phases, choose)),
    ];
  }

  function claims(list) {
    return node("section", {}, node("h3", {}, list.length === 1 ? "The claim" : `The ${list.length} claims`), list.map(claim));
  }

  function claim(one) {
    const tolls = words.EFFECTS.filter((effect) => one[effect]).map((effect) => `${dateline.text.count([one[effect].low, one[effect].best, one[effect].high])} ${effect}`);
    return node("figure", {},
      node("blockquote", { dir: "auto" }, said(one.text)),
      node("figcaption", {},
        node("span", {}, one.asserted_by ? ["Asserted by ", said(one.asserted_by)] : "Asserted by the report itself; no speaker is named"),
        one.relayed_by && one.relayed_by.length > 0 && node("span", {}, "Relayed by ", one.relayed_by.flatMap((who, i) => [i ? ", then " : "", said(who)])),
        node("span", {}, `How sure: ${one.modality || "not said"}`, one.cue && [" (", node("q", {}, said(one.cue)), ")"], one.quoted && ", in quotation marks"),
        tolls.length > 0 && node("span", {}, `Says: ${tolls.join(", ")}`),
        one.document && node("span", {}, "In ", said(one.document))));
  }

  return { incident, route };
})();
