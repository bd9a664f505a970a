import { respondPrivately } from "../answers/private.ts";
import { columnsOf } from "../answers/table.ts";
import { type Progress, ProgressAnswer, ProgressQuery } from "../contract/index.ts";
import { permit } from "../policies/can.ts";
import { refuseFilters } from "../policies/filters.ts";
import { checkMembers } from "../policies/members.ts";
import type { Donor } from "../policies/principal.ts";
import { problems } from "../problems.ts";
import { grantsOf } from "../queries/donor/cells.ts";
import { findDonorProgress } from "../queries/donor/progress.ts";
import { findExactProgress } from "../queries/restricted/progress.ts";
import type { Restricted } from "../restricted/restricted.ts";
import { signedIn } from "./principal.ts";
import { progressKinds } from "./restricted/columns.ts";
import { manager, withinReach } from "./restricted/reach.ts";
import { getRoute, type Routes } from "./route.ts";

const route = getRoute({
  path: "/v1/progress",
  summary: "From baseline to latest to target, on the same collectives",
  description:
    "Collectives scored in two years or more: how many reached a result, came nearer, stayed or fell back. For managers exactly, by project or grant; for donors by their grants, in two classes as bands. Without sign-in there is no answer, rather than an empty one.",
  query: ProgressQuery,
  answer: ProgressAnswer,
  tabular: true,
  restricted: true,
});

export const progressRoutes: Routes = (app, { restricted }) => {
  app.openapi(route, (c) => {
    const { format, ...query } = c.req.valid("query");
    const principal = signedIn(c);
    permit(principal, "progress.read");
    if (!restricted) throw problems.noRelease();
    checkMembers(query);
    return respondPrivately(c, format, async () => {
      const json =
        principal.kind === "donor"
          ? await donorsProgress(restricted, principal, query)
          : await withinReach(
              restricted,
              manager(c, "progress.read"),
              { grant: query.grant, project: query.project === undefined ? undefined : [query.project] },
              async ({ release, rows }) => ({
                release: release.number,
                progress: await findExactProgress(rows, query),
              }),
            );
      return { json, columns: () => columnsOf(json.progress.map(flat), progressKinds) };
    });
  });
};

async function donorsProgress(
  restricted: Restricted,
  donor: Donor,
  query: Omit<ProgressQuery, "format">,
): Promise<ProgressAnswer> {
  refuseFilters(query, ["project"]);
  permit(donor, "progress.read", { grant: query.grant });
  let release = 0;
  const progress: Progress[] = [];
  let known = false;
  for (const code of donor.donors)
    await restricted.readDonor(code, async (open, cells) => {
      release = open.number;
      known ||= query.grant === undefined || (await grantsOf(cells)).includes(query.grant);
      const found = await findDonorProgress(cells, code, query);
      progress.push(
        ...found.filter(({ grant }) => donor.grants.length === 0 || (grant !== null && donor.grants.includes(grant))),
      );
    });
  if (!known) throw problems.outOfReach(["grant"]);
  return { release, progress };
}

function flat({ target, ...row }: Progress) {
  return { ...row, target_year: target?.year ?? null, target_k: target?.k ?? null, target_n: target?.n ?? null };
}
