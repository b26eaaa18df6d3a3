/* Incidents, routes, places and reports as objects that look their values up in columns: a million of them cost little. */
dateline.rows = (() => {
  "use strict";

  const DEGREE = 100000;  // as in output/page/data.py
  const OPEN = 10000000;  // the span of days of which only the first is known; one more: only the last
  const FIRST = 719163;   // the number of 1970-01-01, as Python counts days

  /** Returns the rows over the columns, and the columns themselves. */
  function make({ incidents: c, routes: r, documents: d, places: p, retold, words, tables, sizes, steps }) {
    const { texts, terms, counts } = tables;
    const shapes = tables.shapes.map((rings) => rings && rings.map((one) => ring(one, steps)));

    class Place {
      constructor(i) { this.index = i; }
      get id() { return words[p.id[this.index]]; }
      get name() { return words[p.name[this.index]]; }
      get country() { return words[p.country[this.index]]; }
      get admin1() { return words[p.admin1[this.index]]; }
      get lat() { return p.lat[this.index] / DEGREE - 90; }
      get lon() { return p.lon[this.index] / DEGREE - 180; }
      get precision() { return p.precision[this.index] || null; }
      get radius() { return p.radius[this.index] / 100; }
      get gazetteer() { return words[p.gazetteer[this.index]]; }
    }
    class Report {
      constructor(i) { this.index = i; }
      get id() { return texts[d.id[this.index]]; }
      get title() { return texts[d.title[this.index]]; }
      get source() { return texts[d.source[this.index]]; }
      get published() { return texts[d.published[this.index]]; }
      get warnings() { return texts[d.warnings[this.index]]; }
      get incidents() { return d.incidents[this.index]; }
      get routes() { return d.routes[this.index]; }
    }
    const places = [null, ...rows(sizes.places, Place)],
      documents = rows(sizes.documents, Report);
    const name = (columns, i, letter) =>
      columns.id[i] ? texts[columns.id[i]] : `${documents[columns.document[i]].id}#${letter}${columns.number[i]}`;

    class Incident {
      constructor(i) { this.index = i; }
      get kind() { return "incident"; }
      get id() { return name(c, this.index, "i"); }
      get document() { return documents[c.document[this.index]]; }
      get type() { return terms[c.type[this.index]]; }
      get stage() { return terms[c.stage[this.index]]; }
      get modality() { return terms[c.modality[this.index]]; }
      get denied() { return c.denied[this.index] === 1; }
      get drawn() { return terms[c.drawn[this.index]]; }
      get unplaced() { return terms[c.unplaced[this.index]]; }
      get parent() { return c.parent[this.index] - 1; }
      get parentRow() { return incidents[c.parent[this.index] - 1] || null; }
      get place() { return places[c.place[this.index]]; }
      get sure() { return c.sure[this.index]; }  // that this place is meant, in percent; 0 is not known
      get inherited() { return c.inherited[this.index] === 1; }
      get when() { return when(c, this.index); }
      get shape() { return shapes[c.shape[this.index]]; }
      get told() { return c.told[this.index]; }
      get named() { return texts[c.named[this.index]]; }
      get said() { return texts[c.said[this.index]]; }
      get killed() { return counts[c.killed[this.index]]; }
      get injured() { return counts[c.injured[this.index]]; }
      get captured() { return counts[c.captured[this.index]]; }
    }
    class Route {
      constructor(i) {
        this.index = i;
      }
      get kind() {
        return "route";
      }
      get id() {
        return name(r, this.index, "r");
      }
      get document() {
        return documents[r.document[this.index]];
      }
      get modality() {
        return terms[r.modality[this.index]];
      }
      get denied() {
        return r.denied[this.index] === 1;
      }
      get cargo() {
        return texts[r.cargo[this.index]];
      }
      get origin() {
        return places[r.origin[this.index]];
      }
      get destination() {
        return places[r.destination[this.index]];
      }
      get when() {
        return when(r, this.index);
      }
      get told() {
        return r.told[this.index];
      }
      get inferred() {
        return { origin: (r.inferred[this.index] & 1) === 1, destination: (r.inferred[this.index] & 2) === 2 };
      }
    }

    /** Returns first day, last day, how closely known, and the report's own words; or null. */
    function when(columns, i) {
      const { start, end } = days(columns, i), words = texts[columns.words[i]], closeness = terms[columns.closeness[i]];
      return start || end || words || closeness ? [start && iso(start), end && iso(end), closeness, words] : null;
    }

    const incidents = rows(sizes.incidents, Incident);
    let byId = null;
    const report = (id) => {
      byId = byId || new Map(documents.map((one) => [one.id, one]));
      return byId.get(id) || { id };
    };
    return {
      incidents, routes: rows(sizes.routes, Route), documents, places, report,
      columns: { incidents: c, routes: r, documents: d, places: p, retold }, tables: { texts, terms, counts, words },
    };
  }

  const rows = (length, Row) => {
    const made = new Array(length);
    for (let i = 0; i < length; i++) made[i] = new Row(i);
    return made;
  };

  /** Returns the numbers of the first and the last day of a row; 0 for one that is not known. */
  function days(columns, i) {
    const first = columns.start[i], span = columns.span[i];
    if (span === OPEN + 1) return { start: 0, end: first };
    return { start: first, end: span === OPEN || !first ? 0 : first + span };
  }

  /** Returns a day's number as YYYY-MM-DD, and the other way round (0 for what is no day). */
  const iso = (number) => new Date((number - FIRST) * 864e5).toISOString().slice(0, 10);
  function numbered(text) {
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) return 0;
    const time = Date.parse(`${text}T00:00:00Z`);
    return Number.isNaN(time) || iso(time / 864e5 + FIRST) !== text ? 0 : time / 864e5 + FIRST;
  }

  /** Returns a ring of [longitude, latitude] from its steps. */
  function ring(steps, perDegree) {
    const points = [];
    let x = 0,
      y = 0;
    for (let i = 0; i < steps.length; i += 2)
      points.push([(x += steps[i]) / perDegree, (y += steps[i + 1]) / perDegree]);
    return points;
  }

  return { make, days, iso, numbered };
})();
