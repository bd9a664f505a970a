import type { OwnOutcome, OwnOutcomesQuery } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";

/** Outcome statements in reach as last filed: the words that were released, and whether they were cleared for everybody. */
export async function findOwnOutcomes(
  rows: ScopedDb,
  { result, country, project, time, direction }: Omit<OwnOutcomesQuery, "format">,
): Promise<OwnOutcome[]> {
  const found = await rows
    .selectFrom("outcome_statement as o")
    .innerJoin("clearance as c", (join) =>
      join.onRef("c.project", "=", "o.project").onRef("c.outcome", "=", "o.outcome"),
    )
    .innerJoin("report as r", "r.report", "o.report")
    .$if(result !== undefined, (q) => q.where("o.result", "in", result ?? []))
    .$if(country !== undefined, (q) => q.where("o.country", "in", country ?? []))
    .$if(project !== undefined, (q) => q.where("o.project", "in", project ?? []))
    .$if(time !== undefined, (q) => q.where("o.year", ">=", time?.[0] ?? 0).where("o.year", "<=", time?.[1] ?? 0))
    .$if(direction !== undefined, (q) => q.where("o.direction", "=", direction ?? ""))
    .select([
      "c.statement",
      "o.outcome",
      "o.result",
      "o.direction",
      "c.who",
      "c.what",
      "c.significance",
      "o.contribution_collective",
      "o.contribution_pi",
      "o.contribution_others",
      "o.rival_stated",
      "o.substantiated",
      "o.collective",
      "o.country",
      "o.project",
      "o.year",
      "o.period",
      "c.decision",
      "r.name as file",
      "o.sheet",
      "o.row",
    ])
    .orderBy("o.year", "desc")
    .orderBy("o.project")
    .orderBy("o.outcome")
    .execute();
  return found;
}
