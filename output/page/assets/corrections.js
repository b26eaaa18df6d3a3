/* What a reader sets right, and the file of it that `dateline map --corrections` takes. */
dateline.corrections = (() => {
  "use strict";

  const HEAD = [
    "# What a reader of the map set right. Draw again with it:",
    "# dateline map REPORTS --corrections corrections.toml -o map.html",
  ];
  const COMPUTED = /^(offset|between|point|corrections):/; // ids of places that no gazetteer keeps

  /** All that a reader has set right so far. */
  class Corrections {
    constructor() { this.all = []; this.saved = true; }
    /** Adds an entry: `{ kind, values, words, id }`, the words for readers; another of the same kind on the same thing goes. */
    add(...entries) {
      for (const entry of entries) this.all = this.all.filter((other) => other.key !== entry.key).concat(entry);
      this.saved = false;
    }
    remove(entry) {
      this.all = this.all.filter((other) => other !== entry);
      this.saved = !this.all.length;
    }
    about(row) {
      return this.all.filter(({ ids }) => ids.includes(row.id));
    }
    toml() {
      this.saved = true;
      return [...HEAD, ...this.all.flatMap(({ tables, words }) => ["", comment(words), ...tables.map(table)])].join(
        "\n",
      );
    }
  }

  /** Returns a table of TOML 1.0. */
  const table = ([kind, values]) =>
    [`[[${kind}]]`, ...Object.entries(values).map(([name, value]) => `${name} = ${written(value)}`)].join("\n") + "\n";

  function written(value) {
    if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
    if (typeof value === "number") return String(value);
    return `"${[...String(value)].map(character).join("")}"`;
  }

  /** Returns a character as it may stand in a basic string: what could end or hide it is written as its number. */
  function character(one) {
    const code = one.codePointAt(0);
    if (one === '"' || one === "\\") return `\\${one}`;
    if (code >= 0xd800 && code <= 0xdfff) return "\\uFFFD";
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || dateline.text.hides(one)
      ? `\\U${code.toString(16).toUpperCase().padStart(8, "0")}`
      : one;
  }
  const comment = (words) => `# ${dateline.text.visible(words).replace(/\s+/g, " ").slice(0, 200)}`;

  // ------------------------------------------------------------ what can be said of an incident or a route

  /** Returns a place's id, or its point where no gazetteer keeps it. */
  const at = (place) =>
    place.id && !COMPUTED.test(place.id) ? place.id : [Number(place.lat.toFixed(5)), Number(place.lon.toFixed(5))];
  const entry = (kind, row, words, tables) => ({ key: `${kind} ${row.id}`, ids: [row.id], words, tables });
  const what = (row) => `${dateline.words.what(row)} (${row.id})`;

  /** The incident was at another place; it alone, in each report that tells it. */
  const placed = (row, told, place) =>
    entry(
      "place",
      row,
      `${what(row)}: at ${named(place)}`,
      told.map((id) => ["incident_place", { id, at: at(place) }]),
    );

  /** A name means another place; in the report, or in all if several tell the incident. */
  const renamed = (row, told, name, place) => entry("place", row, `“${name}” is ${named(place)}`,
    [["place", { name, at: at(place), ...(told.length === 1 ? { document: row.document.id } : {}) }]]);

  /** A value of an incident is another, in each report that tells it; the note says why. */
  const value = (row, told, name, set, note) =>
    entry(name, row, `${what(row)}: ${name} ${[set].flat().join(", ") || "nobody"}`,
      told.map((id) => ["incident", { id, [name]: set, ...noted(note) }]));

  /** An end of a route is another place; null: not known. */
  const end = (row, told, name, place, note) =>
    entry(name, row, `${route(row)}: ${name} ${place ? named(place) : "not known"}`,
      told.map((id) => ["route", { id, [name]: place ? at(place) : "unknown", ...noted(note) }]));

  const noted = (note) => (note ? { note } : {});

  const struck = (row, told) =>
    entry(
      "struck",
      row,
      `${what(row)}: not an incident`,
      told.map((id) => ["not_an_incident", { id }]),
    );

  const same = (row, told, other, tellings) => ({
    ...entry(`same ${other.id}`, row, `${what(row)} and ${what(other)}: the same event`, [
      ["same_event", { ids: [...told, ...tellings] }],
    ]),
    ids: [row.id, other.id],
  });

  /** Some of the tellings are of another event: none of them is one with any that stays. */
  function apart(row, told, others) {
    const kept = told.filter((id) => !others.includes(id));
    return entry("split", row, `${what(row)}: ${others.join(", ")} tell of another event`, [
      ...kept.flatMap((one) => others.map((other) => ["apart", { ids: [one, other] }])),
      ...[kept, others].filter((ids) => ids.length > 1).map((ids) => ["same_event", { ids }])]);
  }

  const split = (row, claims) =>
    entry("split", row, `${what(row)}: claim ${claims.join(", ")} of another event`, [
      ["split", { id: row.id, claims }],
    ]);

  const noRoute = (row, told) =>
    entry(
      "struck",
      row,
      `${route(row)}: not a route`,
      told.map((id) => ["not_a_route", { id }]),
    );

  const otherWay = (row, told) =>
    entry(
      "turned",
      row,
      `${route(row)}: the other way`,
      told.map((id) => ["reverse_route", { id }]),
    );

  const route = (row) => `${dateline.words.ends(row)} (${row.id})`;
  const named = (place) => place.name || `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}`;

  return { Corrections, placed, renamed, value, end, struck, same, apart, split, noRoute, otherWay, written };
})();
