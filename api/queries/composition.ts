import { collectiveTypes } from "@trama/data/codelists";
import { standardise } from "@trama/data/statistics";
import type { Cell, StandardisedQuery, StandardisedRegion } from "../contract/index.ts";
import { findCells } from "./cells.ts";
import type { PublishedCells } from "./published-cells.ts";

/** What a mix must surely cover of each region's collectives: of fewer than half it would speak for the lesser part. */
export const leastCovered = 0.5;

type Bounds = readonly [lower: number, upper: number];

/**
 * Regions on one mix of collective types (direct standardisation), made of published cells alone. The mix is that of the
 * compared regions together, of those types only that each of them publishes for that result and year: what stays
 * different is not due to which of these types a region accompanies. Withheld where they have no such type in common, or
 * where these types surely cover less than half of a region's scored collectives; types left out are named.
 */
export async function findComposition(
  published: PublishedCells,
  { result, time, region }: StandardisedQuery,
): Promise<StandardisedRegion[]> {
  const query = { result, time, region, match: "all" as const, by: "region" as const };
  const [whole, divided] = await Promise.all([findCells(published, query), findCells(published, query, "each-type")]);
  const strata = new Map(divided.filter(hasValue).map((cell) => [keyOf(cell, cell.region, cell.type), cell]));
  const wholes = new Map(whole.map((cell) => [keyOf(cell, cell.region, null), cell]));
  const types = collectiveTypes.codes.map(({ code }) => code);
  return whole.map((cell): StandardisedRegion => {
    const { region, year } = cell;
    const regions = whole.filter((other) => isCompared(other, cell)).map((other) => other.region as string);
    const of = (place: string | null, type: string) => strata.get(keyOf(cell, place, type));
    const common = types.filter((type) => regions.every((each) => of(each, type)));
    const coverage = new Map(regions.map((each) => [each, coveredBy(common, each)]));
    const covers = coverage.get(region as string) ?? [0, 0];
    const at = {
      result: cell.result,
      region: region as string,
      year,
      crude: cell.share,
      covers: [...covers] as [number, number],
      left_out: types.filter((type) => !common.includes(type)),
    };
    const none = { ...at, share: [null, null] as [null, null], weights: {} };
    if (cell.status !== "value") return { ...none, status: cell.status, why: null };
    if (common.length === 0) return { ...none, status: "withheld", why: "no-type-in-common" };
    if ([...coverage.values()].some(([lower]) => lower < leastCovered))
      return { ...none, status: "withheld", why: "covers-too-little" };
    const mix = common.map((type) => ({ type, size: sum(regions.map((each) => middle(of(each, type)))) }));
    const total = sum(mix.map(({ size }) => size));
    const [lower, upper] = ([0, 1] as const).map((end) => {
      const made = standardise(
        mix.map(({ type, size }) => ({
          stratum: type,
          standard: size,
          rate: of(region, type)?.share[end] as number,
        })),
      );
      if (made.kind === "refused") throw new Error(`A mix of published types was refused: ${cell.result} ${year}.`);
      return made.rate;
    }) as [number, number];
    const weights = Object.fromEntries(mix.map(({ type, size }) => [type, size / total]));
    return { ...at, status: "value", why: null, share: [lower, upper], weights };

    /** How much of a place's scored collectives are of those types, as the published counts bound it. */
    function coveredBy(those: readonly string[], place: string): Bounds {
      const all = wholes.get(keyOf(cell, place, null));
      const [least, most] = all?.status === "value" ? all.n : [null, null];
      if (!least || !most) return [0, 0];
      const counted = (end: 0 | 1) => sum(those.map((type) => of(place, type)?.n[end] as number));
      return [Math.min(1, counted(0) / most), Math.min(1, counted(1) / least)];
    }
  });
}

/** Whether a region is compared with another's cell: of the same result and year, and not without any programme. */
function isCompared(one: Cell, { result, year }: Cell): boolean {
  return one.result === result && one.year === year && (one.status === "value" || one.status === "withheld");
}

function hasValue({ status, type, share, n }: Cell): boolean {
  return status === "value" && type !== null && share[0] !== null && n[0] !== null;
}

/** The middle of the band in which a count lies. */
function middle(cell: Cell | undefined): number {
  return ((cell?.n[0] ?? 0) + (cell?.n[1] ?? 0)) / 2;
}

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0);
}

function keyOf({ result, year }: Cell, region: string | null, type: string | null): string {
  return [result, year, region, type].join("|");
}
