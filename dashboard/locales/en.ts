import { change } from "./change/en.ts";
import { how } from "./how/en.ts";
import { report } from "./report/en.ts";
import { work } from "./work/en.ts";

/** English, the language that decides which messages there are. ICU MessageFormat. */
export const messages = {
  ...work,
  ...how,
  ...report,
  ...change,
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
  "flag.standardised": "on one mix of collective types",
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
  "withheld.why":
    "Figures marked [c] are withheld. That is done where a figure, alone or put together with others, could point to one collective or to a few: too few may stand behind it, or it could be worked out from its neighbours. Which it is, is never said, since that would tell too. Withheld is neither zero nor a bad sign.",
  "withheld.instead": "Figures of a whole region rest on more collectives and are published for these results:",
  "withheld.see": "see {region}",
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

  "nav.change": "Change",
  "nav.progress": "Progress",
  "nav.quality": "Quality",
  "nav.report": "Report",
  "place.world": "World",
  "points.range": "{from} to {to}",
  "tab.distribution": "Scores",
  "tab.map": "Map",
  "chart.keys.country": "Use the arrow keys to read the figures one by one, Enter to open a country.",
  "start.title": "Where to start",
  "start.change":
    "{result}: where did it rise or fall from {from, number, ::group-off} to {to, number, ::group-off}, and why?",
  "start.country": "One country, its inner and outer networks side by side: {place}",
  "start.regions": "Regions side by side, their countries within",
  "start.report": "A report to print, with the data behind it and how to cite it",
  "start.guide": "A guided example: how to read one figure",
  "news.title": "What is new",
  "news.first": "This is the first release that is kept here. Later ones will say what they changed.",
  "news.same": "No published figure of a country differs from release {since, number}.",
  "news.counts":
    "Since release {since, number}: {added, plural, =0 {no new figure} one {# new figure} other {# new figures}}, {changed, plural, =0 {none changed} one {# changed} other {# changed}}, {withdrawn, plural, =0 {none no longer published} one {# no longer published} other {# no longer published}}.",
  "news.where": "Where: {places}.",
  "guide.title": "A guided example",
  "guide.figure": "{result}, {place}, {year, number, ::group-off}: {share}",
  "guide.share":
    "The share is {share}: {k} of {n} accompanied collectives scored 3 or 4. Where two numbers stand, the true one lies between them; nobody can be singled out.",
  "guide.interval": "If similar collectives had been scored, the share would most likely lie within {interval}.",
  "guide.not":
    "It does not speak for the country, only for the collectives that are accompanied there; and it does not say why.",
  "guide.flags": "Read with care: {flags}.",
  "guide.years": "See the same figure over the years",
  "guide.change": "See whether the same collectives changed, or others were scored",
  "guide.take": "Under every chart: the same figures as a table, a picture, a file, a link, and how to cite them.",
  "search.heading": "Look something up",
  "search.label": "Country, region or result",
  "search.placeholder": "Guatemala, IN2, lawyer",
  "search.button": "Search",
  "search.count": "{count, plural, =0 {Nothing found} one {# found} other {# found}}",
  "search.nothing": "Nothing has this name. Try a part of a word, or a code such as GTM or IN2.",
  "search.title": "Search",
  "search.for": "Found for “{asked}”",
  "search.kind.country": "country",
  "search.kind.region": "region",
  "search.kind.result": "result",
  "search.all-countries": "All countries",
  "filter.standardised": "On one mix of collective types",
  "legend.region": "blue-green edge: the region; beside it, its countries",
  "legend.standardised": "dashed: the region on one mix of collective types",
  "legend.change":
    "bar: the range in which the change of the same collectives lies, in percentage points; paler where its direction is not certain",
  "legend.classes": "Part of the collectives with each score",
  "legend.classes-middle": "Each part is drawn at the middle of its band; the table gives both ends.",
  "legend.land": "no programme reports from there",
  "legend.mark": "a country too small to be seen at this scale",
  "legend.disputed": "disputed area, drawn and named as the source does",
  "legend.completeness": "Part of the results that is published",
  "table.twin": "The same figures as a table",
  "table.type": "Mix of types",
  "table.place.place": "Place",
  "table.scores": "Scores {scores}",
  "mix.all": "as accompanied",
  "mix.standardised": "one mix",
  "mix.note":
    "One mix of types ({year, number, ::group-off}): {weights}, as in these regions together. It is made of the types that each of them publishes, which cover, of all scored collectives: {covers}.",
  "mix.left-out": "Of the other types the comparison says nothing: {types}.",
  "mix.none": "The regions cannot be put on one mix: no type of collective is published in all of them.",
  "mix.too-little":
    "The regions are not put on one mix: the types that all of them publish may cover as little as {covers} of the scored collectives of one of them. Below half, the figure would speak for the lesser part.",
  "mix.instead": "One type at a time can be compared with the filter above, wherever it is published.",
  "compare.to-result": "What “{result}” means, and how its scores are spread",
  "compare.to-change": "What the same collectives did from {from, number, ::group-off} to {to, number, ::group-off}",
  "map.chart.share": "{result}: share of collectives with it in place, {year, number, ::group-off}",
  "map.chart.median": "{result}: median score, {year, number, ::group-off}",
  "map.sentence":
    "{result}, {year, number, ::group-off}. Equal-area map with {countries, plural, one {# country} other {# countries}} that have a figure. The table holds the same figures.",
  "map.borders":
    "Borders, disputed areas and their names are drawn as the source has them (Natural Earth, by way of world-atlas, 1:110 million); they express no opinion. Equal Earth projection: areas are true to each other. A country that a programme accompanies is coloured as a whole; nothing finer than a country is ever shown.",
  "classes.chart": "{result}: how the scores are spread, {year, number, ::group-off}",
  "classes.sentence":
    "{result}, {year, number, ::group-off}. {places, plural, one {# bar} other {# bars}}, aligned where a result counts as in place. The table holds the same figures.",
  "classes.below": "not in place (0–2)",
  "classes.above": "in place (3–4)",
  "classes.nothing":
    "Nowhere are enough collectives scored that the spread could be shown without singling anyone out. Regions may have it.",
  "classes.folded.countries":
    "Not shown for {count, plural, one {# country} other {# countries}}, because the spread is only published from twenty scored collectives: {names}.",
  "classes.folded.regions":
    "Not shown for {count, plural, one {# region} other {# regions}}, because the spread is only published from twenty scored collectives: {names}.",
  "classes.line": "{place}, {year, number, ::group-off}: of {n} collectives, {parts}.",
  "classes.line.none": "{place}, {year, number, ::group-off}: {why}.",
  "classes.part": "{share} with score {scores}",
  "flag.direction-uncertain": "the published bands leave the direction open",
  "country.unknown": "No country with the code {code} reports here",
  "country.description":
    "Results of collective protection in {place}: territory, inner and outer networks side by side.",
  "country.lead":
    "Three panels: the hold on the territory, the ties inside the collective, the ties to others. Compare panels first, results second.",
  "country.chart": "{place}: share of collectives with each result in place, {year, number, ::group-off}",
  "country.sentence":
    "{place}, {year, number, ::group-off}. {results, plural, one {# result} other {# results}} in panels, each a band with its interval. The table holds the same figures.",
  "country.heatmap.share": "{place}: share in place of each result over the years",
  "country.heatmap.median": "{place}: median score of each result over the years",
  "country.heatmap.sentence":
    "{place}: heatmap of {results, plural, one {# result} other {# results}} by year. The table holds the same figures.",
  "country.region-band": "box: {region}, the same year",
  "country.panel":
    "{shown, number} of {results, number} results with a figure, from {low} ({lowest}) to {high} ({highest}).",
  "country.panel.one": "{shown, number} of {results, number} results with a figure: {low} ({lowest}).",
  "country.panel.none": "none of {results, number} results has a figure this year.",
  "country.escazu.since": "Party to the Escazú Agreement since {date}.",
  "country.escazu.yes": "Party to the Escazú Agreement.",
  "country.escazu.no": "Not a party to the Escazú Agreement (open to Latin America and the Caribbean only).",
  "country.law.yes": "Its law knows collective protection measures.",
  "country.law.no": "Its law is not known to hold collective protection measures.",
  "country.context": "Context beside the figures, never their cause.",
  "country.to-change": "What changed among the same collectives: {place}",
  "country.to-how": "How results come about in {place}",
  "country.to-report": "A report to print: {place}",
  "nav.outcomes": "Outcomes",
  "outcomes.title": "Outcome statements",
  "outcomes.lead":
    "What somebody does differently, for better or worse, in words that a person cleared for everybody. Nobody is named, and a place only where enough collectives stand behind it.",
  "outcomes.none": "No statement has been cleared for everybody here.",
  "outcomes.somebody": "Somebody:",
  "outcomes.significance": "Why it matters: {words}",
  "outcomes.positive": "for the better",
  "outcomes.negative": "for the worse",
  "outcomes.mixed": "for better and worse",
  "outcomes.intended": "intended",
  "outcomes.unintended": "not intended",
  "outcomes.anywhere": "place not named",
  "outcomes.substantiated": "confirmed by somebody independent",
  "outcomes.unsubstantiated": "not confirmed independently",
  "outcomes.unknown": "not said whether confirmed",
  "outcomes.contribution":
    "contribution as rated, 0-4: collective {collective}, Protection International {pi}, others {others}",
  "outcomes.places":
    "A country and year are named only where the number of collectives there is published, otherwise the region. A statement is no figure: it is listed, never counted.",
  "outcomes.every-result": "Every result",
  "outcomes.every-place": "Every place",
  "outcomes.of-result": "Outcome statements that speak of this result",
  "outcomes.of-country": "Outcome statements: {place}",
  "country.restricted.title": "What is not public about a country",
  "country.restricted.text":
    "Ties between collectives, the spread between panels of women, youth and leadership, and exact counts could identify a collective. Signed-in managers see them for their own countries.",
  "result.unknown": "The framework has no result with the code {code}",
  "result.scale": "What each score means",
  "result.in-place":
    "From 3 the result counts as in place. 4 adds that an event tested or confirmed it, so a calm year is not read as a fall.",
  "result.verification": "How it is verified",
  "result.actions": "Actions that serve it",
  "result.capacities": "Capacities behind it",
  "result.others": "All results",
  "result.to-change": "Where it changed among the same collectives",
  "result.to-map": "On a map",
  "quality.title": "Can I trust it?",
  "quality.lead": "How complete the published figures are, and how this release was attacked before it was published.",
  "quality.description":
    "Completeness of the published figures by country and year, and the protection report of the release.",
  "quality.chart": "Results published, of {results, number}, by country and year",
  "quality.sentence":
    "Heatmap of {countries, plural, one {# country} other {# countries}} by {years, plural, one {# year} other {# years}}. The table holds the same figures.",
  "quality.row":
    "{place}, {year, number, ::group-off}: {value, number} of {results, number} results published, {withheld, number} withheld.",
  "quality.table.value": "Published",
  "quality.table.withheld": "Withheld",
  "quality.table.no-data": "No data",
  "quality.protection.title": "Tried before it was published",
  "quality.protection.text":
    "Programs of our own try to work out small groups from what is to be published: an outsider, the manager of each country, a reader who knows who is scored. One find and nothing is published.",
  "quality.protection.minimum": "No count of fewer than {minimum, number} collectives is published.",
  "quality.protection.published":
    "{published, number} of {eligible, number} counts that are large enough are published; the others would let a smaller one be worked out.",
  "quality.protection.banded":
    "{banded, plural, =0 {None} other {#}} of them as a band (such as 10 to 14), because the exact count would give another away.",
  "quality.protection.attacks":
    "{attackers, plural, one {# attacker} other {# attackers}} tried; recovered: {found, number}.",
  "quality.protection.none": "This release carries no protection report.",
  "quality.release.title": "This release",
  "quality.release.made": "Made on {date}.",
  "quality.release.as-of": "It holds what was learned up to {date}.",
  "quality.release.all": "All releases (JSON)",
  "quality.restricted.title": "What managers see besides",
  "quality.restricted.text":
    "Grades of evidence, agreement between those who score, late and missing reports, revisions and rejected rows could point at a collective or a team. Signed-in managers see them for their own countries.",
  "methods.more": "How every figure is made, in full",
  "methods.matched":
    "Only collectives scored in both years are counted. The published number is “at least” a multiple of five, and both shares are bands, so the change is known to lie between two ends.",
  "methods.classes":
    "The spread is public in three classes of scores (0–1, 2, 3–4), as bands, where at least twenty collectives are scored.",
  "methods.quality":
    "Counted over the public figures themselves: of all results, how many have a published share for all types of collectives together, in each country and year.",
  "progress.title": "Are funded collectives getting there?",
  "progress.lead": "From baseline to latest to target, the same collectives all along.",
  "progress.description": "Progress of funded collectives towards their targets; for managers and donors.",
  "progress.restricted.title": "Sign in to see progress",
  "progress.restricted.text":
    "Targets belong to a project or a grant, and figures that fine could identify a collective. Managers see their own projects exactly, donors the grants they fund as bands. Whoever runs this server gives out accounts.",
  "progress.instead.change": "What changed among the same collectives, by country",
  "progress.instead.compare": "Regions over the years",
  "progress.holds.title": "What it holds",
  "progress.holds.baseline": "For each result: baseline, latest and target of the same collectives, with their range.",
  "progress.holds.shares": "How many reached their target, moved towards it, stayed, or moved away.",
  "progress.holds.targets": "A revised target keeps the old one, when it was revised and why.",
  "progress.holds.actions": "Actions stand beside results as association, never as cause.",
  "forbidden.title": "This is not public",
  "forbidden.sign-in": "Sign in to see this",
  "forbidden.text": "Figures that fine could identify a collective, so they stay with those who accompany it.",
  "forbidden.overview": "To what is public",
  "forbidden.instead": "What you can see instead:",
  "unknown.text": "These exist:",
  "style.title": "The visual language",
  "style.lead": "Type, colour, spacing, motion and signs, as every view uses them.",
  "style.type": "Type",
  "style.colour": "Colour",
  "style.tones":
    "Tones run from light to dark in one hue, so that they read without colour; the number always stands beside.",
  "style.spacing": "Spacing and motion",
  "style.motion": "Only colours of links and buttons move, within 120 ms, and not for those who ask for less motion.",
  "style.signs": "Signs",
  "style.states": "States",
} as const;
