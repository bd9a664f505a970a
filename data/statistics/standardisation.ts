import { checkFinite } from "./checks.ts";
import { type Refused, refused, type Value, value } from "./result.ts";

/** One stratum, such as a type of collective, of a group that is put on another mix. */
export interface StandardStratum {
  readonly stratum: string;
  /** Rate in the stratum, in any unit; null where nobody was scored. */
  readonly rate: number | null;
  /** Size of the stratum in the standard mix, any unit, 0 or more. */
  readonly standard: number;
}

export type Standardised =
  | Value<{
      /** The rate the group would show on the standard mix, in the unit of its rates. */
      readonly rate: number;
      /** Weight of each stratum, summing to 1: to be shown with the figure. */
      readonly weights: readonly { readonly stratum: string; readonly weight: number }[];
    }>
  | EmptyStratum
  | Refused<"no-standard">;

export type EmptyStratum = Refused<"empty-stratum"> & { readonly strata: readonly string[] };

/**
 * Direct standardisation: the same rates on one mix, `Σ wᵢ·rateᵢ`. Two groups put on one standard differ by their rates
 * alone. Refused when a stratum that the standard contains has no rate (naming it), since any value would be invented.
 */
export function standardise(strata: readonly StandardStratum[]): Standardised {
  for (const stratum of strata) {
    checkSize(stratum.standard);
    if (stratum.rate !== null) checkFinite(stratum.rate, "rate");
  }
  const used = strata.filter((stratum) => stratum.standard > 0);
  const empty = used.filter((stratum) => stratum.rate === null).map(({ stratum }) => stratum);
  if (used.length === 0) return refused("no-standard");
  if (empty.length > 0) return { ...refused("empty-stratum"), strata: empty };
  const total = used.reduce((sum, stratum) => sum + stratum.standard, 0);
  const weights = used.map(({ stratum, standard }) => ({ stratum, weight: standard / total }));
  const rate = used.reduce((sum, stratum) => sum + (stratum.standard / total) * stratum.rate!, 0);
  return value({ rate, weights });
}

/** Throws unless the size of a stratum is a finite number of 0 or more. */
export function checkSize(size: number): void {
  checkFinite(size, "The size of a stratum");
  if (size < 0) throw new RangeError(`The size of a stratum must not be negative, but is ${size}.`);
}
