/* The list beside the map: every incident and route, drawn or not, as a button. */
dateline.lists = (() => {
  "use strict";

  const { LONG, node, said, called, plural, country } = dateline.text;
  const { icon } = dateline.marks;
  const { words } = dateline;
  const PAGE = 100;
  const LONGEST = 160;  // characters of a report's words on one line

  const ORDERS = { date: "by date", report: "by report" };
  let order = "date";

  /** Returns the sections of the list. `choose(kind, row)` is called when a reader picks one, `again` to lay it anew. */
  function home(data, choose, again) {
    const rows = (drawn) => sorted(data.incidents.filter((row) => row.drawn === drawn));
    const listed = sorted(data.incidents.filter((row) => row.drawn !== "country" && row.drawn !== "unlocated"));
    return [
      data.incidents.length > 1 && sorting(again),
      section("Incidents", "On the map", families(data, listed), (row) => incident(row, choose), listed.length),
      section("Country only", "Known to have happened in the country, and no closer: outlined, without a mark.",
        byCountry(rows("country")), (row) => incident(row, choose)),
      section("Not located", "Never drawn. Each says why: no place was found for it, or its place is not in the gazetteer, or too doubtful.",
        rows("unlocated"), (row) => incident(row, choose)),
      section("Alleged routes", "Direction only: no path is known.", data.routes, (row) => route(row, choose)),
      notes(data),
    ].filter(Boolean);
  }

  /** Returns rows by day, the undated last, or as their reports have them; alike ones in the order of the texts. */
  function sorted(rows) {
    const day = ({ when }) => (when && (when[0] || when[1])) || "9999";
    return order === "report" ? rows : [...rows].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.index - b.index));
  }

  function sorting(again) {
    const options = Object.entries(ORDERS).map(([name, label]) => node("option", { value: name, selected: name === order ? "" : null }, label));
    const choice = node("select", { change: () => { order = choice.value; again(); document.querySelector(".sorting select").focus(); } }, options);
    return node("p", { class: "sorting" }, node("label", {}, "Sorted ", choice));
  }

  /** Returns the rows with each operation's phases right after it, marked as such. */
  function families(data, rows) {
    const phases = new Map();
    const listed = new Set(rows);
    for (const row of rows) {
      const parent = row.parent >= 0 ? data.incidents[row.parent] : null;
      if (parent && listed.has(parent)) phases.set(parent, [...(phases.get(parent) || []), row]);
    }
    const under = new Set([...phases.values()].flat());
    const unfold = (row, depth) => [{ row, depth }, ...(phases.get(row) || []).flatMap((phase) => unfold(phase, depth + 1))];
    return rows.filter((row) => !under.has(row)).flatMap((row) => unfold(row, 0)).map(({ row, depth }) => Object.assign(row, { depth }));
  }

  const byCountry = (rows) => [...rows].sort((a, b) =>
    country(a.place.country || "").localeCompare(country(b.place.country || ""), "en"));

  function section(name, about, rows, item) {
    if (!rows.length) return null;
    const id = `list-${name.toLowerCase().replace(/ /g, "-")}`, list = node("ul", { class: "rows" });
    const more = node("button", { type: "button", class: "more", click: () => extend(true) });
    let shown = 0;
    function extend(focus) {
      const next = rows.slice(shown, shown + PAGE).map((row) => node("li", { class: row.depth ? "phase" : null }, item(row)));
      list.append(...next);
      shown += next.length;
      more.hidden = shown >= rows.length;
      more.textContent = `Show ${Math.min(PAGE, rows.length - shown)} more (${(rows.length - shown).toLocaleString("en")} left)`;
      if (focus && next.length) next[0].querySelector("button").focus();
    }
    extend(false);
    return node("section", { "aria-labelledby": id },
      node("h2", { id }, name, node("span", { class: "count" }, ` ${rows.length.toLocaleString("en")}`)),
      node("p", { class: "about" }, about), list, more);
  }

  function incident(row, choose) {
    return node("button", { type: "button", class: "row", "data-key": `i${row.index}`, click: () => choose("incident", row) },
      node("span", { class: "sign" }, icon(row)),
      node("span", { class: "words" },
        node("strong", {}, words.what(row)), said(words.incident(row) || "no day, number or place found", LONGEST),
        !row.place && row.said && node("q", {}, said(row.said)),
        !row.place && node("span", { class: "about" }, "in ", said(words.source(row), LONGEST))));
  }

  function route(row, choose) {
    return node("button", { type: "button", class: "row", "data-key": `r${row.index}`, click: () => choose("route", row) },
      node("span", { class: "sign arrow", "aria-hidden": "true" }, "⇢"),
      node("span", { class: "words" },
        node("strong", {}, said(words.ends(row), LONGEST)),
        said(words.route(row), LONGEST),
        !(row.origin && row.destination) && node("span", { class: "about" }, "Not drawn: one end is not known.")));
  }

  /** Returns the buttons of some rows, for what stands behind one mark. */
  function some(kind, rows, choose) {
    const list = node("ul", { class: "rows" }), item = kind === "route" ? route : incident;
    let shown = 0;
    const more = node("button", { type: "button", class: "more", click: extend }, "Show more");
    function extend() {
      list.append(...rows.slice(shown, shown + PAGE).map((row) => node("li", {}, item(row, choose))));
      shown += PAGE;
      more.hidden = shown >= rows.length;
    }
    extend();
    return [list, more];
  }

  function notes(data) {
    const warnings = data.documents.filter((row) => row.warnings);
    if (!data.notes.length && !warnings.length && !data.documents.length) return null;
    return node("section", { "aria-labelledby": "list-reports" },
      node("h2", { id: "list-reports" }, "Reports", node("span", { class: "count" }, ` ${data.documents.length.toLocaleString("en")}`)),
      data.notes.map((note) => node("p", { class: "warning" }, said(note, 2 * LONG))),
      warnings.slice(0, PAGE).map((row) => node("p", { class: "warning" }, said(`${called(row)}: ${row.warnings}`, 2 * LONG))),
      warnings.length > PAGE && node("p", { class: "about" }, `${plural(warnings.length - PAGE, "more report has", "more reports have")} a warning.`),
      node("ul", { class: "reports" }, data.documents.slice(0, PAGE).map(report)),
      data.documents.length > PAGE && node("p", { class: "about" }, `and ${plural(data.documents.length - PAGE, "more", "more")}`));
  }

  function report(row) {
    const about = [row.source, row.published, plural(row.incidents || 0, "incident", "incidents"), plural(row.routes || 0, "route", "routes")];
    return node("li", {}, said(called(row)), node("span", { class: "about" }, said(about.filter(Boolean).join(" · "), LONG)));
  }

  return { home, some };
})();
