/* Reads the page's data: columns of numbers into tables of distinct values, and details in deflated blocks. */
dateline.data = (() => {
  "use strict";

  const PLACE = ["name", "country", "admin1", "lat", "lon", "precision", "radius", "gazetteer"];
  const DOCUMENT = ["id", "title", "source", "published", "warnings", "incidents", "routes"];
  const NUMBERS = ["incidents", "routes"];
  const value = (raw, key, i) => (NUMBERS.includes(key) ? raw.documents[key][i] : raw.texts[raw.documents[key][i]]);
  const read = (name) => JSON.parse(document.getElementById(`dateline-${name}`).textContent);

  /** Returns the bytes of base64 of a zlib stream. */
  async function inflate(base64) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** Returns what the page holds, with functions that look a row's values up. */
  function open() {
    const raw = read("data");
    const places = raw.places.map((row) => row && Object.fromEntries(PLACE.map((key, i) => [key, row[i]])));
    const documents = raw.documents.id.map((_, i) => Object.fromEntries(DOCUMENT.map((key) => [key, value(raw, key, i)])));
    const shapes = raw.shapes.map((rings) => rings && rings.map((steps) => ring(steps, raw.steps)));
    const opened = new Map();

    function detail(kind, index) {
      const block = Math.floor(index / raw.block), key = `${kind}${block}`;
      if (!opened.has(key)) {
        opened.set(key, inflate(raw.details[kind][block]).then((bytes) => JSON.parse(new TextDecoder().decode(bytes))));
      }
      return opened.get(key).then((rows) => rows[index - block * raw.block]);
    }

    function incident(i) {
      const c = raw.incidents, term = (column) => raw.terms[c[column][i]];
      return {
        index: i, id: raw.texts[c.id[i]], document: documents[c.document[i]], type: term("type"), stage: term("stage"),
        modality: term("modality"), drawn: term("drawn"), parent: c.parent[i] - 1, place: places[c.place[i]],
        inherited: c.inherited[i] === 1, when: raw.whens[c.when[i]], shape: shapes[c.shape[i]],
        told: c.told[i], unplaced: term("unplaced"), named: raw.texts[c.named[i]], said: raw.texts[c.said[i]],
        killed: raw.counts[c.killed[i]], injured: raw.counts[c.injured[i]], captured: raw.counts[c.captured[i]],
      };
    }

    function route(i) {
      const c = raw.routes;
      return {
        index: i, id: raw.texts[c.id[i]], document: documents[c.document[i]], modality: raw.terms[c.modality[i]],
        cargo: raw.texts[c.cargo[i]],
        origin: places[c.origin[i]], destination: places[c.destination[i]], when: raw.whens[c.when[i]], told: c.told[i],
        inferred: { origin: (c.inferred[i] & 1) === 1, destination: (c.inferred[i] & 2) === 2 },
      };
    }

    const rows = (length, make) => Array.from({ length }, (_, i) => make(i));
    const byId = new Map(documents.map((document) => [document.id, document]));
    return {
      title: raw.title, notes: raw.notes, documents, detail, report: (id) => byId.get(id) || { id },
      incidents: rows(raw.incidents.id.length, incident), routes: rows(raw.routes.id.length, route),
    };
  }

  /** Returns a ring of [longitude, latitude] from its steps. */
  function ring(steps, perDegree) {
    const points = [];
    let x = 0, y = 0;
    for (let i = 0; i < steps.length; i += 2) points.push([(x += steps[i]) / perDegree, (y += steps[i + 1]) / perDegree]);
    return points;
  }

  return { read, inflate, open };
})();
