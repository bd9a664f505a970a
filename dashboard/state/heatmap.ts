import { type Base, type Place, resultGroups } from "./base.ts";
import { absentRow, foldWithheld, type Row } from "./rows.ts";

/** Results as rows under their headings, places as columns, one figure (or the reason for none) in each square. */
export interface HeatmapSeries {
  readonly groups: readonly { label: string; results: readonly { code: string; short: string; label: string }[] }[];
  readonly places: readonly Place[];
  readonly rows: readonly Row[];
  /** Places left out because every figure of theirs is withheld. */
  readonly folded: readonly Place[];
}

/** Builds the heatmap of one year; a square that the answer leaves out is no data, never zero. */
export function heatmapSeries(
  all: readonly Row[],
  year: number,
  base: Base,
  withheld: "fold" | "keep-withheld" = "fold",
): HeatmapSeries {
  const ofYear = all.filter((row) => row.year === year);
  const { shown, folded } = withheld === "fold" ? foldWithheld(ofYear) : { shown: ofYear, folded: [] };
  const places = [...new Map(shown.map((row) => [row.place.code, row.place])).values()];
  const collator = new Intl.Collator(base.lang);
  places.sort((a, b) => collator.compare(a.name, b.name));
  const rowAt = new Map(shown.map((row) => [`${row.result} ${row.place.code}`, row]));
  const groups = resultGroups(base);
  const rows = groups.flatMap(({ results }) =>
    results.flatMap((result) =>
      places.map((place) => rowAt.get(`${result.code} ${place.code}`) ?? absentRow(result, place, year)),
    ),
  );
  return { groups, places, rows, folded };
}

/** The class of a share (fifths, 0 to 4) or of a median (its score): what the colour shows. The middle decides a band. */
export function classOf([lo, hi]: readonly [number, number], measure: "share" | "median"): number {
  const middle = (lo + hi) / 2;
  return measure === "share" ? Math.min(4, Math.floor(middle * 5 + 1e-9)) : Math.round(middle);
}
