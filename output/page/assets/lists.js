/* The list beside the map: every incident and route that the filters let through, drawn or not, as a button. */
dateline.lists = (() => {
  "use strict";

  const { LONG, node, said, called, plural } = dateline.text;
  const { icon } = dateline.marks;
  const { words } = dateline;
  const { ORDERS, GROUPS, named, numbered } = dateline.orders;
  const PAGE = 100;
  const LONGEST = 160;  // characters of a report's words on one line
  const SECTIONS = [  // in the order of the layers
    ["On the map", "Incidents at a place, or somewhere within an area."],
    ["Country only", "Known to have happened in the country, and no closer: outlined, without a mark."],
    ["Not located", "Never drawn. Each says why: no place was found for it, or its place is not in the gazetteer, or too doubtful."],
  ];

  /** Returns a function that lays the list out: `lay({ filters, order, group }, choose)` gives its sections. */
  function make(data) {
    const inOrder = dateline.orders.sorter(data), phases = children(data), first = data.incidents.length;

    function lay({ filters, order, group }, choose) {
      const numbers = inOrder(order), { failing, layer: { column: layer } } = filters, counts = new Int32Array(SECTIONS.length);
      for (let i = 0; i < first; i++) if (failing[i] === 0) counts[layer[i]]++;
      const sections = SECTIONS.map(([name, about], which) => {
        const mine = (i) => layer[i] === which && failing[i] === 0, count = counts[which];
        const item = (entry) => incident(entry, choose);
        if (!count) return null;
        if (group === "none") return section(name, about, count, families(data, numbers, mine, phases), item);
        return grouped(name, about, count, data, numbers, mine, group, item);
      });
      const routes = data.routes.filter((_, i) => failing[first + i] === 0);
      const none = filters.on && !routes.length && !sections.some(Boolean);
      return [
        none && node("p", { class: "nothing" }, "Nothing here fits all the filters."),
        ...sections,
        routes.length > 0 &&
          section("Alleged routes", "Direction only: no path is known.", routes.length, entries(routes), ({ row }) =>
            route(row, choose),
          ),
        reports(data, filters),
      ].filter(Boolean);
    }
    return lay;
  }

  /** Returns the phases of each operation by its number. */
  function children(data) {
    const found = new Map(), { parent } = data.columns.incidents;
    for (let i = 0; i < parent.length; i++) {
      const whole = parent[i] - 1;
      if (found.has(whole)) found.get(whole).push(i);
      else if (whole >= 0) found.set(whole, [i]);
    }
    return found;
  }

  /** Yields the rows of a section in order, each operation's phases right after it, marked as such. */
  function* families(data, numbers, mine, phases) {
    const { parent } = data.columns.incidents;
    function* unfold(i, depth) {
      yield { row: data.incidents[i], depth };
      if (depth < 50) for (const phase of phases.get(i) || []) if (mine(phase)) yield* unfold(phase, depth + 1);
    }
    for (const i of numbers) if (mine(i) && !(parent[i] && mine(parent[i] - 1))) yield* unfold(i, 0);
  }

  /** Returns the choices of how the list is laid out, and whether it follows the map. */
  function arranging(state, again) {
    const choice = (name, label, options) => {
      const select = node("select", { name, change: () => again({ [name]: select.value }) },
        Object.entries(options).map(([value, words]) => node("option", { value, selected: value === state[name] ? "" : null }, words)));
      return node("label", {}, label, select);
    };
    const checked = state.filters.sight.on ? "" : null,
      sight = node("input", {
        type: "checkbox",
        name: "sight",
        checked,
        change: () => again({ sight: sight.checked }),
      });
    return node(
      "p",
      { class: "sorting" },
      choice("order", "Sorted ", ORDERS),
      " ",
      choice("group", "Grouped ", GROUPS),
      node("label", {}, sight, " Only what the map shows"),
    );
  }

  function section(name, about, count, entries, item) {
    const id = `list-${name.toLowerCase().replace(/ /g, "-")}`;
    return node(
      "section",
      { "aria-labelledby": id },
      heading(id, name, count),
      node("p", { class: "about" }, about),
      pages(entries, count, item),
    );
  }
  const heading = (id, name, count) => node("h2", { id }, name, node("span", { class: "count" }, ` ${count.toLocaleString("en")}`));

  /** Returns a section whose rows stand in groups, which fill when they are opened. */
  function grouped(name, about, count, data, numbers, mine, group, item) {
    const id = `list-${name.toLowerCase().replace(/ /g, "-")}`, groups = new Map(), names = new Map(), number = numbered(group, data);
    for (const i of numbers) {
      if (!mine(i)) continue;
      if (!names.has(number(i))) names.set(number(i), named(group, data.incidents[i]));
      const key = names.get(number(i));
      if (groups.has(key)) groups.get(key).push(i); else groups.set(key, [i]);
    }
    const fold = ([key, members], first) => {
      const fill = () => {
        if (box.open && box.childElementCount === 1)
          box.append(...pages(entries(members.map((i) => data.incidents[i])), members.length, item));
      };
      const box = node(
        "details",
        { class: "group", toggle: fill },
        node(
          "summary",
          {},
          said(key, LONGEST),
          node("span", { class: "count" }, ` ${members.length.toLocaleString("en")}`),
        ),
      );
      box.open = first;
      return box;
    };
    const all = [...groups].sort(([a], [b]) => (group === "month" ? (a < b ? -1 : 1) : a.localeCompare(b, "en")));
    return node("section", { "aria-labelledby": id }, heading(id, name, count), node("p", { class: "about" }, about),
      pages(all, all.length, (entry) => fold(entry, all.length === 1), "div"));
  }

  /** Returns a list that shows so many entries, and a button for more. */
  function pages(entries, count, item, tag = "ul") {
    const list = node(tag, { class: "rows" }), rest = entries[Symbol.iterator]();
    const more = node("button", { type: "button", class: "more", click: () => extend(true) });
    let shown = 0;
    function extend(focus) {
      const next = [];
      while (next.length < PAGE && shown + next.length < count) {
        const { value, done } = rest.next();
        if (done) break;
        next.push(tag === "ul" ? node("li", { class: value.depth ? "phase" : null }, item(value)) : item(value));
      }
      list.append(...next);
      shown = next.length ? shown + next.length : count;
      more.hidden = shown >= count;
      more.textContent = `Show ${Math.min(PAGE, count - shown)} more (${(count - shown).toLocaleString("en")} left)`;
      if (focus && next.length) (next[0].querySelector("button, summary") || more).focus();
    }
    extend(false);
    return [list, more];
  }

  function incident({ row }, choose) {
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
  const some = (kind, rows, choose) =>
    pages(entries(rows), rows.length, (entry) =>
      kind === "route" ? route(entry.row, choose) : incident(entry, choose),
    );
  const entries = (rows) => rows.map((row) => ({ row }));

  /** Returns what was read: all reports, or those that tell of something that the filters let through. */
  function reports(data, filters) {
    if (!data.notes.length && !data.documents.length) return null;
    const told = filters.on ? telling(data, filters.failing) : data.documents,
      doubtful = told.filter((row) => row.warnings).length;
    const quoted =
      doubtful > 0 &&
      `${plural(doubtful, "report has", "reports have")} something that was left out or not settled: it is quoted there.`;
    return node(
      "section",
      { "aria-labelledby": "list-reports" },
      heading("list-reports", "Reports", told.length),
      quoted && node("p", { class: "about" }, quoted),
      data.notes.map((note) => node("p", { class: "warning" }, said(note, 2 * LONG))),
      pages(told, told.length, report));
  }

  /** Returns the reports of what is shown. */
  function telling(data, failing) {
    const { incidents: c, routes: r, retold } = data.columns, first = c.document.length, wanted = new Uint8Array(data.documents.length);
    for (let i = 0; i < failing.length; i++) if (failing[i] === 0) wanted[i < first ? c.document[i] : r.document[i - first]] = 1;
    for (let i = 0; i < retold.item.length; i++) if (failing[retold.item[i]] === 0) wanted[retold.document[i]] = 1;
    return data.documents.filter((_, i) => wanted[i]);
  }

  function report(row) {
    const about = [
      row.source,
      row.published,
      plural(row.incidents || 0, "incident", "incidents"),
      plural(row.routes || 0, "route", "routes"),
    ];
    return node(
      "div",
      { class: "report" },
      said(called(row)),
      node("span", { class: "about" }, said(about.filter(Boolean).join(" · "), LONG)),
      row.warnings &&
        node(
          "details",
          { open: row.incidents || row.routes ? null : "" },
          node("summary", {}, "Left out, or not settled"),
          node("p", { class: "warning" }, said(row.warnings, 4 * LONG)),
        ),
    );
  }

  return { make, arranging, some };
})();
