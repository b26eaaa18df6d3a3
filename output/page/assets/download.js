/* What the filters let through as a file: GeoJSON, or CSV whose cells no spreadsheet takes for a formula. The columns are
   called as `dateline export` calls them. */
dateline.download = (() => {
  "use strict";

  const { node } = dateline.text;
  const { EFFECTS } = dateline.words;
  const PIECE = 5000; // features in a piece of a file
  const FORMULA = /^[ \u00a0\ufeff]*[=+\-@\t\r\n＝＋－＠]/; // what makes a spreadsheet compute a cell (OWASP, "CSV Injection")
  const DETAILS = [
    "perpetrators",
    "victims",
    "targets",
    "captors",
    "captives",
    "weapons",
    "trigger",
    "confidence",
    "inherited_from",
    "reasons",
    "categories",
    "via",
    "operator",
    "purpose",
    "habitual",
    "corrected",
  ];

  /** Returns all that is known of a row as flat values. */
  function flat(row, more) {
    const [start, end, closeness, words] = row.when || [],
      [first] = more.claims,
      several = more.reports || [row.document.id];
    return {
      layer: row.kind,
      id: row.id,
      document: row.document.id,
      told_by: several.join("; "),
      reports: row.told,
      ...(row.kind === "route" ? ends(row) : happened(row)),
      modality: row.modality,
      when_start: start,
      when_end: end,
      when_precision: closeness,
      when_text: words,
      ...Object.fromEntries(DETAILS.map((name) => [name, more[name]])),
      claims: more.claims.length,
      quote: first && first.text,
      asserted_by: first && first.asserted_by,
      relayed_by: first && (first.relayed_by || []).join("; "),
      cue: first && first.cue,
      title: row.document.title,
      source: row.document.source,
      published: row.document.published,
    };
  }

  function happened(row) {
    const place = row.place || {}, parent = row.parentRow;
    return {
      part_of: parent && parent.id,
      type: row.type,
      stage: row.stage,
      drawn: row.drawn,
      unplaced: row.unplaced,
      named: row.named,
      place: place.gazetteer || place.name,
      surface: place.name,
      place_id: place.id,
      country: place.country,
      admin1: place.admin1,
      lat: place.lat,
      lon: place.lon,
      precision: place.precision,
      radius_km: place.radius,
      inherited: row.place ? row.inherited : null,
      ...Object.fromEntries(
        EFFECTS.flatMap((effect) =>
          ["low", "best", "high"].map((bound, i) => [`${effect}_${bound}`, row[effect] && row[effect][i]]),
        ),
      ),
    };
  }

  const ends = (row) => Object.fromEntries([["cargo", row.cargo], ...["origin", "destination"].flatMap((end) => {
    const place = row[end] || {};
    return [
      [end, place.gazetteer || place.name], [`${end}_surface`, place.name], [`${end}_country`, place.country],
      [`${end}_lat`, place.lat], [`${end}_lon`, place.lon], [`${end}_inferred`, row[end] ? row.inferred[end] : null],
    ];
  })]);

  const tidy = (value) =>
    value === undefined || value === null || value === ""
      ? null
      : typeof value === "number"
        ? Math.round(value * 1e6) / 1e6
        : value;

  // ------------------------------------------------------------ the files

  function feature(row, more) {
    const { id, ...properties } = flat(row, more);
    return JSON.stringify({
      type: "Feature",
      id,
      geometry: dateline.geometry[row.kind](row),
      properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, tidy(value)])),
    });
  }

  /** Returns a cell of CSV by RFC 4180; an apostrophe stands before what would begin a formula. */
  function cell(value) {
    const plain = tidy(value);
    if (plain === null) return "";
    if (typeof plain !== "string") return String(plain);
    const text = plain.replaceAll("\0", "\ufffd"), safe = FORMULA.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  /** Returns the pieces of a file: `head`, then what `line` makes of each row that is shown, then `tail`. */
  async function pieces(data, filters, { head, line, between, tail }, tell) {
    const made = [head],
      first = data.incidents.length;
    let lines = [],
      begun = false;
    const flush = () => {
      if (lines.length) made.push((begun ? between : "") + lines.join(between));
      begun = begun || lines.length > 0;
      lines = [];
    };
    const take = (row, more) => {
      lines.push(line(row, more));
      if (lines.length >= PIECE) flush();
    };
    await data.everyDetail(
      "incidents",
      (i, more) => {
        if (filters.passes(i)) take(data.incidents[i], more);
      },
      tell,
    );
    await data.everyDetail(
      "routes",
      (i, more) => {
        if (filters.passes(first + i)) take(data.routes[i], more);
      },
      tell,
    );
    flush();
    return [...made, tail];
  }

  const geojson = (data, filters, tell) =>
    pieces(
      data,
      filters,
      { head: '{"type":"FeatureCollection","features":[\n', line: feature, between: ",\n", tail: "\n]}\n" },
      tell,
    );

  function csv(data, filters, tell) {
    const names = columns(data);
    const line = (row, more) => {
      const known = flat(row, more);
      return names.map((name) => cell(known[name])).join(",");
    };
    return pieces(data, filters, { head: `${names.join(",")}\r\n`, line, between: "\r\n", tail: "\r\n" }, tell);
  }

  /** Returns the columns of both incidents and routes. */
  function columns(data) {
    const empty = { claims: [] };
    return [
      ...new Set([data.incidents[0], data.routes[0]].filter(Boolean).flatMap((row) => Object.keys(flat(row, empty)))),
    ];
  }

  /** Returns the part of the page with the buttons. */
  function make(data, filters) {
    const status = node("span", { class: "about", role: "status" });
    const button = (label, name, type, work) =>
      node(
        "button",
        {
          type: "button",
          class: "quiet",
          click: async () => {
            const parts = await work(data, filters, (share) =>
              status.replaceChildren(share < 1 ? ` ${Math.round(100 * share)} %` : ""),
            );
            dateline.saving.save(name, type, parts);
          },
        },
        label,
      );
    return node(
      "p",
      { class: "taking" },
      "Save what is listed: ",
      button("GeoJSON", "dateline.geojson", "application/geo+json", geojson),
      " ",
      button("CSV", "dateline.csv", "text/csv", csv),
      status,
    );
  }

  return { make, geojson, csv, cell };
})();
