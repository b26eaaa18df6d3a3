/* Cuts time into bins, and counts what falls into each. */
dateline.timebins = (() => {
  "use strict";

  const MOST = 160;  // bins
  const LEAST = 10;  // days on the axis, so that one day does not fill it
  const UNITS = [["day", 1], ["week", 7], ["month", 30.4], ["year", 365.2], ["decade", 3652], ["century", 36524]];
  const date = (number) => new Date((number - 719163) * 864e5), numbered = (time) => Math.round(time / 864e5) + 719163;

  /** Returns the first days of the bins that hold all days from `first` to `last`, one more than there are bins. */
  function edges(first, last) {
    const [unit] = UNITS.find(([, days]) => (last - first) / days < MOST - 2) || UNITS[UNITS.length - 1];
    const made = [floor(first, unit)];
    while (made[made.length - 1] <= last && made.length <= 4 * MOST) made.push(next(made[made.length - 1], unit));
    return { unit, edges: made };
  }

  const YEARS = { year: 1, decade: 10, century: 100 };
  const utc = (year, month) => {
    const made = new Date(0);
    made.setUTCFullYear(year, month, 1);
    return numbered(made.getTime());
  };

  function floor(day, unit) {
    const at = date(day);
    if (unit === "day") return day;
    if (unit === "week") return day - ((at.getUTCDay() + 6) % 7);
    if (unit === "month") return utc(at.getUTCFullYear(), at.getUTCMonth());
    return utc(Math.floor(at.getUTCFullYear() / YEARS[unit]) * YEARS[unit], 0);
  }
  function next(day, unit) {
    const at = date(day);
    if (unit === "day") return day + 1;
    if (unit === "week") return day + 7;
    if (unit === "month") return utc(at.getUTCFullYear(), at.getUTCMonth() + 1);
    return utc(at.getUTCFullYear() + YEARS[unit], 0);
  }

  /** The bins of a page's items, by the first and last day of each. */
  class Bins {
    constructor({ start, end }) {
      let first = Infinity,
        last = 0;
      for (let i = 0; i < start.length; i++)
        if (start[i]) {
          first = Math.min(first, start[i]);
          last = Math.max(last, end[i]);
        }
      const spare = Math.max(0, Math.ceil((LEAST - 1 - (last - first)) / 2));
      Object.assign(
        this,
        { first, last, empty: !last },
        last ? edges(Math.max(1, first - spare), last + spare) : { edges: [], unit: "day" },
      );
      this.length = Math.max(0, this.edges.length - 1);
      this.from = new Int16Array(start.length).fill(-1);
      this.to = new Int16Array(start.length).fill(-1);
      for (let i = 0; i < start.length; i++)
        if (start[i]) {
          this.from[i] = this.at(start[i]);
          this.to[i] = this.at(end[i]);
        }
    }

    /** Returns the bin that a day lies in. */
    at(day) {
      let low = 0,
        high = this.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (this.edges[middle] <= day) low = middle;
        else high = middle - 1;
      }
      return low;
    }

    /** Returns, of the items that pass: how many of each class lie within each bin, those that reach over several bins
        (how many in each, and the first of them one by one), and how many of each class have no day. */
    count(passes, classes, many) {
      const within = new Int32Array(this.length * many),
        over = new Int32Array(this.length + 1),
        undated = new Int32Array(many),
        spans = [];
      for (let i = 0; i < this.from.length; i++) {
        if (!passes(i)) continue;
        const from = this.from[i], to = this.to[i];
        if (from < 0) undated[classes[i]]++;
        else if (from === to) within[from * many + classes[i]]++;
        else { over[from]++; over[to + 1]--; if (spans.length < 60) spans.push(i); }
      }
      for (let k = 1; k <= this.length; k++) over[k] += over[k - 1];
      return { within, over: over.subarray(0, this.length), undated, spans };
    }
  }

  /** Returns the lane of each of some spans, so that none covers another. */
  function lanes(spans, from, to) {
    const ends = [], order = [...spans].sort((a, b) => from[a] - from[b] || to[b] - to[a]);
    return order.map((i) => {
      let lane = ends.findIndex((end) => end < from[i]);
      if (lane < 0) lane = ends.length;
      ends[lane] = to[i];
      return [i, lane];
    });
  }

  return { Bins, lanes };
})();
