import type { Base } from "./base.ts";
import type { Row } from "./rows.ts";
import { everything, type Selection, writeSelection } from "./selection.ts";

/** A figure of a country's region, published where the country's own is withheld. */
export interface Pooled {
  readonly region: string;
  readonly name: string;
  /** The region's figures in the view that compares regions. */
  readonly href: string;
}

/**
 * For each withheld figure of a country, its region's figure of the same result and year where that one is published;
 * null otherwise. It looks at published cells alone, so that it tells nothing of the country.
 */
export function pooledBy(
  regions: readonly Row[],
  base: Base,
  { lang, measure, type }: Pick<Selection, "lang" | "measure" | "type">,
): (row: Row) => Pooled | null {
  const regionOf = new Map(base.countries.countries.map(({ country, region }) => [country, region]));
  const keyOf = (region: string, { result, year }: Row) => `${region} ${result} ${year}`;
  const published = new Map(
    regions.filter((row) => row.kind === "value").map((row) => [keyOf(row.place.code, row), row.place.name]),
  );
  return (row) => {
    const region = row.kind === "withheld" ? regionOf.get(row.place.code) : undefined;
    const name = region === undefined ? undefined : published.get(keyOf(region, row));
    if (region === undefined || name === undefined) return null;
    const asked = { ...everything, by: "region" as const, region: [region], result: [row.result], type, lang, measure };
    return { region, name, href: `/compare${writeSelection(asked)}` };
  };
}
