import { sampleProjects } from "./projects.ts";
import { stories } from "./stories.ts";
import { revisedTargets } from "./targets.ts";

/** What is wrong with a planted line. */
export type MistakeKind =
  | "score-out-of-range"
  | "score-not-a-code"
  | "unknown-result"
  | "impossible-period"
  | "unknown-country"
  | "duplicate-row";

/** Mistakes that replace a good score; the others stand on a line added after a good one. */
export const replacingMistakes: readonly MistakeKind[] = ["score-out-of-range", "score-not-a-code"];

/** What the samples hold on purpose, so that tests can ask for it again. Every mistake stands on the results sheet. */
export const planted = {
  seed: 2025,
  mistakes: [
    { path: "mex-s1/2021.xlsx", kind: "score-out-of-range" },
    { path: "mex-s1/2021.xlsx", kind: "score-not-a-code" },
    { path: "bra-s1/2023.xlsx", kind: "unknown-result" },
    { path: "cod-s1/2022.xlsx", kind: "impossible-period" },
    { path: "tha-s1/2024.xlsx", kind: "unknown-country" },
    { path: "uga-s1/2021.xlsx", kind: "duplicate-row" },
    { path: "uga-s1/2021.xlsx", kind: "score-out-of-range" },
  ] as readonly { readonly path: string; readonly kind: MistakeKind }[],
  /** Accepted scores that carry a note, by file: free text, so they wait for a person. */
  notes: {
    "gtm-s1/2023.xlsx": 2,
    "cod-s2/2023.xlsx": 2,
    "ken-s1/2024.xlsx": 2,
    "phl-s1/2022.xlsx": 1,
  } as Readonly<Record<string, number>>,
  /** Target lines with a reason, which is free text too. */
  targetReasons: Object.keys(revisedTargets).length,
  /** Wholly empty lines between results, by file. */
  blankRows: { "sen-s1/2021.xlsx": 3, "bra-s1/2020.xlsx": 2 } as Readonly<Record<string, number>>,
  /** Reports filed a second time with some scores changed, and how many accepted scores changed in each. */
  revisions: {
    "ken-s1/2021-v2.xlsx": 6,
    "mex-s2/2024-v2.xlsx": 4,
    "cod-s1/2023-v2.xlsx": 6,
    "phl-s1/2022-v2.xlsx": 5,
    "bra-s1/2025-v2.xlsx": 7,
  } as Readonly<Record<string, number>>,
  csvProjects: sampleProjects.filter(({ format }) => format === "csv").map(({ code }) => code),
  stories,
} as const;
