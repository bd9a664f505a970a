import type { Cell } from "@trama/api/contract";
import { type Base, countriesByName, type Place } from "./base.ts";
import { type Ends, outerDifference } from "./differences.ts";
import { bandOf, type Row, type RowKind, rowOf } from "./rows.ts";

/** What a donor's figures are of: all of its grants, those in one country, or one grant as a whole. */
export interface FundedPlace extends Place {
  readonly rows: readonly Row[];
}

/** One result in a donor's grants in two years. The collectives behind the two may differ. */
export interface FundedRow {
  readonly kind: RowKind;
  readonly result: string;
  readonly label: string;
  readonly short: string;
  readonly from: number;
  readonly to: number;
  readonly before: Row | null;
  readonly after: Row | null;
  /** In which the difference of the two shares lies, −1 to 1; null where one of them is not shown. */
  readonly difference: Ends | null;
}

/** A donor's places that have cells: all grants first, the rest by name. `whole` names the first. */
export function fundedPlaces(
  {
    world,
    countries,
    grants,
  }: Readonly<Record<"world" | "countries", readonly Cell[]>> & {
    readonly grants: readonly { readonly code: string; readonly cells: readonly Cell[] }[];
  },
  base: Base,
  whole: string,
): FundedPlace[] {
  const order = new Map(base.framework.results.map(({ code, label }, at) => [code, { at, label }]));
  const placed = (place: Place, cells: readonly Cell[]): FundedPlace => ({
    ...place,
    rows: cells
      .flatMap((cell) => {
        const result = order.get(cell.result);
        return result ? [rowOf(cell, place, result.label)] : [];
      })
      .sort((a, b) => order.get(a.result)!.at - order.get(b.result)!.at || a.year - b.year),
  });
  const all = world.length > 0 ? [placed({ code: "", name: whole }, world)] : [];
  const byCountry = countriesByName(base).flatMap((place) => {
    const cells = countries.filter(({ country }) => country === place.code);
    return cells.length > 0 ? [placed(place, cells)] : [];
  });
  return [...all, ...byCountry, ...grants.map(({ code, cells }) => placed({ code, name: code }, cells))];
}

/** The years with a figure that is shown, in the calendar's order. */
export function shownYears(rows: readonly Row[]): number[] {
  return [...new Set(rows.filter((row) => bandOf(row, "share") !== null).map(({ year }) => year))].sort();
}

/** Every result between two years, in the framework's order. */
export function fundedRows(rows: readonly Row[], [from, to]: readonly [number, number], base: Base): FundedRow[] {
  return base.framework.results.map(({ code, label, short }) => {
    const of = (year: number) => rows.find((row) => row.result === code && row.year === year) ?? null;
    const [before, after] = [of(from), of(to)];
    const [first, second] = [before, after].map((row) => (row ? bandOf(row, "share") : null));
    const difference = first && second ? outerDifference(first, second) : null;
    const hidden = [before, after].some((row) => row?.kind === "withheld");
    const kind = difference ? "value" : hidden ? "withheld" : "no-data";
    return { kind, result: code, label, short, from, to, before, after, difference };
  });
}
