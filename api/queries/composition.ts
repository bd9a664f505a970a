import { standardise } from "@trama/data/statistics";
import type { Db } from "@trama/data/store";
import type { Cell, StandardisedQuery, StandardisedRegion } from "../contract/index.ts";
import { findCells } from "./cells.ts";

/**
 * Regions on one mix of collective types (direct standardisation), made of published cells alone. The mix is the
 * world's, of those types only that every region publishes for that result and year: what stays different is not due to
 * which of these types a region accompanies. `covers` says how much of the world's collectives the mix speaks for.
 */
export async function findComposition(db: Db, { result, time }: StandardisedQuery): Promise<StandardisedRegion[]> {
  const query = { result, time, match: "all" as const };
  const [whole, divided, world] = await Promise.all([
    findCells(db, { ...query, by: "region" }),
    findCells(db, { ...query, by: "region" }, "each-type"),
    findCells(db, { ...query, by: "world" }, "each-type"),
  ]);
  const regions = [...new Set(whole.map(({ region }) => region as string))];
  const shares = new Map(divided.filter(hasValue).map((cell) => [keyOf(cell, cell.region, cell.type), cell]));
  const sizes = new Map<string, { type: string; size: number }[]>();
  for (const cell of world.filter(hasValue)) {
    const key = keyOf(cell, null, null);
    const size = ((cell.n[0] as number) + (cell.n[1] as number)) / 2;
    sizes.set(key, [...(sizes.get(key) ?? []), { type: cell.type as string, size }]);
  }
  return whole.map((cell): StandardisedRegion => {
    const { region, year } = cell;
    const all = sizes.get(keyOf(cell, null, null)) ?? [];
    const mix = all.filter(({ type }) => regions.every((each) => shares.has(keyOf(cell, each, type))));
    const total = sum(mix);
    const at = { result: cell.result, region: region as string, year, crude: cell.share };
    if (total === 0 || cell.status !== "value")
      return {
        ...at,
        status: cell.status === "value" ? "withheld" : cell.status,
        share: [null, null],
        weights: {},
        covers: 0,
      };
    const [lower, upper] = ([0, 1] as const).map((end) => {
      const strata = mix.map(({ type, size }) => ({
        stratum: type,
        standard: size,
        rate: shares.get(keyOf(cell, region, type))?.share[end] as number,
      }));
      const made = standardise(strata);
      if (made.kind === "refused") throw new Error(`A mix of published types was refused: ${cell.result} ${year}.`);
      return made.rate;
    }) as [number, number];
    const weights = Object.fromEntries(mix.map(({ type, size }) => [type, size / total]));
    return { ...at, status: "value", share: [lower, upper], weights, covers: total / sum(all) };
  });
}

function hasValue({ status, type, share, n }: Cell): boolean {
  return status === "value" && type !== null && share[0] !== null && n[0] !== null;
}

function sum(parts: readonly { size: number }[]): number {
  return parts.reduce((total, { size }) => total + size, 0);
}

function keyOf({ result, year }: Cell, region: string | null, type: string | null): string {
  return [result, year, region, type].join("|");
}
