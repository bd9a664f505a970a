import type { DistributionAnswer } from "@trama/api/contract";
import { type Base, countriesByName, type Place, regionsByName } from "./base.ts";
import type { RowKind } from "./rows.ts";

/** A class of scores and its share of a bar. */
export interface ClassShare {
  readonly from: number;
  readonly to: number;
  readonly k: readonly [number, number];
  readonly share: readonly [number, number];
}

/** How the scores of one place and year are spread; no class where nothing may be shown. */
export interface ClassLine {
  readonly key: string;
  readonly label: string;
  readonly result: string;
  readonly place: Place;
  readonly year: number;
  readonly kind: RowKind;
  readonly n: readonly [number | null, number | null];
  readonly classes: readonly ClassShare[];
}

export interface ClassSeries {
  readonly lines: readonly ClassLine[];
  /** Places whose every class is withheld. */
  readonly folded: readonly Place[];
}

const world = { code: "world", name: "" };

/** The spread of scores by place for one result and year, places in the alphabet of the reader; the world first. */
export function classSeries(
  answer: Pick<DistributionAnswer, "classes">,
  by: "country" | "region" | "world",
  year: number,
  base: Base,
  worldName: string,
): ClassSeries {
  const places = { country: countriesByName, region: regionsByName, world: () => [{ ...world, name: worldName }] }[by](
    base,
  );
  const lines = places.flatMap((place): ClassLine[] => {
    const found = answer.classes.filter(
      (row) => row.year === year && (by === "world" || (by === "country" ? row.country : row.region) === place.code),
    );
    const first = found[0];
    if (!first) return [];
    const open = found.filter(({ status }) => status === "value");
    // A bar with a class missing would say its size: it is shown whole or not at all.
    const whole = open.length === found.length;
    const kind: RowKind = whole ? "value" : open.length > 0 ? "withheld" : (first.status as RowKind);
    const classes = whole
      ? open.map(({ score_from, score_to, k, share }) => ({
          from: score_from,
          to: score_to,
          k: k as [number, number],
          share: share as [number, number],
        }))
      : [];
    const n = whole ? first.n : ([null, null] as const);
    return [{ key: `${by} ${place.code}`, label: place.name, result: first.result, place, year, kind, n, classes }];
  });
  const shown = lines.filter(({ kind }) => kind !== "withheld");
  const folded = lines.filter(({ kind }) => kind === "withheld").map(({ place }) => place);
  return { lines: shown, folded };
}
