import type { DuckDBConnection } from "@trama/data/store";

/** The fewest collectives behind any public figure. */
export const minimum = 5;
/** The fewest behind a distribution, which is open in three classes only. */
const forDistribution = 20;
/** The fewest followed from one year to the next behind a matched figure. */
const forMatched = 10;

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

/** Cells of the open cube; all others stay on the restricted side. */
const open = `
  project IS NULL AND grant_code IS NULL AND funder IS NULL AND CASE
    WHEN figure = 'distribution' THEN (score_from, score_to) IN ((0, 1), (2, 2), (3, 4))
    WHEN year_from IS NULL THEN country IS NULL OR (formality IS NULL AND setting IS NULL AND panel IS NULL)
    WHEN year_from <> year - 1 THEN false
    WHEN figure IN ('in_place', 'in_place_before', 'gained', 'lost') AND presence = 'stayers' THEN true
    ELSE region IS NULL END`;

const tooSmall = `
  n_lo < CASE WHEN figure = 'distribution' THEN ${forDistribution}
              WHEN year_from IS NOT NULL AND presence = 'stayers' AND figure NOT LIKE 'scoring%' THEN ${forMatched}
              ELSE ${minimum} END`;

/**
 * Copies the cells of the open cube from the attached restricted file and withholds those of too few collectives, none
 * included: a withheld cell is null in every measure and carries no flag, so that it tells nothing.
 */
export async function openCells(connection: DuckDBConnection, restricted: string): Promise<void> {
  await connection.run(`INSERT INTO cell SELECT * FROM ${restricted}.cell WHERE ${open} ORDER BY rowid`);
  const nulls = measures.map((measure) => `${measure} = NULL`).join(", ");
  await connection.run(
    `UPDATE cell SET status = 'withheld', flags = [], ${nulls} WHERE status = 'value' AND ${tooSmall}`,
  );
}
