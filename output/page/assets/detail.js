/* All that is known of one incident or route, and each claim behind it in its own words. */
dateline.detail = (() => {
  "use strict";

  const { LONG, node, said, called, own, country, days, number, plural, oneLine } = dateline.text;
  const { words } = dateline;
  const PEOPLE = { perpetrators: "By", victims: "Victims", targets: "Target", captors: "Captors", captives: "Captives", weapons: "Weapons" };
  const KINDS = [["type", "What"], ["stage", "Stage"], ["modality", "How sure"]]; // told as facts only where a reader set them right

  /** Returns the nodes that tell of an incident; `more` is its detail record. */
  function incident(data, style, row, more, choose) {
    return [
      node("p", { class: "chips" },
        chip(certainty(row, more)), words.denied(row) ? chip(words.denied(row)) : differ(more.claims) && chip("claims differ in how sure they are"),
        dateline.marks.doubtful(row) && chip("place in doubt"), more.corrected && chip("set right by a reader"), row.stage !== "accomplished" && chip(said(row.stage))),
      facts([
        ...KINDS.map(([key, name]) => [name, marks(more, key).length && corrected(more, row[key], key)]),
        ["When", corrected(more, when(row.when), "day")],
        ["Where", corrected(more, where(style, row, more), "place")],
        ...words.EFFECTS.map((effect) => [effect[0].toUpperCase() + effect.slice(1), corrected(more, row[effect] && toll(row[effect]), effect)]),
        ...Object.entries(PEOPLE).map(([key, name]) => [name, corrected(more, more[key] && said(more[key]), key)]),
        ["Read from", more.trigger && [node("q", {}, said(more.trigger)), ", the word that tells of it"]],
        ["Told by", told(data, row, more)],
      ]),
      family(data, row, choose),
      claims(data, row, more.claims),
      reasons(more),
      alternatives(more.alternatives),
    ];
  }

  function route(data, style, row, more) {
    const known = row.origin && row.destination;
    return [
      node("p", { class: "chips" }, chip(certainty(row, more)), words.denied(row) && chip(words.denied(row)), chip("alleged route"), more.corrected && chip("set right by a reader")),
      node("p", { class: "caption" }, known
        ? "Alleged; direction only, no path. The arrow is the shortest line between its ends, not a way that anyone took."
        : "Alleged. Not drawn, because one of its ends is not known."),
      facts([
        ["From", corrected(more, end(row.origin, row.inferred.origin, more.origin_named, more.origin_sure), "origin")],
        ["To", corrected(more, end(row.destination, row.inferred.destination, more.destination_named, more.destination_sure), "destination")],
        ["By way of", corrected(more, more.via && said(more.via), "via")],
        ["Direction", marks(more, "direction").length && corrected(more, words.ends(row), "direction")],
        ["Cargo", row.cargo && [said(row.cargo), more.categories && node("span", { class: "about" }, ` (${more.categories})`)]],
        ["Operator", more.operator && said(more.operator)],
        ["Purpose", more.purpose && said(more.purpose)],
        ["When", more.habitual ? [when(row.when) || "", " said to be habitual"] : when(row.when)],
        ["Told by", told(data, row, more)],
      ]),
      claims(data, row, more.claims),
    ];
  }

  /** Returns what is known, with what it was before a reader set it right, and the reader's note. */
  function corrected(more, value, name) {
    const about = marks(more, name).map(({ was, line, note }) => node("span", { class: "about set" },
      "Read as ", was === null ? "not known" : said(was, LONG), `; set right by line ${line} of the corrections`,
      note ? [": ", said(note, LONG)] : "."));
    return about.length ? [value || "not known", about].flat() : value;
  }
  const marks = (more, name) => (more.set_right || []).filter((one) => one.what === name);

  /** How sure the words are. Nobody is said to accuse where the report names no one who does. */
  function certainty(row, more) {
    const nameless = row.modality === "accused" && !more.claims.some((one) => one.asserted_by);
    return nameless ? "Alleged; by whom is not said" : dateline.marks.certainty(row.modality).label;
  }

  /** Tells whether some claims are surer, or less sure, than others. */
  const differ = (list) => new Set(list.map((one) => one.modality)).size > 1;

  const chip = (label) => node("span", { class: "chip" }, label);

  function facts(rows) {
    const kept = rows.filter(([, value]) => value);
    return node("dl", {}, kept.map(([name, value]) => [node("dt", {}, name), node("dd", {}, ...[value].flat())]));
  }

  function when(row) {
    if (!row) return null;
    const [start, end, precision, text] = row, resolved = days(start, end);
    const quoted = text && node("q", {}, said(text));
    if (!resolved)
      return [
        quoted || "not said",
        node("span", { class: "about" }, " The day is not known: the report's own date is missing."),
      ];
    const closeness = start
      ? ` known to ${{ days: "a few days", unknown: "a stretch of days" }[precision] || `the ${precision || "day"}`}`
      : " The day is not known; it was over when it was reported.";
    return [resolved, node("span", { class: "about" }, closeness), quoted && [" ", quoted]].flat();
  }

  function where(style, row, more) {
    const { place } = row;
    if (row.drawn === "parts") return "Where its phases took place";
    if (!place) return nowhere(row, more);
    const region = [place.admin1 !== place.name && place.admin1, place.country && country(place.country)].filter((one) => one && one !== place.name);
    return [
      said([place.name, ...region].join(", ")),
      place.gazetteer && node("span", { class: "about" }, "In the gazetteer: ", said(place.gazetteer)),
      node("span", { class: "about" }, `Known to ${own(style.precisions, place.precision) || "an unknown degree"}. ${drawn(row)}`),
      row.inherited && node("span", { class: "about" }, inherited(more.inherited_from)),
      more.confidence !== undefined && node("span", { class: "about" },
        `Confidence that the name means this place: ${Math.round(100 * more.confidence)} %.`,
        row.inherited && " That it happened there is inferred, and not in this figure."),
    ];
  }

  /** Says why an incident has no place. */
  function nowhere(row, more) {
    if (row.unplaced === "unknown") return ["Not drawn. Named, but not in the gazetteer: ", said(row.named)];
    if (row.unplaced === "doubtful")
      return [
        "Not drawn. Perhaps ",
        said(row.named),
        `, but at ${Math.round(100 * more.confidence)} % that is less sure than was asked for.`,
      ];
    return "Not drawn. The reading found no place for it; the report may still name one.";
  }

  const WHENCE = { dateline: "the report’s dateline", before: "an earlier sentence", after: "a later sentence" };

  /** Says where in the report a place was taken from that the incident's own sentence does not name. */
  function inherited(from) {
    const [kind, words] = from ? [from.slice(0, from.indexOf(": ")), from.slice(from.indexOf(": ") + 2)] : ["", ""];
    const source = own(WHENCE, kind) || "elsewhere in the report";
    return [`Its own sentence names no place. Taken from ${source}`, words ? [": ", node("q", {}, said(words))] : "."];
  }

  function drawn({ drawn: how, place, shape }) {
    const point = `${Math.abs(place.lat).toFixed(4)}° ${place.lat < 0 ? "S" : "N"}, ${Math.abs(place.lon).toFixed(4)}° ${place.lon < 0 ? "W" : "E"}`;
    if (how === "country") return "The country is outlined; there is no mark.";
    if (how === "point") return `Marked at ${point}.`;
    return shape ? "Drawn as the outline of the unit." : `Drawn as a circle of ${number(place.radius)} km around ${point}.`;
  }

  function toll([low, best, high]) {
    return low === high ? number(best) : [number(best), node("span", { class: "about" }, ` best figure; lowest ${number(low)}, highest ${number(high)}`)];
  }

  function end(place, inferred, named, sure) {
    if (!place) return named ? [said(named), node("span", { class: "about" }, " less sure than was asked for, and not drawn")] : "no place found";
    return [
      said(words.where(place)),
      place.gazetteer && node("span", { class: "about" }, "In the gazetteer: ", said(place.gazetteer)),
      sure && node("span", { class: "about" }, `Confidence that the name means this place: ${sure} %.`),
      inferred && node("span", { class: "about" }, " taken from another statement about the same route, or from what the cargo is called"),
    ];
  }

  /** Returns the reports that tell it, each with its source and day; copies of one text are said to be so. */
  function told(data, row, more) {
    const reports = more.reports ? more.reports.map(data.report) : [row.document];
    const copies = more.texts && more.texts < reports.length;
    return [
      reports.map(({ id, title, source, published }) => node("span", { class: "report" }, said(called({ title, id })),
        (source || published) && node("span", { class: "about" }, said([source, published].filter(Boolean).join(", "), LONG)))),
      copies && node("span", { class: "about" }, `Copies of the same words count once: ${plural(more.texts, "text", "different texts")}.`),
      node("span", { class: "about" }, said(row.id, LONG)),
    ];
  }

  function reasons(more) {
    if (!more.reasons) return null;
    return node(
      "section",
      {},
      node("h3", {}, "Why this place"),
      node(
        "ul",
        { class: "plain" },
        more.reasons.split("; ").map((one) => node("li", {}, said(one))),
      ),
    );
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

  function claims(data, row, list) {
    const kept = together(list);
    return node("section", {}, node("h3", {}, kept.length === 1 ? "The claim" : `The ${kept.length} claims`), kept.map((one) => claim(data, row, one)));
  }

  /** Returns the claims, those that several reports make in the same words as one with all its reports. */
  function together(list) {
    const found = new Map();
    for (const one of list) {
      const key = JSON.stringify([oneLine(one.text || ""), one.asserted_by, one.relayed_by, one.cue, one.modality, one.killed, one.injured, one.captured]);
      if (found.has(key) && one.document) found.get(key).documents.push(one.document);
      else found.set(found.has(key) ? key + found.size : key, { ...one, documents: one.document ? [one.document] : [] });
    }
    return [...found.values()];
  }

  function claim(data, row, one) {
    const tolls = words.EFFECTS.filter((effect) => one[effect]).map(
      (effect) => words.toll([one[effect].low, one[effect].best, one[effect].high], effect),
    );
    const around = (text) => text && node("span", { class: "around" }, said(oneLine(text)));
    return node("figure", {},
      node("blockquote", { dir: "auto" }, around(one.before), one.before && " ", said(oneLine(one.text || "")), one.after && " ", around(one.after)),
      node("figcaption", {}, chain(data, row, one),
        node("span", {}, `How sure: ${one.modality || "not said"}`, one.cue && [" (", node("q", {}, said(one.cue)), ")"], one.quoted && ", in quotation marks"),
        tolls.length > 0 && node("span", {}, `Says: ${tolls.join(", ")}`)));
  }

  /** Returns who says it and through whose hands it went, from the first speaker to the report. */
  function chain(data, row, one) {
    const reports = one.documents.length ? one.documents.map(data.report) : [row.document];
    return node("ol", { class: "chain" },
      node("li", {}, one.asserted_by ? ["Asserted by ", said(one.asserted_by)] : "No speaker is named: the report’s own words"),
      (one.relayed_by || []).map((who) => node("li", {}, "Relayed by ", said(who))),
      node(
        "li",
        {},
        "In ",
        reports.flatMap((report, i) => [
          i ? "; " : "",
          node("cite", {}, said(called(report))),
          report.source && [", ", said(report.source, LONG)],
        ]),
      ),
    );
  }

  return { incident, route };
})();
