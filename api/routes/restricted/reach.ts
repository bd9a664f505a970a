import type { Context } from "hono";
import { permit, type Verb } from "../../policies/can.ts";
import type { Manager } from "../../policies/principal.ts";
import { problems } from "../../problems.ts";
import type { Restricted, WithinReach } from "../../restricted/restricted.ts";
import { signedIn } from "../principal.ts";

/** The manager who asks; throws the problem that says why somebody else gets no answer. */
export function manager(c: Context, verb: Verb): Manager {
  const principal = signedIn(c);
  permit(principal, verb);
  if (principal.kind !== "manager") throw problems.roleNotPermitted(principal.kind);
  return principal;
}

/**
 * Does work on what lies in a manager's reach. Codes of countries, projects and a grant that are asked for must lie in
 * it: what is beyond is refused, never answered with nothing.
 */
export function withinReach<T>(
  restricted: Restricted,
  principal: Manager,
  asked: {
    readonly country?: readonly string[] | undefined;
    readonly project?: readonly string[] | undefined;
    readonly grant?: string | undefined;
  },
  work: (reach: WithinReach) => Promise<T>,
): Promise<T> {
  return restricted.read(principal, async (reach) => {
    const { rows } = reach;
    const projects = await rows.selectFrom("project").select(["project", "country"]).execute();
    const known = new Set(projects.map(({ project }) => project));
    const countries = new Set([...principal.countries, ...projects.map(({ country }) => country)]);
    const beyond = [
      ...(asked.project?.some((code) => !known.has(code) && !principal.projects.includes(code)) ? ["project"] : []),
      ...(asked.country?.some((code) => !countries.has(code)) ? ["country"] : []),
      ...(asked.grant !== undefined && !(await hasGrant(rows, asked.grant)) ? ["grant"] : []),
    ];
    if (beyond.length > 0) throw problems.outOfReach(beyond);
    return work(reach);
  });
}

async function hasGrant(rows: WithinReach["rows"], grant: string): Promise<boolean> {
  const found = await rows
    .selectFrom("funding")
    .where("grant_code", "=", grant)
    .select("grant_code")
    .limit(1)
    .execute();
  return found.length > 0;
}
