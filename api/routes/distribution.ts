import { respondPrivately } from "../answers/private.ts";
import { columnsOf } from "../answers/table.ts";
import { DistributionAnswer, DistributionQuery } from "../contract/index.ts";
import { refuseFilters } from "../policies/filters.ts";
import { checkMembers } from "../policies/members.ts";
import { sourceOf } from "../policies/reach.ts";
import { findDistributions } from "../queries/distribution.ts";
import { fineFilters, managersDistribution } from "./restricted/distribution.ts";
import { getRoute, type Routes } from "./route.ts";

const route = getRoute({
  path: "/v1/distribution",
  summary: "How the scores 0-4 spread, by result, place and year",
  description: "Publicly in three classes (0-1, 2, 3-4), where at least twenty collectives are scored.",
  query: DistributionQuery,
  answer: DistributionAnswer,
  tabular: true,
});

const kinds = {
  result: "text",
  country: "text",
  region: "text",
  year: "whole",
  score_from: "whole",
  score_to: "whole",
  status: "text",
  n: "band-whole",
  k: "band-whole",
  share: "band-real",
} as const;

export const distributionRoutes: Routes = (app, { respond, restricted }) => {
  app.openapi(route, (c) => {
    const { format, ...query } = c.req.valid("query");
    const source = sourceOf(c.get("principal"), query);
    if (restricted && source.kind !== "published")
      return respondPrivately(c, format, async () => {
        checkMembers(query);
        const json = await managersDistribution(restricted, source, query);
        return { json, columns: () => columnsOf(json.classes, kinds) };
      });
    refuseFilters(query, fineFilters);
    checkMembers(query);
    return respond(c, format, query, async ({ cells: published, number }) => {
      const distributions = await findDistributions(published, query);
      const classes = distributions.flat();
      const kept = { classes: distributions };
      return { json: { release: number, classes }, kept, columns: () => columnsOf(classes, kinds) };
    });
  });
};
