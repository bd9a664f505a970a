/** English: why a figure moved. */
export const change = {
  "change.title": "Why did the figure move?",
  "change.lead":
    "A figure can move because collectives changed, or because other collectives were scored. Here are only those scored in both years.",
  "change.description": "The change among the same collectives between two years, apart from who joined and who left.",
  "change.filter.country": "What to compare",
  "change.filter.country.all": "One result, all places",
  "change.filter.years": "Years",
  "change.chart.result":
    "{result}: change among the same collectives, {from, number, ::group-off} to {to, number, ::group-off}",
  "change.chart.country":
    "{place}: change among the same collectives, {from, number, ::group-off} to {to, number, ::group-off}",
  "change.sentence":
    "{title}. {lines, plural, one {# range} other {# ranges}} around a line at no change. The table holds the same figures.",
  "change.row.rose":
    "{place}, {result}: rose among the same collectives by {change} percentage points, from {before} to {after} ({from, number, ::group-off} to {to, number, ::group-off}; {n} collectives).",
  "change.row.fell":
    "{place}, {result}: fell among the same collectives by {change} percentage points, from {before} to {after} ({from, number, ::group-off} to {to, number, ::group-off}; {n} collectives).",
  "change.row.open":
    "{place}, {result}: the change among the same collectives lies between {change} percentage points, from {before} to {after} ({from, number, ::group-off} to {to, number, ::group-off}; {n} collectives); its direction is not certain.",
  "change.row.none": "{place}, {result}, {from, number, ::group-off} to {to, number, ::group-off}: {why}.",
  "change.at-least": "at least {n, number}",
  "change.table.n": "Same collectives",
  "change.table.before": "In place {year, number, ::group-off}",
  "change.table.after": "In place {year, number, ::group-off} (same)",
  "change.table.change": "Change, points",
  "change.table.direction": "Direction",
  "change.table.crude": "All collectives",
  "change.direction.rose": "rose",
  "change.direction.fell": "fell",
  "change.direction.open": "not certain",
  "change.finding.fell": "Fell ({count, number}):",
  "change.finding.rose": "Rose ({count, number}):",
  "change.finding.open": "Direction not certain ({count, number}):",
  "change.finding.none": "nowhere that the published figures could tell",
  "change.why.title": "Why a figure moves",
  "change.why.same":
    "The bars: what collectives scored in both years did. Where the whole bar lies on one side of the line, they rose or fell; where it crosses the line, the published bands leave the direction open.",
  "change.why.others":
    "The table's last figures are of all collectives scored in each year. What they moved more or less than the same collectives did comes from those that joined, left, or were scored in one year only; how much each made is not public, because it would tell who they are.",
  "change.why.cause": "None of this says what caused a change.",
  "change.table.pressure": "Under high or severe pressure",
  "change.pressure.title":
    "Collectives under high or severe pressure, {from, number, ::group-off} → {to, number, ::group-off}:",
  "change.pressure.fell": "Where it fell:",
  "change.pressure.rose": "Where it rose:",
  "change.pressure.none": "not told",
  "change.pressure.row": "under high or severe pressure: {pressure} of the collectives",
  "change.pressure.note":
    "A fall under pressure is no failure of those who were under it. Nothing here says what caused a change.",
  "change.pressure.note.places":
    "A fall under pressure is no failure of those who were under it. The table tells the pressure in every place. Nothing here says what caused a change.",
  "change.pair.title": "Only consecutive years are public here",
  "change.pair.text":
    "From {from, number, ::group-off} to {to, number, ::group-off}, figures of the same collectives could tell who joined and who left. Signed-in managers see any pair of years of their own countries.",
} as const;
