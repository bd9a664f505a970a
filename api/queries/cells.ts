import type { Cell, CellQuery } from "../contract/index.ts";
import { isWithin } from "./places.ts";
import type { PublishedCells } from "./published-cells.ts";

/**
 * Published cells as they stand in the release: looked up, never computed. `types` says whether all types together are
 * meant (or the one asked for), or each type by itself.
 */
export async function findCells(
  published: PublishedCells,
  query: CellQuery,
  types: "as-asked" | "each-type" = "as-asked",
): Promise<Cell[]> {
  const { dimension, time, type = null, formality = null, setting = null, match } = query;
  const matched = match === "matched";
  const [from, to] = matched ? [time?.[0] ?? null, time?.[1] ?? null] : [null, null];
  const asked = { ...query, time: matched ? undefined : time };
  const group = {
    figure: "in_place",
    presence: matched ? "stayers" : "all",
    types: types === "each-type" || type !== null ? "each" : "all",
    time: matched ? time && ([time[1], time[1]] as const) : time,
  } as const;
  const found = await published(
    group,
    query.result ?? query.indicator,
    (found) =>
      found.year_from === from &&
      (!matched || found.cell.year === to) &&
      (types === "each-type" || found.cell.type === type) &&
      found.formality === formality &&
      found.setting === setting &&
      found.panel === null &&
      (dimension === undefined || found.cell.dimension === dimension) &&
      isWithin(found.cell, asked),
  );
  return found.map(({ cell }) => cell);
}
