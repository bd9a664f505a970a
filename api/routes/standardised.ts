import { columnsOf } from "../answers/table.ts";
import { StandardisedAnswer, StandardisedQuery } from "../contract/standardised.ts";
import { checkMembers } from "../policies/members.ts";
import { findComposition } from "../queries/composition.ts";
import { getRoute, type Routes } from "./route.ts";

const route = getRoute({
  path: "/v1/standardised",
  summary: "Regions on one mix of collective types",
  description:
    "The share in place that each region would have if it accompanied the same mix of collective types as the others: their mix together, of the types that each of them publishes. The weights, the types left out and how much of its collectives the mix covers stand beside each figure; where that may be less than half for any of them, the regions are not compared.",
  query: StandardisedQuery,
  answer: StandardisedAnswer,
  tabular: true,
});

const kinds = {
  result: "text",
  region: "text",
  year: "whole",
  status: "text",
  share: "band-real",
  crude: "band-real",
  weights: "text",
  covers: "band-real",
  left_out: "text",
  why: "text",
} as const;

export const standardisedRoutes: Routes = (app, { respond }) => {
  app.openapi(route, (c) => {
    const { format, ...query } = c.req.valid("query");
    checkMembers(query);
    return respond(c, format, query, async ({ cells: published, number }) => {
      const regions = await findComposition(published, query);
      const flat = () =>
        regions.map(({ weights, ...row }) => ({
          ...row,
          weights: Object.entries(weights).map(([type, weight]) => `${type}=${weight.toFixed(4)}`),
        }));
      return { json: { release: number, regions }, columns: () => columnsOf(flat(), kinds) };
    });
  });
};
