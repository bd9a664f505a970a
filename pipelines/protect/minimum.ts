import type { DuckDBConnection } from "@trama/data/store";

/** The fewest collectives behind any public figure. */
export const minimum = 5;

const measures = [
  "n_lo",
  "n_hi",
  "k_lo",
  "k_hi",
  "share_lo",
  "share_hi",
  "interval_lo",
  "interval_hi",
  "median_lo",
  "median_hi",
];

/**
 * Withholds every cell of fewer than `minimum` collectives, none included: a withheld cell is null in every measure and
 * carries no flag, so that it tells nothing.
 */
export async function withholdSmall(connection: DuckDBConnection): Promise<void> {
  const nulls = measures.map((measure) => `${measure} = NULL`).join(", ");
  await connection.run(
    `UPDATE cell SET status = 'withheld', flags = [], ${nulls} WHERE status = 'value' AND n_lo < ${minimum}`,
  );
}
