import { checkFinite } from "./checks.ts";
import { type Interval, type Refused, refused, type Value, value } from "./result.ts";
import { scoreInterval, z95 } from "./wilson.ts";

export const progressClasses = ["reached", "moved-towards", "stayed", "moved-away"] as const;
export type ProgressClass = (typeof progressClasses)[number];

/** Baseline, latest and target of one collective and result, in one unit. Zeros count as any other number. */
export interface ProgressEntry {
  readonly baseline: number;
  readonly latest: number;
  readonly target: number;
  /** `up` where more is better, as for scores; `up` if unspecified. */
  readonly direction?: "up" | "down";
}

/**
 * Where a collective stands on the way to its target. At or past the target is `reached`, whatever the way there; else the
 * latest value is compared with the baseline. A revised target is classed apart from the one it replaces.
 */
export function progressClass({ baseline, latest, target, direction = "up" }: ProgressEntry): ProgressClass {
  checkFinite(baseline, "baseline");
  checkFinite(latest, "latest");
  checkFinite(target, "target");
  const sign = direction === "up" ? 1 : -1;
  if (sign * latest >= sign * target) return "reached";
  if (latest === baseline) return "stayed";
  return sign * latest > sign * baseline ? "moved-towards" : "moved-away";
}

export type Progress =
  | Value<{
      /** Collectives with baseline, latest and target: those that can be followed. */
      readonly n: number;
      /** How many are in each class, their share of n, and Wilson's 95% interval of it. The counts add up to n. */
      readonly classes: Readonly<Record<ProgressClass, { readonly k: number; readonly share: number } & Interval>>;
    }>
  | Refused<"no-complete-entry">;

/** The share that reached, moved towards, stayed and moved away, on the same collectives. Refused when there are none. */
export function progress(entries: Iterable<ProgressEntry>): Progress {
  const counts = { reached: 0, "moved-towards": 0, stayed: 0, "moved-away": 0 };
  let n = 0;
  for (const entry of entries) {
    counts[progressClass(entry)] += 1;
    n += 1;
  }
  if (n === 0) return refused("no-complete-entry");
  const of = (k: number) => ({ k, share: k / n, ...scoreInterval(k, n, z95) });
  return value({
    n,
    classes: {
      reached: of(counts.reached),
      "moved-towards": of(counts["moved-towards"]),
      stayed: of(counts.stayed),
      "moved-away": of(counts["moved-away"]),
    },
  });
}
