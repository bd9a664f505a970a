import { type Manifest, packageTitle, quote, tables } from "@trama/data/schema";
import { all, type DuckDBConnection } from "@trama/data/store";

interface Changed {
  readonly figure: string;
  readonly place: string;
  readonly year: number;
  readonly fresh: number;
  readonly hidden: number;
  readonly changed: number;
}

/** What a reader compares: the figures of a cell, not when they were made. */
const measures = Object.keys(tables.cell.columns).filter((name) => /_(lo|hi)$/.test(name));

/**
 * What changed from each kept release to the next, as Markdown: by kind of figure, place and year, how many cells are
 * published for the first time, are withheld now, or tell other figures. `schema` is an attached public file.
 */
export async function changelog(connection: DuckDBConnection, schema: string, manifest: Manifest): Promise<string> {
  const kept = await all<{ release: number }>(
    connection,
    `SELECT DISTINCT release FROM ${schema}.cell_history ORDER BY release DESC`,
  );
  const numbers = kept.map(({ release }) => release);
  const sections: string[] = [];
  for (const [at, release] of numbers.entries()) {
    const before = numbers[at + 1];
    if (before === undefined) sections.push(`## Release ${release}\n\nThe oldest that is kept here.\n`);
    else sections.push(section(release, before, await changesOf(connection, schema, release, before)));
  }
  return `# Changes: ${packageTitle(manifest)}\n\n${sections.join("\n")}`;
}

function section(release: number, before: number, changes: readonly Changed[]): string {
  const head = `## Release ${release}, compared with release ${before}\n`;
  if (changes.length === 0) return `${head}\nNo published figure differs.\n`;
  const rows = changes.map(
    ({ figure, place, year, fresh, hidden, changed }) =>
      `| ${figure} | ${place} | ${year} | ${fresh} | ${hidden} | ${changed} |`,
  );
  return [
    head,
    "| figure | place | year | published now | withheld now | other figures |",
    "|---|---|--:|--:|--:|--:|",
    ...rows,
    "",
  ].join("\n");
}

function changesOf(connection: DuckDBConnection, schema: string, release: number, before: number): Promise<Changed[]> {
  const key = tables.cell_history.key.filter((column) => column !== "release").map(quote);
  const same = key.map((column) => `n.${column} IS NOT DISTINCT FROM b.${column}`).join(" AND ");
  const differ = measures.map((column) => `n.${quote(column)} IS DISTINCT FROM b.${quote(column)}`).join(" OR ");
  const of = (number: number) =>
    `(SELECT * FROM ${schema}.cell_history WHERE release = ${number} AND audience = 'open')`;
  return all<Changed>(
    connection,
    `SELECT * FROM (
       SELECT coalesce(n.figure, b.figure) AS figure, coalesce(n.country, b.country, n.region, b.region, 'world') AS place,
         coalesce(n.year, b.year) AS year,
         count(*) FILTER (n.status = 'value' AND b.status IS DISTINCT FROM 'value')::INTEGER AS fresh,
         count(*) FILTER (b.status = 'value' AND n.status IS DISTINCT FROM 'value')::INTEGER AS hidden,
         count(*) FILTER (n.status = 'value' AND b.status = 'value' AND (${differ}))::INTEGER AS changed
       FROM ${of(release)} n FULL JOIN ${of(before)} b ON ${same}
       GROUP BY ALL)
     WHERE fresh + hidden + changed > 0 ORDER BY figure, place, year`,
  );
}
