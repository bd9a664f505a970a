import { z } from "zod";
import { type MissingCode, missingCodes } from "../codelists/missing-codes.ts";

/** An ordinal score: 0 is a value, and no mean is taken of scores. */
export const Score = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Score = z.infer<typeof Score>;

/** How well a score is supported, from assertion only to independent and substantiated. */
export const EvidenceLevel = Score;
export type EvidenceLevel = Score;

/** The one scale every item is scored on. What each level means for an item is told by its five anchors. */
export const scale = {
  min: 0,
  max: 4,
  levels: [0, 1, 2, 3, 4] as readonly Score[],
  /** "In place" is a score of this or more: with no event to test it a 4 becomes a 3, and that is not a fall. */
  inPlaceFrom: 3,
  /** A score in place needs evidence of this grade or more, or it is shown as unverified. */
  verifiedFrom: 2,
  evidenceLevels: [0, 1, 2, 3, 4] as readonly EvidenceLevel[],
  contributionLevels: [0, 1, 2, 3, 4] as readonly Score[],
  missing: missingCodes.codes.map((entry) => entry.code) as readonly MissingCode[],
} as const;

/** True for a score of 3 or 4, the headline measure. */
export function isInPlace(score: Score): boolean {
  return score >= scale.inPlaceFrom;
}

/** True for a score in place whose evidence is too weak, or not graded. */
export function isUnverified(score: Score, evidence: EvidenceLevel | null): boolean {
  return isInPlace(score) && (evidence ?? 0) < scale.verifiedFrom;
}
