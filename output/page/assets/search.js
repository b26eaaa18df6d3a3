/* Finds words in claims, names and participants. The claims are read when a reader first searches, and not before. */
dateline.search = (() => {
  "use strict";

  const PEOPLE = ["perpetrators", "victims", "targets", "captors", "captives"];
  const APART = "\u0001";  // stands in no text that a reader can type

  /** Returns text as it is compared: without case, accents and runs of space. */
  const plain = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replace(/\s+/g, " ");

  /** Returns what a reader asks for: words, and phrases in quotation marks. */
  const asked = (query) =>
    [...query.matchAll(/"([^"]+)"|([^\s"]+)/g)].map(([, phrase, word]) => plain(phrase || word).trim()).filter(Boolean);

  /** The texts of all items, in pieces; each piece knows where its items begin. */
  class Index {
    constructor(data) {
      this.data = data;
      this.pieces = [];
      this.people = { keys: new Map(), items: [], numbers: [] };
    }

    /** Reads all claims, once; `tell(share)` hears how far it is. */
    read(tell) {
      if (!this.reading) this.reading = this.readAll((share) => this.tell && this.tell(share));
      this.tell = tell;
      return this.reading;
    }
    async readAll(tell) {
      const { data } = this,
        routes = data.incidents.length;
      let texts = [],
        first = 0;
      const flush = () => {
        this.pieces.push(piece(texts, first));
        first += texts.length;
        texts = [];
      };
      const take = (row, more, i) => {
        texts.push(plain(words(row, more)));
        this.meet(i, more);
        if (texts.length === 1000) flush();
      };
      await data.everyDetail(
        "incidents",
        (i, more) => take(data.incidents[i], more, i),
        (share) => tell(share * 0.9),
      );
      await data.everyDetail(
        "routes",
        (i, more) => take(data.routes[i], more, routes + i),
        (share) => tell(0.9 + share / 10),
      );
      flush();
    }

    /** Notes who took part in an item. */
    meet(item, more) {
      const { keys, items, numbers } = this.people;
      const names = new Set(
        [...PEOPLE.map((part) => more[part]), more.operator].filter(Boolean).flatMap((part) => part.split("; ")),
      );
      for (const name of names) {
        if (!keys.has(name)) keys.set(name, keys.size);
        items.push(item); numbers.push(keys.get(name));
      }
    }

    /** Sets `hits` to 1 for each item that holds all the words of a query. */
    find(query, hits) {
      hits.fill(0);
      const wanted = asked(query);
      wanted.forEach((word, k) => {
        for (const { text, starts, first } of this.pieces) mark(text, starts, first, word, hits, k);
      });
      for (let i = 0; i < hits.length; i++) hits[i] = hits[i] === Math.min(wanted.length, 255) ? 1 : 0;
    }
  }

  function piece(texts, first) {
    const starts = new Int32Array(texts.length + 1);
    texts.forEach((text, i) => { starts[i + 1] = starts[i] + text.length + 1; });
    return { text: texts.join(APART), starts, first };
  }

  /** Counts one word more for each item of a piece that has it, if it has all the words before. */
  function mark(text, starts, first, word, hits, k) {
    let at = text.indexOf(word), item = 0;
    while (at >= 0) {
      while (starts[item + 1] <= at) item++;
      if (hits[first + item] === k) hits[first + item] = k + 1;
      at = text.indexOf(word, starts[item + 1]);
    }
  }

  /** Returns all words of a row that can be searched. */
  function words(row, more) {
    const places = [row.place, row.origin, row.destination]
      .filter(Boolean)
      .flatMap((place) => [
        place.name,
        place.gazetteer,
        place.admin1,
        place.country && dateline.text.country(place.country),
      ]);
    const claims = more.claims.flatMap((one) => [one.text, one.asserted_by, ...(one.relayed_by || [])]);
    const what = row.kind === "route" ? [row.cargo, "alleged route"] : [dateline.words.what(row), row.named];
    return [
      ...what,
      ...places,
      ...PEOPLE.map((part) => more[part]),
      more.weapons,
      more.operator,
      more.purpose,
      more.via,
      ...claims,
      row.document.title,
      row.document.source,
    ]
      .filter(Boolean)
      .join(" \n ");
  }

  return { Index, asked };
})();
