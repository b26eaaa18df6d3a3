/* What a reader sees of the filters: a box of checkboxes for each, with numbers that follow the other filters. */
dateline.filterpanel = (() => {
  "use strict";

  const { LONG, node, said, country, own, plural, number: written } = dateline.text;
  const FEW = 8;  // values of a facet that stand without being asked for
  const FACETS = [
    ["type", "What happened"], ["modality", "How sure the words are"], ["stage", "Whether it was carried out"],
    ["precision", "How exactly the place is known"], ["sure", "How sure the place is"],
    ["country", "Country"], ["source", "Source"], ["report", "Report"], ["people", "Who took part"],
  ];
  const OTHER = {
    type: { route: "Alleged routes" },
    modality: { none: "Not said" },
    stage: { route: "Alleged routes", none: "Not said" },
    country: { none: "Country not known" },
    source: { none: "Source not named" },
    sure: {
      high: "90 % or more", middle: "Less than 90 %", doubtful: "In doubt: marked with “?”",
      taken: "Taken from another sentence", none: "Without a place", route: "Alleged routes",
    },
    precision: { none: "Not located", route: "Alleged routes: direction only" },
  };

  const LAYERS = { map: "On the map", country: "Country only", nowhere: "Not located", routes: "Routes" };

  /** Returns the panel of filters. `changed(filters)` is called with those that a reader changed, `ask(text)` for a search. */
  function make(data, style, filters, index, { changed, ask, clear }) {
    const search = node("input", {
      type: "search",
      maxlength: String(dateline.hash.MOST),
      placeholder: "Search claims and names",
      "aria-label": "Search claims and names",
      autocomplete: "off",
      spellcheck: "false",
      input: () => ask(search.value),
    });
    const status = node("p", { class: "status", role: "status" }),
      wipe = node("button", { type: "button", class: "quiet", click: clear }, "Clear all filters");
    const chips = layers(filters.layer, filters, changed),
      boxes = FACETS.map(([name, title]) => facet(data, style, filters, index, name, title, changed));
    const tolls = node(
      "fieldset",
      { class: "tolls" },
      node("legend", {}, "At least"),
      dateline.words.EFFECTS.map((effect) => toll(filters, effect, changed)),
    );
    const summary = node("summary", {}, "Filters"),
      box = node(
        "details",
        { class: "filters" },
        summary,
        boxes.map(({ element }) => element),
        tolls,
      );
    const element = node(
      "div",
      { class: "finding", role: "search" },
      search,
      chips.element,
      node("div", { class: "state" }, status, wipe),
      box,
    );

    const first = data.incidents.length,
      of = (from, to, one, many) =>
        to > from && `${written(filters.shown(from, to))} of ${plural(to - from, one, many)}`;
    const counts = () =>
      [of(0, first, "incident", "incidents"), of(first, filters.size, "route", "routes")].filter(Boolean).join(" and ");
    function redraw() {
      const number = filters.all.filter((filter) => filter.on).length;
      summary.replaceChildren("Filters", ...(number ? [node("span", { class: "count" }, ` ${number} on`)] : []));
      wipe.hidden = !number;
      status.replaceChildren(number ? `Showing ${counts()}` : "");
      if (document.activeElement !== search) search.value = filters.words.text;
      for (const one of [chips, ...boxes]) one.redraw();
      for (const input of tolls.querySelectorAll("input"))
        if (document.activeElement !== input) input.value = filters[input.dataset.effect].least || "";
    }
    const tell = (words) => status.replaceChildren(words);
    return { element, redraw, tell };
  }

  /** Returns a button for each way to be shown that this page has, with its number: pressed ones alone are shown. */
  function layers(filter, filters, changed) {
    const press = (key) => {
        filter.toggle(key, !filter.chosen.has(key));
        changed(filter);
      },
      used = filters.counts(filter);
    const buttons = filter.keys
      .filter((_, i) => used[i])
      .map((key) => node("button", { type: "button", class: "chip", "data-layer": key, click: () => press(key) }));
    const element = node(
      "div",
      { class: "layers", role: "group", "aria-label": "Show only", hidden: buttons.length < 2 ? "" : null },
      buttons,
    );
    function redraw() {
      const counts = filters.counts(filter);
      for (const button of buttons) {
        const key = button.dataset.layer;
        button.setAttribute("aria-pressed", String(filter.chosen.has(key)));
        button.replaceChildren(
          `${LAYERS[key]} `,
          node("span", { class: "count" }, written(counts[filter.numbers.get(key)])),
        );
      }
    }
    return { element, redraw };
  }

  function toll(filters, effect, changed) {
    const input = node("input", {
      type: "number",
      min: "0",
      max: "999999999",
      step: "1",
      inputmode: "numeric",
      "data-effect": effect,
      input: () => {
        filters[effect].least = Math.max(0, Math.min(999999999, Math.floor(Number(input.value)) || 0));
        changed(filters[effect]);
      },
    });
    return node("label", {}, input, ` ${effect}`);
  }

  /** Returns one facet: its values by number, narrowed by what a reader types, the picked ones first. */
  function facet(data, style, filters, index, name, title, changed) {
    const filter = filters[name],
      list = node("ul", { class: "values" }),
      summary = node("summary", {}, title);
    const wanted = `Find in ${title.toLowerCase()}`,
      narrow = node("input", { type: "search", placeholder: wanted, "aria-label": wanted, input: () => redraw() });
    const more = node("button", {
      type: "button",
      class: "quiet",
      click: () => {
        limit += 40;
        redraw();
      },
    });
    const element = node(
      "details",
      { class: "facet", "data-facet": name, toggle: opened },
      summary,
      narrow,
      list,
      more,
    );
    let limit = FEW;

    async function opened() {
      if (!element.open) return;
      if (name === "people" && !filter.keys.length) await readPeople(index, filters, list);
      redraw();
    }
    function redraw() {
      summary.replaceChildren(
        title,
        ...(filter.on ? [node("span", { class: "count" }, ` ${filter.chosen.size}`)] : []),
      );
      if (!element.open) return;
      const counts = filters.counts(filter), wanted = narrow.value.trim().toLowerCase();
      const found = [];
      for (let i = 0; i < filter.keys.length; i++) {
        const picked = filter.chosen.has(filter.keys[i]);
        if (
          (counts[i] || picked) &&
          (!wanted || picked || label(data, style, name, filter.keys[i]).toLowerCase().includes(wanted))
        )
          found.push([i, picked]);
      }
      found.sort(([a, one], [b, other]) => other - one || counts[b] - counts[a] || a - b);
      list.replaceChildren(...found.slice(0, limit).map(([i, picked]) => value(i, picked, counts[i])));
      narrow.hidden = filter.keys.length <= FEW;
      more.hidden = found.length <= limit;
      more.replaceChildren(`Show more (${plural(found.length - limit, "value", "values")} left)`);
    }
    function value(i, picked, count) {
      const key = filter.keys[i];
      const tick = node("input", {
        type: "checkbox",
        checked: picked ? "" : null,
        change: () => {
          filter.toggle(key, tick.checked);
          changed(filter);
          const same = [...list.querySelectorAll("input")].find((one) => one.dataset.key === String(i));
          if (same) same.focus();
        },
        "data-key": String(i),
      });
      return node(
        "li",
        {},
        node(
          "label",
          {},
          tick,
          said(label(data, style, name, key), LONG),
          node("span", { class: "count" }, count.toLocaleString("en")),
        ),
      );
    }
    return { element, redraw };
  }

  async function readPeople(index, filters, list) {
    list.replaceChildren(node("li", {}, "Reading the claims …"));
    await index.read(() => {});
    takePeople(index, filters);
  }

  /** Gives the facet of participants its values, once they have been read. */
  function takePeople(index, filters) {
    const { keys, items, numbers } = index.people, filter = filters.people;
    if (filter.keys.length) return;
    Object.assign(filter, { keys: [...keys.keys()], known: keys, more: [items, numbers] });
  }

  /** Returns what a value is called. */
  function label(data, style, name, key) {
    const other = own(OTHER, name) && own(OTHER[name], key);
    if (other) return other;
    if (name === "type") return own(style.symbols, key) ? style.symbols[key].label : key;
    if (name === "modality") return own(style.certainties, key) ? style.certainties[key].label : key;
    if (name === "stage") return own(style.stages, key) || key;
    if (name === "precision")
      return (
        (own(style.precisions, key) || "").replace(/^(an?|the) /, "").replace(/^./, (one) => one.toUpperCase()) || key
      );
    if (name === "country") return country(key);
    if (name === "report") return dateline.text.called(data.report(key));
    return key;
  }

  return { make, takePeople, label };
})();
