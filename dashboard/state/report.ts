import type { Cell, Completeness, Outcome } from "@trama/api/contract";
import { type Base, countriesByName, type Place, regionsByName, yearsOf } from "./base.ts";
import { cellsPath, changePath, outcomesPath, pressurePath } from "./requests.ts";
import { bandOf, type Row, rowOf } from "./rows.ts";
import { everything, type Selection } from "./selection.ts";

/** What a report is about: a country, a region, or the whole. */
export interface Scope {
  readonly by: "country" | "region" | "world";
  readonly place: Place;
}

/** The country named, else the region named, else the whole, by the name given. */
export function scopeOf(base: Base, { country, region }: Selection, whole: string): Scope {
  const named = countriesByName(base).find(({ code }) => code === country[0]);
  if (named) return { by: "country", place: named };
  const wider = regionsByName(base).find(({ code }) => code === region[0]);
  return wider ? { by: "region", place: wider } : { by: "world", place: { code: "world", name: whole } };
}

/** First and last year told of: those asked for, else the last year alone. */
export function spanOf(base: Base, { time }: Selection): readonly [from: number, to: number] {
  const last = yearsOf(base)?.[1] ?? 0;
  return time ?? [last, last];
}

/** Pairs of years whose change is told: all neighbours in a span, and of a single year the one before it. */
export function pairsOf(base: Base, [from, to]: readonly [number, number]): (readonly [number, number])[] {
  const first = Math.max(from === to ? to - 1 : from, yearsOf(base)?.[0] ?? to);
  return Array.from({ length: Math.max(0, to - first) }, (_, at) => [first + at, first + at + 1] as const);
}

/** What a report asks of the API: its own figures, those of all regions where it is about the whole, each change with the pressure beside it, completeness. */
export function pathsOf(base: Base, { by, place }: Scope, span: readonly [number, number]) {
  const asked = { ...everything, ...(by === "world" ? {} : { [by]: [place.code] }) } as Selection;
  return {
    cells: cellsPath({ ...asked, by }, span),
    regions: by === "world" ? cellsPath({ ...everything, by: "region" }, [span[1], span[1]]) : null,
    changes: pairsOf(base, span).map((pair) => changePath(asked, by, pair)),
    pressure: pressurePath(asked, by, [pairsOf(base, span)[0]?.[0] ?? span[0], span[1]]),
    completeness: "/v1/completeness" as const,
    outcomes: outcomesPath(asked),
  };
}

/** The figures of a report's place, named, in the order of the framework and the calendar. */
export function rowsOfPlace(cells: readonly Cell[], place: Place, base: Base): Row[] {
  const order = new Map(base.framework.results.map(({ code, label }, at) => [code, { at, label }]));
  return cells
    .flatMap((cell) => {
      const result = order.get(cell.result);
      return result ? [rowOf(cell, place, result.label)] : [];
    })
    .sort((a, b) => (order.get(a.result)?.at ?? 0) - (order.get(b.result)?.at ?? 0) || a.year - b.year);
}

/** Cleared outcome statements of a span of years; those whose year is not told are kept. */
export function outcomesWithin(outcomes: readonly Outcome[], [from, to]: readonly [number, number]): Outcome[] {
  return outcomes.filter(({ year }) => year === null || (from <= year && year <= to));
}

/** A result in which the highest and the lowest region's intervals do not touch. */
export interface Apart {
  readonly result: string;
  readonly high: Place;
  readonly low: Place;
}

/**
 * Results in which regions differ by more than their uncertainty: the whole 95% interval of one lies above that of another.
 * `compared` counts the results that two regions or more tell of.
 */
export function regionsApart(rows: readonly Row[], base: Base): { readonly apart: Apart[]; readonly compared: number } {
  const apart: Apart[] = [];
  let compared = 0;
  for (const { code } of base.framework.results) {
    const told = rows.flatMap((row) => {
      const [lo, hi] = row.interval;
      return row.result === code && bandOf(row, "share") && lo !== null && hi !== null
        ? [{ place: row.place, lo, hi }]
        : [];
    });
    if (told.length < 2) continue;
    compared += 1;
    const [high] = [...told].sort((a, b) => b.lo - a.lo);
    const [low] = [...told].sort((a, b) => a.hi - b.hi);
    if (high && low && high.lo > low.hi) apart.push({ result: code, high: high.place, low: low.place });
  }
  return { apart, compared };
}

/** How many figures of the countries of a report's place are published, withheld, or without data, in its years. */
export function completenessOf(
  found: readonly Completeness[],
  { by, place }: Scope,
  [from, to]: readonly [number, number],
): { readonly total: number; readonly value: number; readonly withheld: number; readonly none: number } {
  const own = found.filter(
    (one) =>
      from <= one.year &&
      one.year <= to &&
      (by === "world" || one[by === "country" ? "country" : "region"] === place.code),
  );
  const sum = (part: "value" | "withheld" | "no_data") => own.reduce((total, one) => total + one[part], 0);
  const [value, withheld, none] = [sum("value"), sum("withheld"), sum("no_data")];
  return { total: value + withheld + none, value, withheld, none };
}
