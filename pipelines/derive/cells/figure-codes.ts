import { type Cell, measures } from "@trama/data/schema";
import type { Distribution } from "@trama/data/statistics";
import type { AppendedColumn } from "@trama/data/store";
import { counted, exactFigures } from "./candidate.ts";
import type { CellColumns } from "./cell-columns.ts";

const names = [...measures, "flags"] as const;

/**
 * The figures of many cells, each worked out once: few counts are different, and one code tells all columns of a figure.
 * Code 0 is no figure at all.
 */
export interface FigureCodes {
  /** Of a distribution of scores, with cautions that `flagsOf` names by their bits. */
  exact(scores: Distribution, flags: number): number;
  /** Of k of n, where neither median nor interval has a meaning. */
  counted(n: number, k: number): number;
  /** The columns of cells with these codes. */
  columns(codes: Int32Array): CellColumns["columns"];
}

/** Cautions beside those that follow from the number of scores. */
const cautions = ["changed-set", "unverified", "rubric-changed"] as const;
/** The bit of each caution. */
export const flag = { changed: 1, unverified: 2, rubric: 4 } as const;

export function figureCodes(): FigureCodes {
  const lists = Object.fromEntries(names.map((name) => [name, [] as unknown[]])) as Record<string, unknown[]>;
  /** One list for all cells with the same cautions, so that each is told once. */
  const flagLists: (readonly string[])[] = [];
  const flagCodes = new Map<string, number>();
  const flagOf: number[] = [];
  const known = new Map<number, Map<number, number>>();

  const add = (figures: Partial<Cell>): number => {
    for (const name of names) if (name !== "flags") lists[name]?.push(figures[name] ?? null);
    const flags = figures.flags ?? [];
    const key = flags.join();
    let code = flagCodes.get(key);
    if (code === undefined) {
      code = flagLists.push(flags) - 1;
      flagCodes.set(key, code);
    }
    return flagOf.push(code) - 1;
  };
  const codeOf = (kind: number, n: number, k: number, figures: () => Partial<Cell>): number => {
    let ofKind = known.get(kind);
    if (!ofKind) {
      ofKind = new Map();
      known.set(kind, ofKind);
    }
    // Counts of collectives are far below 2^26, so that both fit a whole number.
    const key = n * 2 ** 26 + k;
    let code = ofKind.get(key);
    if (code === undefined) {
      code = add(figures());
      ofKind.set(key, code);
    }
    return code;
  };
  add({});

  return {
    exact(scores, flags) {
      const [n, k] = [scores[0] + scores[1] + scores[2] + scores[3] + scores[4], scores[3] + scores[4]];
      return codeOf(1 + middleOf(scores, n) * 8 + flags, n, k, () =>
        exactFigures(
          scores,
          cautions.filter((_, bit) => flags & (1 << bit)),
        ),
      );
    },
    counted: (n, k) => codeOf(0, n, k, () => counted(n, k)),
    columns(codes) {
      const flags = Int32Array.from(codes, (code) => flagOf[code] as number);
      return Object.fromEntries<AppendedColumn>(
        names.map((name) => [
          name,
          name === "flags" ? { values: flagLists, codes: flags } : { values: lists[name] as unknown[], codes },
        ]),
      );
    },
  };
}

/** A number for the two middle scores of n, from 0 to 24. */
function middleOf(scores: Distribution, n: number): number {
  return n === 0 ? 0 : scoreAt(scores, Math.ceil(n / 2)) * 5 + scoreAt(scores, Math.floor(n / 2) + 1);
}

function scoreAt(scores: Distribution, rank: number): number {
  let seen = 0;
  for (let score = 0; score < 5; score += 1) {
    seen += scores[score] as number;
    if (seen >= rank) return score;
  }
  return 4;
}
