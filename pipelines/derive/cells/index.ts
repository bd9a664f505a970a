import { tables } from "@trama/data/schema";
import { append, type DuckDBConnection } from "@trama/data/store";
import { collectiveCells } from "./collectives.ts";
import { distributionCells } from "./distribution.ts";
import { donorCells } from "./donor.ts";
import { inPlaceCells } from "./in-place.ts";
import { matchedCells } from "./matched.ts";
import { groundOf } from "./place.ts";
import { progressCells } from "./progress.ts";
import { scored } from "./scored.ts";
import { traitCells } from "./traits.ts";

/** Every candidate cell of a release, exact: what protection decides about and what the restricted side shows. */
export async function deriveCells(connection: DuckDBConnection, release: number): Promise<void> {
  await scored(connection);
  const ground = await groundOf(connection);
  const { cells: matched, changed } = await matchedCells(connection, release);
  await append(connection, tables.cell, await collectiveCells(connection, release, ground));
  await append(connection, tables.cell, await inPlaceCells(connection, release, ground, changed));
  await append(connection, tables.cell, await distributionCells(connection, release, ground));
  await append(connection, tables.cell, matched);
  await append(connection, tables.cell, await traitCells(connection, release, ground));
  await append(connection, tables.cell, await donorCells(connection, release));
  await append(connection, tables.cell, await progressCells(connection, release));
}
