import { type Standardised, standardise } from "@trama/data/statistics";
import type { Cell, CellQuery } from "../contract/index.ts";
import { findCells } from "./cells.ts";
import type { PublishedCells } from "./published-cells.ts";

/**
 * Shares as they would be if every place had the world's mix of collective types in that year, made of published cells
 * alone (direct standardisation). Where a type of the mix is not published in a place the share is withheld and flagged
 * `empty-stratum`; intervals and medians are not standardised.
 */
export async function findStandardised(published: PublishedCells, query: CellQuery): Promise<Cell[]> {
  const { country: _country, region: _region, ...everywhere } = query;
  const [whole, divided, world] = await Promise.all([
    findCells(published, { ...query, type: undefined }),
    findCells(published, query, "each-type"),
    findCells(published, { ...everywhere, by: "world" }, "each-type"),
  ]);
  const rates = new Map(divided.map((cell) => [keyOf(cell, cell.type), cell]));
  const mix = new Map<string, { type: string; size: number }[]>();
  for (const cell of world) {
    const size = ((cell.n[0] ?? 0) + (cell.n[1] ?? 0)) / 2;
    if (cell.status !== "value" || size === 0 || cell.type === null) continue;
    const key = `${cell.result}|${cell.year}`;
    mix.set(key, [...(mix.get(key) ?? []), { type: cell.type, size }]);
  }
  return whole.map((cell) => {
    if (cell.status !== "value") return cell;
    const strata = mix.get(`${cell.result}|${cell.year}`) ?? [];
    const [lower, upper] = ([0, 1] as const).map((end) =>
      standardise(
        strata.map(({ type, size }) => ({
          stratum: type,
          standard: size,
          rate: rates.get(keyOf(cell, type))?.share[end] ?? null,
        })),
      ),
    ) as [Standardised, Standardised];
    if (lower.kind === "refused" || upper.kind === "refused")
      return { ...cell, ...empty, status: "withheld" as const, flags: ["empty-stratum"] };
    return {
      ...cell,
      share: [lower.rate, upper.rate],
      interval: [null, null],
      median: [null, null],
      flags: [...cell.flags, "standardised"],
    };
  });
}

const empty = {
  n: [null, null] as [null, null],
  k: [null, null] as [null, null],
  share: [null, null] as [null, null],
  interval: [null, null] as [null, null],
  median: [null, null] as [null, null],
};

function keyOf({ result, country, region, year }: Cell, type: string | null): string {
  return [result, country, region, year, type].join("|");
}
