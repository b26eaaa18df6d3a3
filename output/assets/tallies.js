/* Counts the incidents that share a place, an area or a colour, in arrays of numbers: a million of them many times a second. */
dateline.tallies = (() => {
  "use strict";

  /** Items in numbered groups; which item lies in which group never changes, which of them are shown does. */
  class Groups {
    /** `of` has the number of each item's group, -1 for none; there are `many` groups. */
    constructor(of, many) {
      this.of = of;
      this.starts = new Int32Array(many + 1);
      for (let i = 0; i < of.length; i++) if (of[i] >= 0) this.starts[of[i] + 1]++;
      for (let group = 0; group < many; group++) this.starts[group + 1] += this.starts[group];
      this.members = new Int32Array(this.starts[many]);
      const next = this.starts.slice(0, many);
      for (let i = 0; i < of.length; i++) if (of[i] >= 0) this.members[next[of[i]]++] = i;
      this.failing = null;
    }

    /** Takes in which items are left out, those with another number than 0, and returns how many of each group are shown. */
    count(failing) {
      const { of } = this, counts = new Int32Array(this.starts.length - 1);
      this.failing = failing;
      for (let i = 0; i < of.length; i++) if (failing[i] === 0 && of[i] >= 0) counts[of[i]]++;
      return counts;
    }

    /** Calls `each` for the items of a group that are shown. */
    each(group, each) {
      const { starts, members, failing } = this;
      for (let k = starts[group]; k < starts[group + 1]; k++) if (failing[members[k]] === 0) each(members[k]);
    }

    /** Returns a type of each colour among the shown items of some groups with its number, the most frequent first. */
    shares(groups, { of, colours }) {
      const counts = new Int32Array(colours.length), tally = (i) => { counts[of[i]]++; };
      for (const group of groups) this.each(group, tally);
      return colours.map((type, colour) => [type, counts[colour]]).filter(([, count]) => count).sort((a, b) => b[1] - a[1]);
    }
  }

  /** Returns a number for the colour of each item, and a type of each colour; routes have their own. */
  function byColour(data) {
    const { type } = data.columns.incidents, { terms } = data.tables, of = new Uint8Array(data.incidents.length + data.routes.length);
    const colours = [], numbers = new Map(), ofTerm = new Uint8Array(terms.length), used = usedTerms(data, type);
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
    const { terms } = data.tables, { drawn } = data.columns.incidents, counts = terms.map(among), seen = new Uint8Array(terms.length);
    for (let i = 0; i < column.length; i++) if (counts[drawn[i]]) seen[column[i]] = 1;
    return new Set(terms.filter((_, term) => seen[term]));
  }

  return { Groups, byColour, usedTerms };
})();
