import type { DuckDBConnection } from "@trama/data/store";
import { asFiled } from "./as-filed.ts";
import { deriveCells } from "./cells/index.ts";
import { clearance } from "./clearance.ts";
import type { Derive } from "./copy.ts";
import { described } from "./described.ts";
import { dimensionResult } from "./dimension-result.ts";
import { observation } from "./observation.ts";
import { progress } from "./progress.ts";
import { reference } from "./reference.ts";
import { target } from "./target.ts";
import { yearScore } from "./year-score.ts";
import { yearTrait } from "./year-trait.ts";

const steps: readonly Derive[] = [
  asFiled,
  observation,
  described,
  clearance,
  target,
  dimensionResult,
  yearScore,
  yearTrait,
  progress,
  reference,
];

/** Fills only the tables that collectives and their scores are read from. */
export async function deriveRows(connection: DuckDBConnection): Promise<void> {
  for (const step of [asFiled, observation, described, yearScore, yearTrait, reference]) await step(connection);
}

/** Fills the restricted tables of a release from the attached working store. */
export async function derive(connection: DuckDBConnection, release: number): Promise<void> {
  for (const step of steps) await step(connection);
  await deriveCells(connection, release);
}

export { attachAsOf, detachAsOf } from "./as-of.ts";
export { working } from "./copy.ts";
