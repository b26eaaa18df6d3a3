/* Says what an incident or a route is, in a few words. */
dateline.words = (() => {
  "use strict";

  const { called, country, days, count, own, plural } = dateline.text;
  const EFFECTS = ["killed", "injured", "captured"];
  const WITHIN = 2; // the precision of what lies within about 25 km of its place
  const STAGED = { attempted: "Attempted: ", threatened: "Threatened: " };
  const DOUBT = {
    fact: null,
    estimate: "an estimate",
    claimed: "claimed",
    accused: "alleged",
    possible: "possible",
    denied: "denied",
  };

  /** "Airstrike", "Attempted: bombing". */
  function what(incident) {
    const label = dateline.marks.symbol(incident.type).label.split(",")[0], staged = own(STAGED, incident.stage);
    return staged ? staged + label.toLowerCase() : label;
  }

  /** The name of the place and the country it lies in, or null. */
  function where(place) {
    if (!place) return null;
    const land = place.country && country(place.country);
    return land && land !== place.name ? `${place.name}, ${land}` : place.name;
  }

  /** The days, or the report's own words where they could not be resolved. */
  function when(row) {
    if (!row) return null;
    const [start, end, , words] = row;
    return days(start, end) || (words ? `“${words}”, day not known` : null);
  }

  /** Why an incident has no place, in a few words. */
  function unplaced(row) {
    if (row.unplaced === "unknown") return `“${row.named}” is not in the gazetteer`;
    if (row.unplaced === "doubtful") return `perhaps ${row.named}, too doubtful to draw`;
    return null;
  }

  const tolls = (incident) =>
    EFFECTS.filter((effect) => incident[effect]).map((effect) => toll(incident[effect], effect));
  /** "3 killed"; "nobody killed" where a report says that there was none. */
  const toll = (numbers, effect) => `${numbers[2] ? count(numbers) : "nobody"} ${effect}`;
  const doubt = (row) => own(DOUBT, row.modality);
  /** That somebody denies what is told otherwise. */
  const denied = (row) => (row.denied && row.modality !== "denied" ? "denied by some" : null);

  /** Whether the place may be another of that name, or is that of another sentence. */
  const perhaps = (row) =>
    dateline.marks.doubtful(row)
      ? `place only ${row.sure} % sure`
      : row.place && row.inherited
        ? "place inferred"
        : null;

  /** One line under the name of an incident. */
  function incident(row) {
    const drawn = row.drawn === "parts" ? "drawn as its phases" : null;
    return [
      row.place ? `${row.place.precision === WITHIN ? "near " : ""}${where(row.place)}` : unplaced(row),
      perhaps(row),
      when(row.when),
      ...tolls(row),
      doubt(row),
      denied(row),
      drawn,
      told(row),
    ]
      .filter(Boolean)
      .join(" · ");
  }

  const told = (row) => (row.told > 1 ? `told by ${plural(row.told, "report", "reports")}` : null);
  const source = (row) => called(row.document);

  /** "Iran → Iraq"; an end that is not known is a question mark. */
  const ends = (route) =>
    `${route.origin ? route.origin.name : "?"} → ${route.destination ? route.destination.name : "?"}`;
  const route = (row) => [row.cargo, when(row.when), doubt(row) || "alleged", denied(row), told(row)].filter(Boolean).join(" · ");

  /** What a mark that stands for several incidents is called. */
  const several = (rows) => plural(rows.length, "incident", "incidents");

  return { EFFECTS, what, where, when, toll, tolls, denied, incident, ends, route, several, source };
})();
