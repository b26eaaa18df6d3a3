/* Builds nodes. Report text only ever becomes the text of a node: nothing here parses markup. */
dateline.text = (() => {
  "use strict";

  // Controls and marks that would hide or reorder what a reader sees. The joiners that Persian and emoji need stay.
  const HIDDEN =
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

  const PILED = /(\p{M}{4})\p{M}+/gu;  // marks above marks would streak over the lines around

  const hides = (character) => character.search(HIDDEN) >= 0;

  /** Returns text with each hidden character replaced by a sign for it, and no more than four marks on a letter. */
  function visible(text) {
    return String(text)
      .replace(PILED, "$1")
      .replace(HIDDEN, (character) => {
        const code = character.codePointAt(0);
        return code < 0x20
          ? String.fromCharCode(0x2400 + code)
          : `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
      });
  }

  /** Returns an element with attributes and children; strings become text, null and false are left out. */
  function node(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== null && value !== false) element.setAttribute(name, value);
    }
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined && child !== false) {
        element.append(child instanceof Node ? child : visible(child));
      }
    }
    return element;
  }

  /** Returns words of a report, kept apart from the direction of the text around them. */
  function said(text, limit = Infinity) {
    const whole = String(text);
    return node("bdi", { dir: "auto" }, whole.length > limit ? `${whole.slice(0, limit)}…` : whole);
  }

  const LONG = 300; // characters of a name that someone else gave; a browser takes seconds to break lines of more
  const called = ({ title, id }) => {
    const name = String(title || id);
    return name.length > LONG ? `${name.slice(0, LONG)}…` : name;
  };

  /** Returns what a table holds under a key of its own, never what every object holds. */
  const own = (table, key) => (key !== null && Object.hasOwn(table, key) ? table[key] : null);

  const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

  const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" }), countries = new Map();
  /** Returns the English name of an ISO 3166 code, or the code itself where it is none. */
  function country(code) {
    if (!countries.has(code)) countries.set(code, region(code));
    return countries.get(code);
  }
  function region(code) { try { return regions.of(code) || code; } catch { return code; } }

  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  function day(iso) {
    const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
    return parts ? { year: parts[1], month: MONTHS[parts[2] - 1], day: String(Number(parts[3])) } : null;
  }

  /** Returns an interval of ISO days as "7–8 Aug 2007". */
  function days(start, end) {
    const from = start && day(start), to = end && day(end);
    const full = (d) => `${d.day} ${d.month} ${d.year}`;
    if (!from && !to) return null;
    if (!from) return `until ${full(to)}`;
    if (!to) return `from ${full(from)}`;
    if (start === end) return full(from);
    if (from.year !== to.year) return `${full(from)} – ${full(to)}`;
    return from.month === to.month
      ? `${from.day}–${to.day} ${to.month} ${to.year}`
      : `${from.day} ${from.month} – ${to.day} ${to.month} ${to.year}`;
  }

  const number = (value) => Number(value).toLocaleString("en");
  /** Returns a [low, best, high] count as "1,774" or "30 (25–40)". */
  const count = ([low, best, high]) =>
    low === high ? number(best) : `${number(best)} (${number(low)}–${number(high)})`;

  /** Returns a quote on one line: what stood on lines of its own (a heading, items of a list) is kept apart by dots. */
  const oneLine = (text) => String(text).trim().replace(/\s*(?:\n\s*\n|\n\s*[-*•–]\s)\s*/g, " · ").replace(/\s+/g, " ");

  return { LONG, hides, visible, node, said, called, own, plural, country, days, number, count, oneLine };
})();
