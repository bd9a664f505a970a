import type { TraitCell } from "@trama/api/contract";
import type { Translator } from "../locales/translate.ts";
import type { ChangeRow } from "./changes.ts";
import { kindSign } from "./ranges.ts";
import type { RowKind } from "./rows.ts";

/** The published share of a place's collectives that were under high or severe pressure in a year. */
export interface Pressed {
  readonly kind: RowKind;
  /** From 0 to 1, the ends of a band; null where it is not published. */
  readonly share: readonly [number | null, number | null];
}

/** That share in the two years of a change; undefined where the release tells nothing of pressure there. */
export type PressureBeside = readonly [before: Pressed | undefined, after: Pressed | undefined];

/** Finds the pressure beside a change in what was told of it. */
export function pressureIn(traits: readonly TraitCell[]): (place: string, year: number) => Pressed | undefined {
  const found = new Map(
    traits.map(({ country, region, year, status, share }) => [
      `${country ?? region ?? "world"} ${year}`,
      { kind: status, share },
    ]),
  );
  return (place, year) => found.get(`${place} ${year}`);
}

/** Pressure in a year, as a share, or the sign of why there is none; null where the release tells nothing of it. */
function pressedText(pressed: Pressed | undefined, { percent }: Pick<Translator, "percent">): string | null {
  if (!pressed || pressed.kind === "no-data") return null;
  return pressed.kind === "value" ? percent([...pressed.share]) : kindSign[pressed.kind];
}

/** Pressure in both years of a change, as `before → after`; null where the release tells nothing of it in either. */
export function pressureText({ pressure }: Pick<ChangeRow, "pressure">, translator: Translator): string | null {
  const [before, after] = pressure.map((pressed) => pressedText(pressed, translator));
  return before === null && after === null ? null : `${before ?? "–"} → ${after ?? "–"}`;
}
