/** English, the language that decides which messages there are. ICU MessageFormat. */
export const messages = {
  "app.name": "Trama",
  "app.tagline": "Collective protection, measured with care",
  "app.skip": "Skip to the content",
  "app.nav": "Views",
  "app.language": "Language",
  "app.theme": "Colours",
  "app.theme.system": "As the device",
  "app.theme.light": "Light",
  "app.theme.dark": "Dark",
  "app.loading": "Loading…",
  "app.offline": "You are offline. What is on the screen was read before the connection went.",

  "nav.overview": "Overview",
  "nav.methods": "Methods",
  "methods.page.title": "How the figures are made",
  "methods.page.lead": "Every figure, its formula, what it assumes, what it does not say, with worked examples.",
  "nav.compare": "Compare",

  "release.line": "Release {release, number} of {date}",
  "release.framework": "measurement framework {version}",
  "release.proposal": "a proposal, not yet reviewed by Protection International",
  "release.text-unreviewed": "A native speaker has not yet reviewed the framework's wording in this language.",
  "release.holds":
    "{results, plural, one {# result} other {# results}} in {countries, plural, one {# country} other {# countries}}, {from, number, ::group-off} to {to, number, ::group-off}",
  "release.synthetic": "Synthetic sample data.",
  "release.synthetic-more":
    "Every collective and every score in this release is invented. Use it to learn the tool, never to say anything about a country.",
  "release.other":
    "This link was made with release {cited, number}. You are looking at release {shown, number}; figures may have changed.",

  "overview.title": "What is in place, and where?",
  "overview.lead":
    "Collectives of human rights defenders and the teams who accompany them score sixteen results of collective protection. This page shows the share of collectives in which each result is in place.",
  "overview.description":
    "Sixteen results of collective protection by country: the share of accompanied collectives in which each is in place, with its uncertainty.",
  "overview.chart.share": "Share of collectives with each result in place, {year, number, ::group-off}",
  "overview.chart.median": "Median score of each result, {year, number, ::group-off}",
  "overview.sentence":
    "Heatmap of {results, plural, one {# result} other {# results}} by {countries, plural, one {# country} other {# countries}}, {year, number, ::group-off}: {values, plural, one {# figure} other {# figures}}, {withheld, plural, =0 {none withheld} one {# withheld} other {# withheld}}. The table holds the same figures.",
  "overview.next": "See how one result changed over the years",

  "compare.title": "Who changed over the years?",
  "compare.lead.country":
    "One small chart for each country, all on one scale. Read across years first, across countries second.",
  "compare.lead.region":
    "One small chart for each region, all on one scale. A region counts every collective scored in its countries.",
  "compare.description":
    "Results of collective protection over the years, country by country or region by region, with intervals and gaps.",
  "compare.chart.share":
    "{result}: share of collectives with it in place, {from, number, ::group-off} to {to, number, ::group-off}",
  "compare.chart.median": "{result}: median score, {from, number, ::group-off} to {to, number, ::group-off}",
  "compare.sentence":
    "{result}. {panels, plural, one {# small line chart} other {# small line charts}}, {from, number, ::group-off} to {to, number, ::group-off}. Lines break where a year has no figure. The table holds the same figures.",
  "compare.nothing": "No figure is published for this choice. Try other countries, other years or all types together.",

  "filter.title": "What to show",
  "filter.year": "Year",
  "filter.from": "From",
  "filter.to": "To",
  "filter.measure": "Measure",
  "filter.measure.share": "Share in place",
  "filter.measure.median": "Median score",
  "filter.result": "Result",
  "filter.results-of": "All results of a dimension",
  "filter.by": "Compare",
  "filter.by.country": "Countries",
  "filter.by.region": "Regions",
  "filter.countries": "Countries",
  "filter.countries.all": "all",
  "filter.countries.some": "{count, number} chosen",
  "filter.region": "Region",
  "filter.region.all": "All regions",
  "filter.type": "Type of collective",
  "filter.type.all": "All types together",
  "filter.submit": "Show",
  "filter.reset": "Clear the filters",

  "type.ngo": "Non-governmental organisation",
  "type.community-association": "Community association",
  "type.trade-union": "Trade union",
  "type.movement": "Social or popular movement",
  "type.womens-organisation": "Women's organisation",
  "type.indigenous": "Indigenous community",
  "type.afro-descendant": "Afro-descendant community",
  "type.rural-peasant": "Rural or peasant community",
  "type.other": "Other",
  "type.unknown": "Not known",

  "tab.label": "Show as",
  "tab.chart": "Chart",
  "tab.table": "Table",

  "chart.keys": "Use the arrow keys to read the figures one by one, Enter to open a result over the years.",
  "chart.keys.plain": "Use the arrow keys to read the figures one by one.",
  "chart.failed": "The chart could not be drawn here. The table holds the same figures.",

  "legend.share": "Share of collectives with score 3 or 4",
  "legend.median": "Median score",
  "legend.withheld": "withheld, so that nobody can be singled out",
  "legend.no-data": "no data",
  "legend.not-applicable": "not applicable",
  "legend.small": "fewer than 10 collectives: read with care",
  "legend.exact": "point: the share",
  "legend.band": "bar: the band in which the share lies",
  "legend.median-band": "bar: lower to upper median",
  "legend.interval": "95% interval",
  "legend.gap": "line broken: no figure that year",

  "folded.countries":
    "{count, plural, one {# country is} other {# countries are}} not shown because every figure is withheld: {names}.",
  "folded.regions":
    "{count, plural, one {# region is} other {# regions are}} not shown because every figure is withheld: {names}.",

  "row.value":
    "{place}, {result}, {year, number, ::group-off}: {share} in place; {k} of {n} collectives; 95% interval {interval}; median score {median}.",
  "row.withheld": "{place}, {result}, {year, number, ::group-off}: withheld, so that nobody can be singled out.",
  "row.no-data": "{place}, {result}, {year, number, ::group-off}: no data.",
  "row.not-applicable": "{place}, {result}, {year, number, ::group-off}: not applicable.",
  "row.unscored": "{place}, {result}, {year, number, ::group-off}: no collective has a score.",

  "kind.withheld": "withheld",
  "kind.no-data": "no data",
  "kind.not-applicable": "not applicable",
  "kind.unscored": "none scored",

  "flag.changed-set": "not the same collectives as the year before",
  "flag.rubric-changed": "the scoring guide changed",
  "flag.overlapping-intervals": "the intervals overlap: no ranking",
  "flag.few-movers": "fewer than 6 collectives moved: this can never be told from chance",
  "flag.empty-stratum": "a type of collective has no figure here",
  "flag.standardised": "on the world’s mix of collective types",
  "flag.small-n": "fewer than 10 collectives",
  "flag.unverified": "scores of 3 or 4 with weak evidence",
  "flag.other": "caution: {flag}",

  "table.caption": "{title}. n: collectives with a score; k: collectives with the result in place.",
  "table.result": "Result",
  "table.place.country": "Country",
  "table.place.region": "Region",
  "table.year": "Year",
  "table.share": "Share in place",
  "table.n": "n",
  "table.k": "k",
  "table.interval": "95% interval",
  "table.median": "Median score",
  "table.flags": "Cautions",
  "table.scroll": "Table, scrolls sideways",

  "bands.public": "Figures are shown as bands, so that no collective can be singled out.",
  "bands.exact": "These figures are exact.",

  "methods.title": "How to read this",
  "methods.share":
    "A result is in place in a collective when it scored 3 or 4 on a five-step scale (0 to 4) with a written description of every step. The share is k of n: collectives with the result in place, out of all collectives with a score. Collectives without a score are not counted as zero; they are not counted.",
  "methods.interval":
    "The 95% interval (Wilson) says how far the share could lie from this one if similar collectives had been scored. For a band it runs from the lower bound at the smallest count to the upper bound at the largest. It leaves out how collectives came to be accompanied, differences between those who score, and differing use of the scale.",
  "methods.median":
    "The median is the score of the collective in the middle. Where the middle lies between two scores both are given; they are never averaged.",
  "methods.not":
    "What it does not say: accompanied collectives are neither a sample nor a census of a country. Intervals that overlap are no ranking. A change from one year to the next may come from other collectives being scored. Nothing here says what caused a change.",
  "methods.withheld":
    "Withheld figures, marked [c], are hidden for safety; nothing about their size follows from it. No data is marked [x], not applicable [z].",

  "sources.title": "Source and citation",
  "sources.data":
    "Figures: release {release, number}, reports of project teams and accompanied collectives, protected before publishing.",
  "sources.framework": "Framework: {source}",
  "sources.citation": "Trama, release {release, number} ({date}). {title}. Measurement framework {version}. {address}",
  "sources.cite": "Cite as",
  "sources.synthetic-citation": "[synthetic sample data]",

  "download.title": "Take it with you",
  "download.svg": "Picture (SVG)",
  "download.png": "Picture (PNG)",
  "download.csv": "Table (CSV)",
  "download.api": "From the API (JSON)",
  "download.link": "Copy the link",
  "download.copied": "The link has been copied.",
  "download.copy-failed": "The link could not be copied. It is in the address bar.",
  "download.failed": "The file could not be made in this browser.",

  "notice.ignored":
    "The address names {count, plural, one {something} other {# things}} that this release does not know: {values}. The rest is shown.",

  "empty.title": "No release yet",
  "empty.text":
    "The server runs, but nothing has been published. As soon as a release is published, its figures appear here.",
  "empty.how": "To publish: file reports with “trama ingest”, then run “trama publish”.",
  "error.title": "This could not be loaded",
  "error.text": "Nothing is lost. Try again; if it stays, pass the details on to whoever runs this server.",
  "error.unreachable": "The server cannot be reached. Check the connection and try again.",
  "error.retry": "Try again",
  "error.details": "Details",
  "missing.title": "There is no such page",
  "missing.text": "The address “{path}” leads nowhere. These pages exist:",

  "footer.about":
    "Trama is free software for monitoring collective protection. It sets no cookies for readers, tracks nobody and loads nothing from elsewhere.",
  "footer.api": "API and documentation",
  "footer.data": "Data of this release",
} as const;
