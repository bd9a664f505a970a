import { all, type DuckDBConnection } from "@trama/data/store";

interface Place {
  readonly country: string | null;
  readonly region: string | null;
  readonly year: number | null;
}

interface Statement extends Place {
  readonly statement: string;
}

/**
 * Public outcome statements that name a nearer place or year than the release's own public counts of collectives allow;
 * read from the public file alone. Any such statement refuses the release.
 */
export async function placedTooNear(connection: DuckDBConnection): Promise<string[]> {
  const statements = await all<Statement>(connection, "SELECT statement, country, region, year FROM outcome_statement");
  const told = await all<Place>(
    connection,
    `SELECT DISTINCT country, region, year FROM cell
     WHERE audience = 'open' AND figure = 'collectives' AND status = 'value' AND presence = 'all' AND type IS NULL
       AND formality IS NULL AND setting IS NULL AND panel IS NULL`,
  );
  return statements.filter((one) => !isAllowed(one, told)).map(({ statement }) => statement);
}

/** A statement without place and year needs no count; any other that of just its place and year. */
function isAllowed({ country, region, year }: Place, told: readonly Place[]): boolean {
  if (year === null) return country === null && region === null;
  return told.some((count) => count.year === year && count.country === country && count.region === region);
}
