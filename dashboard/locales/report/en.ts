/** English, the part for reports: what they say, and how they are taken along. */
export const report = {
  "report.kicker": "Report",
  "report.heading": "{place}, {year, number, ::group-off}",
  "report.lead":
    "What is in place among accompanied collectives, what changed among the same ones, and what that does not say.",
  "report.description":
    "A report of the whole, a region or one country to print and send on, with its data and citation.",
  "report.print": "Print or save as PDF",
  "report.summary": "In short",
  "report.rose":
    "Rose among the same collectives from {from, number, ::group-off} to {to, number, ::group-off}: {results}.",
  "report.fell":
    "Fell among the same collectives from {from, number, ::group-off} to {to, number, ::group-off}: {results}.",
  "report.rose.none":
    "From {from, number, ::group-off} to {to, number, ::group-off} the published figures show no result that certainly rose among the same collectives.",
  "report.fell.none":
    "From {from, number, ::group-off} to {to, number, ::group-off} the published figures show no result that certainly fell among the same collectives.",
  "report.take": "The data behind it",
  "report.take.csv": "Every published figure of {place} (CSV)",
  "report.take.arrow": "The same as Arrow, for R and Python: {place}",
  "report.take.everything": "Every published figure of every country (CSV)",
  "report.take.codebook": "Codebook: results, anchors, missing codes (JSON)",
  "report.take.api": "How to ask the API",
  "report.whole": "All regions",
  "report.heading.span": "{place}, {from, number, ::group-off}–{to, number, ::group-off}",
  "report.filter.country": "Country",
  "report.filter.country.all": "Every country: {place}",
  "report.level":
    "{shown, number} of {results, number} results with a figure. Least in place: {lowest}, in {low} of collectives ({low_interval} if similar ones had been scored). Most: {highest}, in {high} ({high_interval}).",
  "report.level.one":
    "{shown, number} of {results, number} results with a figure: {lowest}, in {low} of collectives ({low_interval} if similar ones had been scored).",
  "report.apart":
    "Regions differ by more than their uncertainty in {count, number} of {compared, number} results: {results}. In the others their intervals overlap, and no order can be told.",
  "report.apart.one": "{result} ({high} above {low})",
  "report.apart.none":
    "In none of {compared, number} results do regions differ by more than their uncertainty, so no order of them can be told.",
  "report.pair":
    "{from, number, ::group-off} to {to, number, ::group-off}, among the same collectives: rose: {rose}; fell: {fell}; direction not certain: {open, plural, one {# result} other {# results}}.",
  "report.nothing": "none",
  "report.ends":
    "Among all collectives scored in {from, number, ::group-off} and in {to, number, ::group-off}, who may differ: certainly higher: {higher}; certainly lower: {lower}; not certain: {open, plural, one {# result} other {# results}}.",
  "report.regions": "Regions side by side: share of collectives with each result in place, {year, number, ::group-off}",
  "report.regions.sentence":
    "Heatmap of {results, plural, one {# result} other {# results}} by {regions, plural, one {# region} other {# regions}}, {year, number, ::group-off}. The table holds the same figures.",
  "report.quality": "How complete and how safe it is",
  "report.quality.published":
    "Of {total, number} figures that countries could have, {value, number} are published, {withheld, number} are withheld for safety and {none, number} have no data.",
  "report.quality.small":
    "{small, number} of the {shown, number} figures of {place} rest on fewer than ten collectives; they are marked with a star.",
  "report.snippets": "The same figures in R, Python, DuckDB and JavaScript",
  "report.files": "Take this report along",
  "report.files.pdf": "PDF, for printing and reading aloud",
  "report.files.docx": "Word document, to go on writing",
  "report.files.html": "One file for any browser",
  "report.files.iati": "IATI file: {place}",
  "report.files.wait": "{what}: waiting for its turn.",
  "report.files.read": "{what}: reading the figures.",
  "report.files.write": "{what}: drawing charts and writing.",
  "report.files.done": "{what}: made, and handed to your browser ({size, number} KB).",
  "report.files.failed": "{what}: not made. {why}",
  "report.files.again": "Try again",
} as const;
