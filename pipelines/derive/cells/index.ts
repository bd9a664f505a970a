import { tables } from "@trama/data/schema";
import { append, type DuckDBConnection } from "@trama/data/store";
import { appendCells } from "./cell-columns.ts";
import { collectiveCells } from "./collectives.ts";
import { distributionCells } from "./distribution.ts";
import { donorCells } from "./donor.ts";
import { figureCodes } from "./figure-codes.ts";
import { gridOf } from "./grid.ts";
import { inPlaceCells } from "./in-place.ts";
import { matchedCells } from "./matched.ts";
import { groundOf } from "./place.ts";
import { scored } from "./scored.ts";
import { traitCells } from "./traits.ts";

/**
 * Every candidate cell of a release, exact: what protection decides about, for the open side and for each donor. (Managers are
 * answered from the scores themselves.) The many that stand for every place and year are written column by column, the
 * others as rows.
 */
export async function deriveCells(connection: DuckDBConnection, release: number): Promise<void> {
  await scored(connection);
  const ground = await groundOf(connection);
  const [grid, figures] = [gridOf(ground), figureCodes()];
  const matched = await matchedCells(connection, ground, grid, figures);
  const inPlace = await inPlaceCells(connection, ground, grid, figures, matched.changed);
  const distribution = await distributionCells(connection, grid, figures);
  await append(connection, tables.cell, await collectiveCells(connection, release, ground));
  await appendCells(connection, release, [...inPlace, distribution, matched.cells]);
  await append(connection, tables.cell, await traitCells(connection, release, ground));
  await append(connection, tables.cell, await donorCells(connection, release));
}
