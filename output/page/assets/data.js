/* Reads the page's data: planes of bytes into columns of numbers, and details in deflated blocks. */
dateline.data = (() => {
  "use strict";

  const text = (name) => document.getElementById(`dateline-${name}`).textContent;
  const read = (name) => JSON.parse(text(name));

  /** Returns the bytes that base64 stands for. */
  function bytes(base64) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const characters = atob(base64), made = new Uint8Array(characters.length);
    for (let i = 0; i < made.length; i++) made[i] = characters.charCodeAt(i);
    return made;
  }

  /** Returns the bytes of base64 of a zlib stream. */
  async function inflate(base64) {
    const stream = new Blob([bytes(base64)]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  const json = async (base64) => JSON.parse(new TextDecoder().decode(await inflate(base64)));

  /** Returns the columns of a table by name: a byte array where one plane holds all, else an Int32Array. */
  async function columns(table) {
    const { rows, planes } = table, packed = await inflate(table.bytes), made = {};
    let at = 0;
    for (const [name, width] of Object.entries(planes)) {
      if (width === 1) made[name] = packed.subarray(at, at + rows);
      else made[name] = whole(packed, at, rows, width);
      at += rows * width;
    }
    return made;
  }

  function whole(packed, at, rows, width) {
    const column = new Int32Array(rows);
    for (let plane = 0; plane < width; plane++) {
      const from = at + plane * rows, shift = 8 * plane;
      for (let i = 0; i < rows; i++) column[i] |= packed[from + i] << shift;
    }
    return column;
  }

  /** Returns what the page holds: rows whose values are looked up when they are asked for, and their details. */
  async function open() {
    const raw = read("data");
    const [incidents, routes, documents, places, retold, words, tables] = await Promise.all([
      ...["incidents", "routes", "documents", "places", "retold"].map((name) => columns(raw[name])),
      json(raw.places.words),
      json(raw.tables),
    ]);
    const sizes = {
      incidents: raw.incidents.rows,
      routes: raw.routes.rows,
      documents: raw.documents.rows,
      places: raw.places.rows,
    };
    const rows = dateline.rows.make({
      incidents,
      routes,
      documents,
      places,
      retold,
      words,
      tables,
      sizes,
      steps: raw.steps,
    });
    return { title: raw.title, notes: raw.notes, named: raw.named, ...rows, ...details(raw.block, sizes) };
  }

  /** Returns functions that read the details of one row, and of all rows of a kind. */
  function details(size, sizes) {
    const opened = new Map();
    let words = null;
    const opening = async (block) => {
      const [head, numbers] = block.split(".");
      return [await json(head), await inflate(numbers)];
    };
    function block(kind, number) {
      const name = `${kind}-${number}`;
      words = words || json(text("words")).then(({ words: list, gaps }) => ({ list, gaps: new Set(gaps) }));
      if (!opened.has(name)) opened.set(name, Promise.all([words, opening(text(name))]).then(apart));
      return opened.get(name);
    }
    const detail = (kind, index) => block(kind, Math.floor(index / size)).then((rows) => rows[index % size]);

    /** Calls `each(index, detail)` for every row of a kind, block by block; `tell(share)` hears how far it is. */
    async function everyDetail(kind, each, tell = () => {}) {
      const blocks = Math.ceil(sizes[kind] / size);
      for (let number = 0; number < blocks; number++) {
        const kept = opened.has(`${kind}-${number}`);
        const rows = await block(kind, number);
        rows.forEach((row, i) => each(number * size + i, row));
        if (!kept && blocks > 20) opened.delete(`${kind}-${number}`);  // what was read in passing is not held on to
        tell((number + 1) / blocks);
      }
    }
    return { detail, everyDetail };
  }

  /** Returns the rows of a block, each with its claims. */
  function apart([words, [{ rows: size, texts, plain, numbers }, bytes]]) {
    const { rows, claims } = plain, tables = { rows, claims }, text = dateline.wordcode.reader(words, bytes, numbers);
    for (const [part, name, length] of texts) tables[part][name] = Array.from({ length }, text);
    const said = across(claims, (rows.claims || []).reduce((a, b) => a + b, 0)), made = across(rows, size);
    let at = 0;
    for (const row of made) { const count = row.claims || 0; row.claims = said.slice(at, at + count); at += count; }
    return made;
  }

  /** Returns columns as rows, each with the values that it has. */
  function across(columns, length) {
    const names = Object.keys(columns);
    return Array.from({ length }, (_, i) => {
      const row = Object.create(null);
      for (const name of names) if (columns[name][i] !== null) row[name] = columns[name][i];
      return row;
    });
  }

  return { read, inflate, open };
})();
