import type { Change, TraitCell } from "@trama/api/contract";
import { type Base, countriesByName, type Place, regionsByName } from "./base.ts";
import { type Direction, directionIn } from "./differences.ts";
import { type PressureBeside, pressureIn } from "./pressure-beside.ts";
import type { RowKind } from "./rows.ts";

type Ends = readonly [lo: number | null, hi: number | null];

/** What the same collectives did between two years, in one place, for one result. */
export interface ChangeRow {
  readonly kind: RowKind;
  readonly result: string;
  readonly resultLabel: string;
  readonly place: Place;
  readonly from: number;
  readonly to: number;
  readonly n: Ends;
  readonly before: Ends;
  readonly after: Ends;
  /** In which the change lies, −1 to 1; null where nothing is published. */
  readonly change: readonly [number, number] | null;
  readonly crude: Ends;
  /** Parts of the crude change that joiners and leavers make; null where they are not public. */
  readonly joined: number | null;
  readonly left: number | null;
  readonly flags: readonly string[];
  readonly pressure: PressureBeside;
}

/** The changes with the names a reader knows and the pressure beside them, results in the framework's order, places in the alphabet. */
export function changeRows(
  changes: readonly Change[],
  by: "country" | "region" | "world",
  base: Base,
  worldName: string,
  traits: readonly TraitCell[],
): ChangeRow[] {
  const pressed = pressureIn(traits);
  const places = { country: countriesByName, region: regionsByName, world: () => [{ code: "world", name: worldName }] }[
    by
  ](base);
  const placeAt = new Map(places.map((place, at) => [place.code, at]));
  const resultAt = new Map(base.framework.results.map((result, at) => [result.code, at]));
  const rows = changes.flatMap((change): ChangeRow[] => {
    const code = by === "world" ? "world" : ((by === "country" ? change.country : change.region) ?? "");
    const place = places[placeAt.get(code) ?? -1];
    const result = base.framework.results[resultAt.get(change.result) ?? -1];
    if (!place || !result) return [];
    const [lo, hi] = change.interval;
    return [
      {
        ...change,
        kind: change.status,
        resultLabel: result.label,
        place,
        change: lo === null || hi === null ? null : [lo, hi],
        pressure: [pressed(place.code, change.from), pressed(place.code, change.to)],
      },
    ];
  });
  const order = (row: ChangeRow) => resultAt.get(row.result)! * 1000 + placeAt.get(row.place.code)!;
  return rows.sort((a, b) => order(a) - order(b));
}

/** Which way the matched change went. */
export function directionOf({ change }: Pick<ChangeRow, "change">): Direction {
  return directionIn(change);
}
