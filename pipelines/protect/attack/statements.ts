import { all, type DuckDBConnection } from "@trama/data/store";
import { type PublicRow, readRows } from "./published.ts";

interface Statement {
  readonly statement: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly year: number | null;
}

/**
 * Public outcome statements that name a nearer place or year than the release's own public counts of collectives allow;
 * read from the public file alone. Any such statement refuses the release.
 */
export async function placedTooNear(connection: DuckDBConnection): Promise<string[]> {
  const statements = await all<Statement>(connection, "SELECT statement, country, region, year FROM outcome_statement");
  const rows = await readRows(connection);
  const now = Math.max(...rows.map(({ release }) => release));
  const told = rows.filter(
    ({ release, audience, figure, status, type }) =>
      release === now && audience === "open" && figure === "collectives" && status === "value" && type === null,
  );
  return statements.filter((one) => !isAllowed(one, told)).map(({ statement }) => statement);
}

/** A statement without place and year needs no count; any other that of just its place and year. */
function isAllowed({ country, region, year }: Statement, told: readonly PublicRow[]): boolean {
  if (year === null) return country === null && region === null;
  return told.some((count) => count.year === year && count.country === country && count.region === region);
}
