/* Filters that combine. Each marks what it leaves out; what no filter leaves out is shown. No part of the page is known here.

   Incidents and routes are counted through: first the incidents in their order, then the routes. */
dateline.filters = (() => {
  "use strict";

  /** A filter by the values that a reader picks: an item stays if it has one of them. */
  class Facet {
    /** `column` has the number of each item's value in `keys`, or is null; `more` adds values: [items, numbers]. */
    constructor(name, keys, column, more = [[], []]) {
      Object.assign(this, { name, keys, column, more, chosen: new Set(), known: null });
    }
    /** The number of each key; made when it is first asked for, as there may be as many keys as reports. */
    get numbers() { return (this.known = this.known || new Map(this.keys.map((key, i) => [key, i]))); }
    get on() { return this.chosen.size > 0; }
    clear() { this.chosen.clear(); }
    /** Forgets the picked values that nothing has. */
    keep() { for (const key of this.chosen) if (!this.numbers.has(key)) this.chosen.delete(key); }
    toggle(key, wanted) { if (wanted) this.chosen.add(key); else this.chosen.delete(key); }

    /** Sets `mask` to 1 for each item that it leaves out. */
    mark(mask) {
      const wanted = new Uint8Array(this.keys.length), { column, more: [items, numbers] } = this;
      for (const key of this.chosen) if (this.numbers.has(key)) wanted[this.numbers.get(key)] = 1;
      if (column) for (let i = 0; i < mask.length; i++) mask[i] = 1 - wanted[column[i]];
      else mask.fill(1);
      for (let i = 0; i < items.length; i++) if (wanted[numbers[i]]) mask[items[i]] = 0;
    }

    /** Returns how many items have each value, of those that `mask` alone leaves out or nothing does. */
    counts(failing, mask) {
      const found = new Int32Array(this.keys.length), { column, more: [items, numbers] } = this;
      if (column) for (let i = 0; i < mask.length; i++) if (failing[i] === mask[i]) found[column[i]]++;
      for (let i = 0; i < items.length; i++) if (failing[items[i]] === mask[items[i]]) found[numbers[i]]++;
      return found;
    }
  }

  /** A filter by how many were killed, injured or captured, by the best figure. */
  class AtLeast {
    constructor(name, best) { Object.assign(this, { name, best, least: 0 }); }
    get on() { return this.least > 0; }
    clear() { this.least = 0; }
    mark(mask) { for (let i = 0; i < mask.length; i++) mask[i] = this.best[i] >= this.least ? 0 : 1; }
  }

  /** A filter by day. What has no day is shown, left out, or shown alone: `undated`. */
  class Days {
    constructor(start, end) { Object.assign(this, { name: "days", start, end, from: 0, to: 0, undated: "shown" }); }
    get on() { return this.from > 0 || this.to > 0 || this.undated !== "shown"; }
    clear() { Object.assign(this, { from: 0, to: 0, undated: "shown" }); }
    mark(mask) {
      const { start, end, from, to } = this,
        last = to || Infinity,
        loose = this.undated === "left out" ? 1 : 0,
        dated = this.undated === "alone" ? 1 : 0;
      for (let i = 0; i < mask.length; i++) {
        if (!start[i])
          mask[i] = loose || (end[i] && end[i] < from && !dated ? 1 : 0); // over before the first day, whenever it was
        else mask[i] = dated || (start[i] <= last && end[i] >= from ? 0 : 1);
      }
    }
  }

  /** A filter by words; `dateline.search` says which items hold them. */
  class Words {
    constructor(name, size) { Object.assign(this, { name, text: "", hits: new Uint8Array(size) }); }
    get on() { return this.text !== ""; }
    clear() { this.text = ""; }
    mark(mask) { for (let i = 0; i < mask.length; i++) mask[i] = 1 - this.hits[i]; }
  }

  /** A filter by what the map shows: an item stays if one of its places may lie there, or if it has none. */
  class InSight {
    /** `ends()` gives, for each place that an item has, [items, latitudes, longitudes, degrees around it]. */
    constructor(ends) { Object.assign(this, { name: "sight", ends, known: null, box: null }); }
    get on() { return this.box !== null; }
    clear() { this.box = null; }
    mark(mask) {
      const { west, south, east, north } = this.box,
        { item, lat, lon, around } = (this.known = this.known || this.ends()),
        wide = east - west;
      for (let k = 0; k < item.length; k++) mask[item[k]] = 1;
      for (let k = 0; k < item.length; k++) {
        if (lat[k] < south - around[k] || lat[k] > north + around[k]) continue;
        const aside = around[k] / Math.max(0.05, Math.cos((lat[k] * Math.PI) / 180)),
          off = (((lon[k] - west + aside) % 360) + 360) % 360;
        if (off <= wide + 2 * aside) mask[item[k]] = 0;
      }
    }
  }

  /** All filters of a page together. */
  class Filters {
    constructor(all, size) {
      this.all = all;
      this.size = size;
      this.failing = new Uint8Array(size);
      this.masks = new Map(all.map((filter) => [filter, new Uint8Array(size)]));
      this.marked = new Set();  // the filters whose masks are not empty
      for (const filter of all) this[filter.name] = filter;
    }

    /** Takes in what a reader changed in some filters. */
    changed(...filters) {
      for (const filter of filters.length ? filters : this.all) {
        const mask = this.masks.get(filter),
          before = this.marked.has(filter),
          { failing } = this;
        if (before) {
          for (let i = 0; i < mask.length; i++) failing[i] -= mask[i];
          mask.fill(0);
        }
        if (filter.on) {
          filter.mark(mask);
          for (let i = 0; i < mask.length; i++) failing[i] += mask[i];
          this.marked.add(filter);
        } else this.marked.delete(filter);
      }
    }
    get on() { return this.all.some((filter) => filter.on); }
    clear() { for (const filter of this.all) filter.clear(); this.changed(); }
    passes(i) { return this.failing[i] === 0; }
    /** Tells whether all filters but one let an item through. */
    butFor(filter) { const mask = this.masks.get(filter), { failing } = this; return (i) => failing[i] === mask[i]; }
    counts(facet) { return facet.counts(this.failing, this.masks.get(facet)); }
    /** Returns how many items are shown, of those from one number to before another. */
    shown(from, to) {
      const { failing } = this;
      let count = 0;
      for (let i = from; i < to; i++) if (failing[i] === 0) count++;
      return count;
    }
  }

  return { Facet, AtLeast, Days, Words, InSight, Filters };
})();
