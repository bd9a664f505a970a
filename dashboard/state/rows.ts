import type { Band, Cell } from "@trama/api/contract";
import { type Base, countriesByName, type Place, regionsByName } from "./base.ts";

/**
 * Why there is or is not a figure. `unscored` is an exact view's n = 0: asked of nobody, which is neither a share of
 * zero nor a hidden figure.
 */
export type RowKind = "value" | "withheld" | "no-data" | "not-applicable" | "unscored";

/** One published figure with the names a reader knows it by: a row of the table, of the download, a mark of a chart. */
export interface Row {
  readonly kind: RowKind;
  readonly result: string;
  readonly resultLabel: string;
  readonly place: Place;
  readonly year: number;
  readonly type: string | null;
  readonly n: Band;
  readonly k: Band;
  readonly share: Band;
  readonly interval: Band;
  readonly median: Band;
  readonly flags: readonly string[];
  readonly asOf: number | null;
}

/** Below this many collectives a share is marked to be read with care. */
const small = 10;
const none: Band = [null, null];

/** The figures of some cells by result, place and year, in the order of the framework, the alphabet and the calendar. */
export function rowsOf(cells: readonly Cell[], by: "country" | "region", base: Base): Row[] {
  const places = by === "country" ? countriesByName(base) : regionsByName(base);
  const placeAt = new Map(places.map((place, at) => [place.code, at]));
  const resultAt = new Map(base.framework.results.map((result, at) => [result.code, at]));
  const rows = cells.flatMap((cell) => {
    const place = places[placeAt.get((by === "country" ? cell.country : cell.region) ?? "") ?? -1];
    const result = base.framework.results[resultAt.get(cell.result) ?? -1];
    return place && result ? [rowOf(cell, place, result.label)] : [];
  });
  const order = (row: Row) =>
    (resultAt.get(row.result)! * places.length + placeAt.get(row.place.code)!) * 1e5 + row.year;
  return rows.sort((a, b) => order(a) - order(b));
}

/** The row of a figure that the answer does not hold: nothing was published for it, and that is said. */
export function absentRow(result: { code: string; label: string }, place: Place, year: number): Row {
  const nothing = { n: none, k: none, share: none, interval: none, median: none };
  const about = { result: result.code, resultLabel: result.label, place, year, type: null };
  return { kind: "no-data", ...about, ...nothing, flags: [], asOf: null };
}

/** The band of the chosen measure, or null where there is no figure to show. */
export function bandOf(row: Row, measure: "share" | "median"): [number, number] | null {
  const [lo, hi] = row[measure];
  return row.kind === "value" && lo !== null && hi !== null ? [lo, hi] : null;
}

/** Whether a figure rests on so few collectives that it is marked with a star. */
export function isSmall(row: Row): boolean {
  return row.flags.includes("small-n");
}

/** Whether every figure is exact; the public sees bands, and each chart says which it shows. */
export function allExact(rows: readonly Row[]): boolean {
  return rows.every((row) => [row.n, row.k, row.share].every(([lo, hi]) => lo === hi));
}

/** Whether some figures are exact and others bands, as for a manager beyond whose reach only bands are known. */
export function someExact(rows: readonly Row[]): boolean {
  const values = rows.filter(({ kind }) => kind === "value");
  return !allExact(values) && values.some(({ n, share }) => n[0] === n[1] && share[0] === share[1]);
}

/** Splits places into those with a figure and those where every figure is withheld, which one sentence covers. */
export function foldWithheld(rows: readonly Row[]): { shown: Row[]; folded: Place[] } {
  const open = new Set(rows.filter((row) => row.kind !== "withheld").map((row) => row.place.code));
  const folded = new Map(rows.filter((row) => !open.has(row.place.code)).map((row) => [row.place.code, row.place]));
  return { shown: rows.filter((row) => open.has(row.place.code)), folded: [...folded.values()] };
}

/** The row of one cell, named. */
export function rowOf(cell: Cell, place: Place, resultLabel: string): Row {
  const { result, year, type, n, k, share, interval, median } = cell;
  const flags = new Set(cell.flags);
  const kind = cell.status === "value" && share[0] === null ? "unscored" : cell.status;
  if (kind === "value" && n[0] !== null && n[0] < small) flags.add("small-n");
  return {
    ...{ kind, result, resultLabel, place, year, type, n, k, share, interval, median },
    flags: [...flags],
    asOf: cell.as_of,
  };
}
