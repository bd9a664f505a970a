import { licence, type Manifest, packageTitle } from "@trama/data/schema";

/** How to cite the release, in the Citation File Format 1.2. */
export function citationFile(manifest: Manifest): string {
  const { release, made_at } = manifest;
  return [
    "cff-version: 1.2.0",
    'message: "Please cite the release that you used, by its number."',
    "type: dataset",
    `title: "${packageTitle(manifest)}"`,
    "authors:",
    '  - name: "Trama"',
    `version: "${release}"`,
    `date-released: "${made_at.slice(0, 10)}"`,
    `license: ${licence.name}`,
    "references:",
    "  - type: report",
    '    title: "A Critical Approach to Collective Protection"',
    "    authors:",
    '      - name: "Protection International"',
    "    year: 2024",
    "",
  ].join("\n");
}

/** What a person who opens the folder reads first, with code that reads it in four languages. */
export function readme(manifest: Manifest): string {
  return `# ${packageTitle(manifest)}

${manifest.synthetic ? "**Synthetic sample data: no figure, collective or project in it is real.**\n\n" : ""}Made ${manifest.made_at.slice(0, 10)} of what was known on ${manifest.as_of.slice(0, 10)}; framework version ${manifest.framework_version}; ${licence.title} (${licence.path}).

| what | where |
|---|---|
| every cell, published or withheld, by country and year | \`data/cell/country=…/year=…/\` |
| what changed, in words that people cleared (outcome statements) | \`data/outcome_statement.csv\` |
| categories, countries, framework, release | \`data/\` |
| what each column means | \`codebook.html\`, \`codebook.xml\` (DDI Codebook 2.5), \`datapackage.json\` |
| what changed since earlier releases | \`CHANGELOG.md\` |
| how to cite | \`CITATION.cff\` |
| whether the files are whole | \`sha256sum --check checksums.sha256\` |

CSV, Parquet and Arrow hold the same rows. Cells of all countries together (the world, a region) stand under
\`country=__HIVE_DEFAULT_PARTITION__\`.

## Reading it

A cell is published where \`status\` is \`value\`; its figures are bands, from \`…_lo\` to \`…_hi\`. Read \`withheld\` as
"not told", never as zero.

\`\`\`sql
-- DuckDB
SELECT country, year, share_lo, share_hi, n_lo, n_hi
FROM read_parquet('data/cell/**/*.parquet', hive_partitioning = false)
WHERE figure = 'in_place' AND result = 'ST1' AND country IS NOT NULL AND type IS NULL AND presence = 'all' AND year_from IS NULL
ORDER BY country, year;
\`\`\`

\`\`\`python
# Python, nothing to install
import csv, glob
cells = [row for path in glob.glob("data/cell/country=*/year=*/cell.csv") for row in csv.DictReader(open(path, encoding="utf-8"))]
shown = [c for c in cells if c["figure"] == "in_place" and c["result"] == "ST1" and c["country"] and not c["type"] and c["presence"] == "all" and not c["year_from"]]
for c in sorted(shown, key=lambda c: (c["country"], c["year"])):
    print(c["country"], c["year"], c["status"], c["share_lo"], c["share_hi"])
\`\`\`

\`\`\`r
# R
paths <- list.files("data/cell", "cell.csv", recursive = TRUE, full.names = TRUE)
cells <- do.call(rbind, lapply(paths, read.csv, na.strings = ""))
subset(cells, figure == "in_place" & result == "ST1" & !is.na(country) & is.na(type) & presence == "all" & is.na(year_from),
       c(country, year, status, share_lo, share_hi))
\`\`\`

\`\`\`js
// JavaScript, with npm i apache-arrow
import { readFile } from "node:fs/promises";
import { tableFromIPC } from "apache-arrow";
const cells = tableFromIPC(await readFile("data/cell/country=__HIVE_DEFAULT_PARTITION__/year=2025/cell.arrow"));
for (const cell of cells) if (cell.figure === "in_place" && cell.result === "ST1" && !cell.type) console.log(cell.region, cell.share_lo, cell.share_hi);
\`\`\`
`;
}
