import { type Base, resultGroups } from "./base.ts";
import { bandOf, type Row } from "./rows.ts";

interface Extreme {
  readonly label: string;
  readonly share: readonly [number, number];
  /** Its 95% interval. */
  readonly interval: readonly [number, number];
}

/** One dimension of one place and year: how many of its results are published, the least and the most in place. */
export interface PanelSummary {
  readonly label: string;
  readonly results: number;
  readonly shown: number;
  readonly lowest: Extreme | null;
  readonly highest: Extreme | null;
}

/** The panels of one place and year. Results are never averaged into one number: the ends are named instead. */
export function summaries(rows: readonly Row[], base: Base): PanelSummary[] {
  return resultGroups(base).map(({ label, results }) => {
    const found = results
      .flatMap(({ code, short }) => {
        const row = rows.find((candidate) => candidate.result === code);
        const share = row ? bandOf(row, "share") : null;
        const [lo, hi] = row?.interval ?? [null, null];
        return share ? [{ label: short, share, interval: [lo ?? share[0], hi ?? share[1]] as const }] : [];
      })
      .sort((a, b) => a.share[0] + a.share[1] - b.share[0] - b.share[1]);
    return {
      label,
      results: results.length,
      shown: found.length,
      lowest: found[0] ?? null,
      highest: found.at(-1) ?? null,
    };
  });
}
