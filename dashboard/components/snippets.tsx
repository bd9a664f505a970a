import { useSurroundings } from "./context.ts";

/** Code that reads the published cells at an address of the API, in the languages of those who work with data. */
export function snippetsFor(address: string): { readonly language: string; readonly code: string }[] {
  const csv = `${address}${address.includes("?") ? "&" : "?"}format=csv`;
  return [
    {
      language: "R",
      code: `cells <- read.csv("${csv}", na.strings = "", encoding = "UTF-8")
subset(cells, status == "value", c(result, country, region, year, share_lo, share_hi))`,
    },
    {
      language: "Python",
      code: `import csv, io, urllib.request
with urllib.request.urlopen("${csv}") as answer:
    for cell in csv.DictReader(io.TextIOWrapper(answer, "utf-8")):
        print(cell["result"], cell["country"] or cell["region"], cell["year"], cell["status"], cell["share_lo"], cell["share_hi"])`,
    },
    {
      language: "DuckDB",
      code: `SELECT result, coalesce(country, region) AS place, year, status, share_lo, share_hi
FROM read_csv('${csv}')
ORDER BY ALL;`,
    },
    {
      language: "JavaScript",
      code: `const answer = await fetch("${address}");
const { release, cells } = await answer.json();
for (const { result, country, region, year, status, share } of cells)
  console.log(release, result, country ?? region, year, status, ...share);`,
    },
  ];
}

/** The same figures read by a program, folded away until asked for. */
export function Snippets({ address }: { address: string }) {
  const { t } = useSurroundings().translator;
  return (
    <details class="snippets" data-testid="snippets">
      <summary>{t("report.snippets")}</summary>
      {snippetsFor(address).map(({ language, code }) => (
        <figure key={language}>
          <figcaption>{language}</figcaption>
          <pre>
            <code>{code}</code>
          </pre>
        </figure>
      ))}
    </details>
  );
}
