import type { TraitCell, TraitsAnswer } from "@trama/api/contract";
import type { Translator } from "../../locales/translate.ts";
import { type Base, countriesByName, type Place, regionsByName } from "../base.ts";
import type { HeatmapSeries } from "../heatmap.ts";
import { absentRow, type Row } from "../rows.ts";
import type { Selection } from "../selection.ts";
import type { Sheet } from "../sheet.ts";

const kinds = ["action", "capacity", "tie", "pressure"] as const;

/** The address of the published traits of one year, by country, by region, or of the world. */
export function traitsPath(by: "country" | "region" | "world", year: number) {
  return `/v1/traits?by=${by}&time=${year}` as "/v1/traits";
}

/** The places that a reader asked for, the whole world first: it has no code but its name. */
export function traitPlaces(base: Base, { by, country, region }: Selection, world: string): Place[] {
  const all = by === "country" ? countriesByName(base) : regionsByName(base);
  const asked = by === "country" ? country : region;
  return [{ code: world, name: world }, ...all.filter(({ code }) => asked.length === 0 || asked.includes(code))];
}

/** Traits as rows under what they speak of, places as columns; a place with nothing but withheld figures stays and says so. */
export function traitSeries(
  answers: readonly TraitsAnswer[],
  year: number,
  places: readonly Place[],
  base: Base,
  { t }: Pick<Translator, "t">,
): HeatmapSeries {
  const placeOf = ({ country, region }: TraitCell) => country ?? region ?? places[0]?.code;
  const cells = new Map(
    answers.flatMap(({ traits }) => traits).map((cell) => [`${cell.trait} ${placeOf(cell)}`, cell] as const),
  );
  const items = [...base.framework.actions, ...base.framework.capacities];
  const { traits } = base.framework;
  const groups = kinds.map((kind) => ({
    label: t(`traits.kind.${kind}`),
    results: traits
      .filter((trait) => trait.kind === kind)
      .map(({ code, label }) => ({ code, label, short: items.find((item) => item.code === code)?.short ?? label })),
  }));
  const rows = groups.flatMap(({ results }) =>
    results.flatMap((trait) =>
      places.map((place) => {
        const cell = cells.get(`${trait.code} ${place.code}`);
        return cell ? rowOf(cell, trait.label, place) : absentRow(trait, place, year);
      }),
    ),
  );
  return { groups, places, rows, folded: [] };
}

/** The table twin of the traits: every figure shown, its absence in words. */
export function traitSheet({ rows }: HeatmapSeries, { t, percent, number }: Translator): Sheet {
  const columns = ["trait", "place", "share", "n", "k", "interval"] as const;
  return {
    columns: columns.map((name) => ({ label: t(`traits.col.${name}`), number: !["trait", "place"].includes(name) })),
    header: ["trait", "place", "year", "status", "n_lo", "n_hi", "k_lo", "k_hi", "share_lo", "share_hi"],
    rows: rows.map((row) => ({
      key: `${row.result} ${row.place.code}`,
      kind: row.kind,
      cells: [
        row.resultLabel,
        row.place.name,
        ...(row.kind === "value"
          ? [percent(row.share), number(row.n), number(row.k), percent(row.interval)]
          : [t(`traits.${row.kind === "withheld" ? "withheld" : "no-data"}`), "", "", ""]),
      ],
      data: [
        row.result,
        row.place.code === row.place.name ? "world" : row.place.code,
        row.year,
        row.kind,
        ...row.n,
        ...row.k,
        ...row.share,
      ],
    })),
  };
}

function rowOf(
  { trait, year, status, n, k, share, interval, flags, as_of }: TraitCell,
  label: string,
  place: Place,
): Row {
  const about = { result: trait, resultLabel: label, place, year, type: null };
  return { kind: status, ...about, n, k, share, interval, median: [null, null], flags, asOf: as_of };
}
