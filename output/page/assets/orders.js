/* Puts incidents in order and into groups: over columns, so that a million of them are sorted while a reader waits. */
dateline.orders = (() => {
  "use strict";

  const { country, called } = dateline.text;
  const ORDERS = {
    date: "by date",
    newest: "latest first",
    report: "by report",
    place: "by place",
    killed: "by number killed",
    type: "by type",
  };
  const GROUPS = {
    none: "not grouped",
    country: "by country",
    type: "by type",
    source: "by source",
    month: "by month",
  };
  const NEVER = 2147483647,
    SHIFT = 2097152; // 2³¹ - 1, and 2²¹: both fit into the 53 bits of a number

  /** Returns a function that gives the numbers of all incidents in an order, each order worked out once. */
  function sorter(data) {
    const made = new Map(),
      c = data.columns.incidents,
      size = data.incidents.length;
    const placed = () =>
      ranks(data.places.length, (i) =>
        i
          ? `${data.places[i].country ? country(data.places[i].country) : "\uffff"}\u0000${data.places[i].name}`
          : "\uffff\uffff",
      );
    const day = (i) => c.start[i] || NEVER;
    const keys = {
      date: () => day, report: () => () => 0, newest: () => (i) => (c.start[i] ? NEVER - 1 - c.start[i] : NEVER),
      place: () => { const rank = placed(); return (i) => rank[c.place[i]]; },
      killed: () => (i) => (c.killed[i] ? Math.max(0, NEVER - 1 - data.tables.counts[c.killed[i]][1]) : NEVER),
      type: () => {
        const rank = ranks(
          data.tables.terms.length,
          (i) => (data.tables.terms[i] && dateline.marks.symbol(data.tables.terms[i]).label) || "\uffff",
        );
        return (i) => rank[c.type[i]];
      },
    };
    return (order) => {
      if (!made.has(order)) made.set(order, sorted(size, keys[order]()));
      return made.get(order);
    };
  }

  /** Returns 0 to `size` - 1 by their keys, those of one key as they are. */
  function sorted(size, key) {
    const packed = new Float64Array(size), numbers = new Int32Array(size);
    for (let i = 0; i < size; i++) packed[i] = key(i) * SHIFT + i;
    packed.sort();
    for (let i = 0; i < size; i++) numbers[i] = packed[i] % SHIFT;
    return numbers;
  }

  /** Returns for each of `size` things its rank by name. */
  function ranks(size, name) {
    const { compare } = new Intl.Collator("en"),
      names = Array.from({ length: size }, (_, i) => [name(i), i]).sort(([a], [b]) => compare(a, b));
    const made = new Int32Array(size);
    names.forEach(([, i], rank) => { made[i] = rank; });
    return made;
  }

  /** Returns what the group of an incident is called. */
  function named(group, row) {
    if (group === "country") return row.place && row.place.country ? country(row.place.country) : "Country not known";
    if (group === "type") return dateline.marks.symbol(row.type).label;
    if (group === "source") return row.document.source || `Source not named: ${called(row.document)}`;
    return row.when && row.when[0] ? row.when[0].slice(0, 7) : "Without a day";
  }

  /** Returns a function that gives a number for each incident; those with one number have one name of a group. */
  function numbered(group, { columns: { incidents: c, places: p, documents: d } }) {
    if (group === "country") return (i) => (c.place[i] ? p.country[c.place[i] - 1] : 0);
    if (group === "type") return (i) => c.type[i];
    if (group === "source") return (i) => d.source[c.document[i]] || -1 - c.document[i];
    return (i) => dateline.rows.days(c, i).start;
  }

  return { ORDERS, GROUPS, sorter, named, numbered };
})();
