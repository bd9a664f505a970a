import type { Progress, ProgressAnswer } from "@trama/api/contract";
import type { Base } from "./base.ts";

/** Progress of one result in one project or grant, with the words a reader knows. */
export interface ProgressRow extends Progress {
  readonly label: string;
  readonly short: string;
  /** What the row belongs to: a project's code, or a grant's. */
  readonly owner: string;
}

/** Whom the progress is of, in the order of their codes. */
export function ownersOf({ progress }: Pick<ProgressAnswer, "progress">): string[] {
  return [...new Set(progress.map(ownerOf))].sort();
}

/** The rows of one project or grant, in the framework's order. */
export function progressRows({ progress }: Pick<ProgressAnswer, "progress">, owner: string, base: Base): ProgressRow[] {
  return base.framework.results.flatMap(({ code, label, short }) =>
    progress
      .filter((row) => row.result === code && ownerOf(row) === owner)
      .map((row) => ({ ...row, label, short, owner })),
  );
}

function ownerOf({ project, grant }: Progress): string {
  return project ?? grant ?? "";
}
