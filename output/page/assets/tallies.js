/* Counts the incidents that share a place, an area or a colour, in arrays of numbers: a million of them many times a second. */
dateline.tallies = (() => {
  "use strict";

  /** Items in groups, each a thing with a `number`; which item lies in which group never changes, which of them are shown does. */
  class Groups {
    /** `of` has the number of each item's group, -1 for none; there are `many`. `colours` are as `byColour` gives them. */
    constructor(of, many, { of: colour, colours }) {
      Object.assign(this, { of, many, colour, colours, wide: colours.length, failing: null, members: null });
      this.counts = new Int32Array(many * this.wide);  // of each colour in each group
    }

    /** Takes in which items are left out: those with another number than 0. */
    count(failing) {
      const { of, colour, wide, counts } = this;
      this.failing = failing;
      counts.fill(0);
      for (let i = 0; i < of.length; i++) if (failing[i] === 0 && of[i] >= 0) counts[of[i] * wide + colour[i]]++;
    }

    /** Returns how many items of a group are shown. */
    total(group) {
      const { counts, wide } = this;
      let sum = 0;
      for (let k = group * wide; k < (group + 1) * wide; k++) sum += counts[k];
      return sum;
    }

    /** Returns a type of each colour among the shown items of some groups with its number, the most frequent first. */
    shares(groups) {
      const { counts, wide, colours } = this, sums = new Int32Array(wide);
      for (const { number } of groups) for (let k = 0; k < wide; k++) sums[k] += counts[number * wide + k];
      return colours.map((type, k) => [type, sums[k]]).filter(([, sum]) => sum).sort((a, b) => b[1] - a[1]);
    }

    /** Returns the shown items of some groups, as they stand in `items`. */
    shown(groups, items) {
      const { failing } = this,
        { starts, sorted } = (this.members = this.members || this.index()),
        found = [];
      for (const { number } of groups)
        for (let k = starts[number]; k < starts[number + 1]; k++)
          if (failing[sorted[k]] === 0) found.push(items[sorted[k]]);
      return found;
    }

    /** Returns the items sorted by group, and where each group starts. */
    index() {
      const { of, many } = this, starts = new Int32Array(many + 1);
      for (let i = 0; i < of.length; i++) if (of[i] >= 0) starts[of[i] + 1]++;
      for (let group = 0; group < many; group++) starts[group + 1] += starts[group];
      const sorted = new Int32Array(starts[many]), next = starts.slice(0, many);
      for (let i = 0; i < of.length; i++) if (of[i] >= 0) sorted[next[of[i]]++] = i;
      return { starts, sorted };
    }
  }

  /** Returns a number for the colour of each item, and a type of each colour; routes have their own. */
  function byColour(data) {
    const { type } = data.columns.incidents,
      { terms } = data.tables,
      of = new Uint8Array(data.incidents.length + data.routes.length);
    const colours = [],
      numbers = new Map(),
      ofTerm = new Uint8Array(terms.length),
      used = usedTerms(data, type);
    const number = (name) => {
      const hue = name === "route" ? "route" : dateline.marks.symbol(name).colour;
      if (!numbers.has(hue)) { numbers.set(hue, colours.length); colours.push(name); }
      return numbers.get(hue);
    };
    for (const name of dateline.marks.types()) if (used.has(name)) number(name);  // always stacked alike
    terms.forEach((name, term) => { if (used.has(name)) ofTerm[term] = number(name); });
    for (let i = 0; i < type.length; i++) of[i] = ofTerm[type[i]];
    if (data.routes.length) of.fill(number("route"), type.length);
    return { of, colours };
  }

  /** Returns the terms that a column of the incidents has, of those that `among(term of how it is drawn)` holds for. */
  function usedTerms(data, column, among = () => true) {
    const { terms } = data.tables,
      { drawn } = data.columns.incidents,
      counts = terms.map(among),
      seen = new Uint8Array(terms.length);
    for (let i = 0; i < column.length; i++) if (counts[drawn[i]]) seen[column[i]] = 1;
    return new Set(terms.filter((_, term) => seen[term]));
  }

  return { Groups, byColour, usedTerms };
})();
