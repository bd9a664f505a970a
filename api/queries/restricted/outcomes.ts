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
    // A file that speaks of several projects may lie out of reach; the statement in it does not.
    .leftJoin("report as r", "r.report", "o.report")
    .$if(result !== undefined, (q) => q.where("o.result", "in", result ?? []))
    .$if(country !== undefined, (q) => q.where("o.country", "in", country ?? []))
    .$if(project !== undefined, (q) => q.where("o.project", "in", project ?? []))
    .$if(time !== undefined, (q) => q.where("o.year", ">=", time?.[0] ?? 0).where("o.year", "<=", time?.[1] ?? 0))
    .$if(direction !== undefined, (q) => q.where("o.direction", "=", direction ?? ""))
    .selectAll("o")
    .select(["c.statement", "c.who", "c.what", "c.significance", "c.decision", "r.name as file"])
    .orderBy("o.year", "desc")
    .orderBy("o.project")
    .orderBy("o.outcome")
    .execute();
  return found.map((one) => ({
    statement: one.statement,
    outcome: one.outcome,
    result: one.result,
    direction: one.direction,
    // Releases made before they were asked say neither.
    intended: one.intended ?? null,
    substantiator: one.substantiator ?? null,
    who: one.who,
    what: one.what,
    significance: one.significance,
    contribution_collective: one.contribution_collective,
    contribution_pi: one.contribution_pi,
    contribution_others: one.contribution_others,
    rival_stated: one.rival_stated,
    substantiated: one.substantiated,
    collective: one.collective,
    country: one.country,
    project: one.project,
    year: one.year,
    period: one.period,
    decision: one.decision,
    file: one.file,
    sheet: one.sheet,
    row: one.row,
  }));
}
