/* The part of the form in which a reader sets right the day, the numbers and the doer of an incident, or an end of a route. */
dateline.amending = (() => {
  "use strict";

  const { node } = dateline.text;
  const { EFFECTS } = dateline.words;
  const make = dateline.corrections;
  const HELD = ["abduction", "detention"]; // whose doers are captors
  const UNKNOWN = "unknown";
  const DAY = /^\d{4}(-\d\d(-\d\d)?)?$/;

  const field = (label, value, about) =>
    node("input", { type: "text", "aria-label": label, placeholder: about, autocomplete: "off", value: value || "" });
  const noting = () => field("Note", "", "who says so, or why");
  const labelled = (label, input) => node("label", {}, node("span", {}, label), input);
  const button = (words, click) => node("button", { type: "button", class: "quiet choice", click }, words);

  // ------------------------------------------------------------ an incident

  /** Returns the fields of an incident; `record(row, ...entries)` takes those that a reader has changed. */
  function values(row, more, told, record) {
    const note = noting(), asked = fields(row, more);
    function read() {
      const changed = asked.filter(({ input }) => input.value !== input.defaultValue);
      const found = changed.map(({ input, take }) => take(input.value.trim()));
      changed.forEach(({ input }, i) => input.setAttribute("aria-invalid", String(found[i] === null)));
      if (!changed.length || found.includes(null)) return;
      record(row, ...changed.map(({ name }, i) => make.value(row, told, name, found[i], note.value.trim())));
    }
    return node("fieldset", { class: "values", keydown: (event) => { if (event.key === "Enter") read(); } },
      node("legend", {}, "Wrong day, numbers or doer"),
      asked.map(({ label, input }) => labelled(label, input)), labelled("Note", note), button("Set it right", read));
  }

  /** Returns each field with the name of its value and a function from what is typed to the value, or null. */
  function fields(row, more) {
    const doer = more.perpetrators || !(more.captors || HELD.includes(row.type)) ? "perpetrators" : "captors";
    return [
      { name: "day", label: "Day", input: field("Day", days(row.when), "2031-05-07; empty: not known"), take: dayOf },
      ...EFFECTS.map((effect) => {
        const label = effect[0].toUpperCase() + effect.slice(1);
        return { name: effect, label, input: field(label, numbers(row[effect]), "7, or 5, 7, 9"), take: countOf };
      }),
      { name: doer, label: "By", input: field("By", more[doer], "several: with ; between"), take: peopleOf },
    ];
  }

  const days = (when) => (when && when[0] ? [...new Set([when[0], when[1] || when[0]])].join(" to ") : "");
  const numbers = (count) => (count ? [...new Set(count)].length === 1 ? String(count[0]) : count.join(", ") : "");

  /** Returns the day, month or year that is typed, both of "2031-05-05 to 2031-05-07", or null for what is none. */
  function dayOf(text) {
    if (!text) return UNKNOWN;
    const parts = text.split(/\s+(?:to|–|-)\s+/), first = (part) => dateline.rows.numbered(part + "-01-01".slice(3 * (part.split("-").length - 1)));
    if (parts.length > 2 || !parts.every((part) => DAY.test(part) && first(part))) return null;
    if (parts.length === 1) return parts[0];
    return first(parts[0]) <= first(parts[1]) ? parts : null;
  }

  /** Returns the number that is typed, or all three of lowest, best and highest. */
  function countOf(text) {
    if (!text) return UNKNOWN;
    const parts = text.split(","), made = parts.map((part) => (/^\s*\d+\s*$/.test(part) ? Number(part) : -1));
    const rising = made.every((one, i) => Number.isSafeInteger(one) && one >= (made[i - 1] || 0));
    return rising && [1, 3].includes(made.length) ? (made.length === 1 ? made[0] : made) : null;
  }

  const peopleOf = (text) => [...new Set(text.split(";").map((part) => part.trim()).filter(Boolean))];

  // ------------------------------------------------------------ a route

  /** Returns the fields of a route's ends; `point(question, found)` gives the nodes that ask for a place on the map. */
  function ends(row, told, record, point) {
    const note = noting(), radios = ["origin", "destination"].map((value, i) =>
      node("input", { type: "radio", name: "end", value, checked: i ? null : "" }));
    const found = (place) =>
      record(row, make.end(row, told, radios.find((one) => one.checked).value, place, note.value.trim()));
    return node("fieldset", {}, node("legend", {}, "Wrong end"),
      node("div", { class: "scope" }, node("label", {}, radios[0], "where it started"), node("label", {}, radios[1], "where it went")),
      node("div", { class: "values" }, labelled("Note", note)),
      button("It is not known", () => found(null)), point("Click on the map where that was.", found));
  }

  return { values, ends, dayOf, countOf, peopleOf };
})();
