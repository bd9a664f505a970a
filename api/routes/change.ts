import { respondPrivately } from "../answers/private.ts";
import { columnsOf } from "../answers/table.ts";
import { ChangeAnswer, ChangeQuery } from "../contract/index.ts";
import { permitYears, refuseFilters } from "../policies/filters.ts";
import { checkMembers } from "../policies/members.ts";
import { sourceOf } from "../policies/reach.ts";
import { findChanges } from "../queries/change.ts";
import { fineFilters, managersChanges } from "./restricted/change.ts";
import { getRoute, type Routes } from "./route.ts";

const route = getRoute({
  path: "/v1/change",
  summary: "The same collectives in two years, and why the figure moved",
  description:
    "The change among collectives scored in both years, with its interval and test, and the parts of the crude change that joiners, leavers and scoring make. Public for consecutive years; the parts for the world only.",
  query: ChangeQuery,
  answer: ChangeAnswer,
  tabular: true,
});

const kinds = {
  result: "text",
  country: "text",
  region: "text",
  from: "whole",
  to: "whole",
  status: "text",
  crude: "band-real",
  n: "band-whole",
  before: "band-real",
  after: "band-real",
  change: "real",
  interval: "band-real",
  gained: "whole",
  lost: "whole",
  p: "real",
  joined: "real",
  left: "real",
  started: "real",
  stopped: "real",
  flags: "text",
} as const;

export const changeRoutes: Routes = (app, { respond, restricted }) => {
  app.openapi(route, (c) => {
    const { format, ...query } = c.req.valid("query");
    const source = sourceOf(c.get("principal"), query);
    if (restricted && source.kind !== "published")
      return respondPrivately(c, format, async () => {
        checkMembers(query);
        const json = await managersChanges(restricted, source, query);
        return { json, columns: () => columnsOf(json.changes, kinds) };
      });
    refuseFilters(query, fineFilters);
    permitYears([query.from, query.to]);
    checkMembers(query);
    return respond(c, format, query, async ({ cells: published, number }) => {
      const changes = await findChanges(published, query);
      return { json: { release: number, changes }, columns: () => columnsOf(changes, kinds) };
    });
  });
};
