/* Makes the filters of a page out of its columns. */
dateline.facets = (() => {
  "use strict";

  const { Facet, AtLeast, Days, Words, InSight, Filters } = dateline.filters;
  const DEGREE_KM = 111.2;
  const NONE = "none", ROUTE = "route";

  const LAYERS = ["map", "country", "nowhere", "routes"],
    LAYER = { point: 0, area: 0, parts: 0, country: 1, unlocated: 2 };

  /** Returns the filters of what the page holds. */
  function make(data) {
    const { incidents: c, routes: r, places: p, documents: d } = data.columns,
      size = data.incidents.length + data.routes.length;
    const first = data.incidents.length;
    const facets = [
      layer(data, c.drawn, size),
      byTerm("type", data, c.type, () => ROUTE),
      byTerm("modality", data, c.modality, (i) => data.routes[i].modality || NONE),
      byTerm("stage", data, c.stage, () => ROUTE),
      precision(c, p, first, size),
      sureness(c, first, size),
      country(data, c, r, p, first, size),
      byReport("source", data, d.source),
      byReport("report", data, d.id),
      new Facet("people", [], null),
    ];
    const bests = Float64Array.from(data.tables.counts, (count) => (count ? count[1] : -1));
    const best = (effect) => {
      const found = new Float64Array(size).fill(-1, first);
      for (let i = 0; i < first; i++) found[i] = bests[c[effect][i]];
      return found;
    };
    const tolls = dateline.words.EFFECTS.map((effect) => new AtLeast(effect, best(effect)));
    return new Filters(
      [
        ...facets,
        ...tolls,
        days(c, r, first, size),
        new Words("words", size),
        new InSight(() => ends(data, c, r, first)),
      ],
      size,
    );
  }

  /** Returns a facet of a column of terms; routes have the value that `ofRoute` gives them. */
  function byTerm(name, data, column, ofRoute) {
    const keys = [],
      numbers = new Map(),
      made = new Int32Array(data.incidents.length + data.routes.length);
    const number = (key) => {
      if (!numbers.has(key)) {
        numbers.set(key, keys.length);
        keys.push(key);
      }
      return numbers.get(key);
    };
    const ofTerm = data.tables.terms.map(() => -1);
    for (let i = 0; i < column.length; i++) {
      const term = column[i];
      if (ofTerm[term] < 0) ofTerm[term] = number(data.tables.terms[term] || NONE);
      made[i] = ofTerm[term];
    }
    for (let i = 0; i < data.routes.length; i++) made[column.length + i] = number(ofRoute(i));
    return new Facet(name, keys, made);
  }

  /** Returns the facet of how things are shown: as a mark or an area, as a country, in the list only, as a route. */
  function layer(data, drawn, size) {
    const ofTerm = data.tables.terms.map((term) => LAYER[term] ?? 2), made = new Uint8Array(size).fill(3, drawn.length);
    for (let i = 0; i < drawn.length; i++) made[i] = ofTerm[drawn[i]];
    return new Facet("layer", LAYERS, made);
  }

  /** Returns the facet of how sure the place is; one taken from another sentence has that value, too. */
  function sureness(c, first, size) {
    const made = new Uint8Array(size).fill(4, first), taken = [];
    for (let i = 0; i < first; i++) {
      made[i] = c.sure[i] === 0 || !c.place[i] ? 3 : c.sure[i] >= 90 ? 0 : dateline.marks.low(c.sure[i]) ? 2 : 1;
      if (c.inherited[i]) taken.push(i);
    }
    return new Facet("sure", ["high", "middle", "doubtful", NONE, ROUTE, "taken"], made, [taken, taken.map(() => 5)]);
  }

  function precision(c, p, first, size) {
    const made = new Uint8Array(size).fill(9, first);
    for (let i = 0; i < first; i++) made[i] = c.drawn[i] && c.place[i] ? p.precision[c.place[i] - 1] : 0;
    return new Facet("precision", [NONE, "1", "2", "3", "4", "5", "6", "7", "8", ROUTE], made);
  }

  function country(data, c, r, p, first, size) {
    const keys = [NONE], ofWord = new Int32Array(data.tables.words.length).fill(-1), made = new Int32Array(size);
    ofWord[0] = 0;
    const number = (place) => {
      const word = place ? p.country[place - 1] : 0;
      if (ofWord[word] < 0) { ofWord[word] = keys.length; keys.push(data.tables.words[word]); }
      return ofWord[word];
    };
    for (let i = 0; i < first; i++) made[i] = number(c.place[i]);
    const more = [[], []];
    for (let i = 0; i < size - first; i++) {
      const [from, to] = [number(r.origin[i]), number(r.destination[i])];
      made[first + i] = from || to;
      if (to && from && to !== from) { more[0].push(first + i); more[1].push(to); }
    }
    return new Facet("country", keys, made, more);
  }

  /** Returns a facet of a column of the reports' texts; what several reports tell has the values of them all. */
  function byReport(name, data, column) {
    const { texts } = data.tables,
      keys = [],
      ofText = new Int32Array(texts.length).fill(-1),
      ofReport = new Int32Array(data.documents.length);
    for (let i = 0; i < ofReport.length; i++) {
      const text = column[i];
      if (ofText[text] < 0) { ofText[text] = keys.length; keys.push(texts[text] || NONE); }
      ofReport[i] = ofText[text];
    }
    const { incidents: c, routes: r, retold } = data.columns,
      first = c.document.length,
      made = new Int32Array(first + r.document.length);
    for (let i = 0; i < first; i++) made[i] = ofReport[c.document[i]];
    for (let i = 0; i < r.document.length; i++) made[first + i] = ofReport[r.document[i]];
    const more = [[], []], seen = new Set();
    for (let i = 0; i < retold.item.length; i++) {
      const item = retold.item[i], number = ofReport[retold.document[i]], pair = `${item} ${number}`;
      if (number === made[item] || seen.has(pair)) continue;
      seen.add(pair);
      more[0].push(item); more[1].push(number);
    }
    return new Facet(name, keys, made, more);
  }

  /** Returns where all places of all items are, and how far around them they reach, in degrees. */
  function ends(data, c, r, first) {
    const pairs = [];
    for (let i = 0; i < first; i++) if (c.place[i]) pairs.push(i, c.place[i]);
    for (let i = 0; i < r.origin.length; i++)
      for (const place of [r.origin[i], r.destination[i]]) if (place) pairs.push(first + i, place);
    const many = pairs.length / 2,
      made = {
        item: new Int32Array(many),
        lat: new Float32Array(many),
        lon: new Float32Array(many),
        around: new Float32Array(many),
      };
    for (let k = 0; k < many; k++) {
      const place = data.places[pairs[2 * k + 1]];
      made.item[k] = pairs[2 * k];
      made.lat[k] = place.lat;
      made.lon[k] = place.lon;
      made.around[k] = place.precision > 1 ? place.radius / DEGREE_KM : 0;
    }
    return made;
  }

  /** Returns the filter by day: an open end is as far as anything here reaches. */
  function days(c, r, first, size) {
    const start = new Int32Array(size), end = new Int32Array(size);
    let last = 0;
    const fill = (columns, offset) => {
      for (let i = 0; i < columns.start.length; i++) {
        const known = dateline.rows.days(columns, i);
        start[offset + i] = known.start; end[offset + i] = known.end;
        last = Math.max(last, known.start, known.end);
      }
    };
    fill(c, 0);
    fill(r, first);
    for (let i = 0; i < size; i++) if (start[i] && !end[i]) end[i] = last;
    return new Days(start, end);
  }

  return { make };
})();
