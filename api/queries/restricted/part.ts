import type { ScopedDb } from "../../policies/scoped.ts";
import { problems } from "../../problems.ts";

/** The countries of a project or grant; throws a problem where it does not lie in reach. */
export async function countriesOfPart(
  rows: ScopedDb,
  { project, grant }: { readonly project?: string | undefined; readonly grant?: string | undefined },
): Promise<string[]> {
  if (project !== undefined) {
    const [scored, described] = await Promise.all([
      rows.selectFrom("year_score").where("project", "=", project).select("country").distinct().execute(),
      rows.selectFrom("project").where("project", "=", project).select("country").execute(),
    ]);
    const found = [...scored, ...described];
    if (found.length === 0) throw problems.outOfReach(["project"]);
    if (grant === undefined) return [...new Set(found.map(({ country }) => country))];
  }
  let query = rows.selectFrom("funding").where("grant_code", "=", grant as string);
  if (project !== undefined) query = query.where("project", "=", project);
  const funded = await query.select("country").distinct().execute();
  if (funded.length === 0) throw problems.outOfReach(project === undefined ? ["grant"] : ["grant", "project"]);
  return funded.map(({ country }) => country);
}
