import type { Panel } from "../codelists/panels.ts";
import type { Score } from "../framework/scale.ts";
import { type Refused, refused, type Value, value } from "./result.ts";
import { isScore } from "./tally.ts";

export type VoiceGap =
  | Value<{
      /** Levels between the highest and the lowest panel, 0 to 4. */
      readonly gap: number;
      readonly highest: readonly Panel[];
      readonly lowest: readonly Panel[];
    }>
  | Refused<"fewer-than-2-panels">;

/**
 * How far apart the panels of one collective stand on one result: the spread, and who is at its ends. It takes no side and
 * is never averaged away. Refused unless two panels gave a score.
 */
export function voiceGap(scores: Readonly<Partial<Record<Panel, Score | null>>>): VoiceGap {
  const given = (Object.entries(scores) as [Panel, Score | null][]).filter(([, score]) => score !== null);
  for (const [panel, score] of given) if (!isScore(score)) throw new RangeError(`${panel} has no score: ${score}.`);
  if (given.length < 2) return refused("fewer-than-2-panels");
  const levels = given.map(([, score]) => score as number);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const panelsAt = (level: number) =>
    given
      .filter(([, score]) => score === level)
      .map(([panel]) => panel)
      .sort();
  return value({ gap: high - low, highest: panelsAt(high), lowest: panelsAt(low) });
}
