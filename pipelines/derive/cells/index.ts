import { type DuckDBConnection, inTurn } from "@trama/data/store";
import { appendCells, columnsOfCells } from "./cell-columns.ts";
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
 * answered from the scores themselves.) While some are counted, what the others are counted from is asked.
 */
export async function deriveCells(connection: DuckDBConnection, release: number): Promise<void> {
  await scored(connection);
  const ground = await groundOf(connection);
  const [grid, figures] = [gridOf(ground), figureCodes()];
  const asked = inTurn(connection);
  const matched = matchedCells(asked, ground, grid, figures);
  const changed = matched.then((found) => found.changed);
  const parts = await Promise.all([
    collectiveCells(asked, release, ground).then(columnsOfCells),
    inPlaceCells(asked, ground, grid, figures, changed),
    distributionCells(asked, grid, figures),
    matched.then(({ cells }) => cells),
    traitCells(asked, release, ground).then(columnsOfCells),
    donorCells(asked, release).then(columnsOfCells),
  ]);
  await appendCells(connection, release, parts.flat());
}
