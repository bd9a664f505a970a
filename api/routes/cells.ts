import { columnsOf } from "../answers/table.ts";
import { CellQuery, CellsAnswer } from "../contract/index.ts";
import { permitPublicFilters } from "../policies/filters.ts";
import { checkMembers } from "../policies/members.ts";
import { findCells } from "../queries/cells.ts";
import { findStandardised } from "../queries/standardised.ts";
import { getRoute, type Routes } from "./route.ts";

const route = getRoute({
  path: "/v1/cells",
  summary: "Published figures by result, place and year",
  description:
    "The share of collectives in which a result is in place (score 3 or 4), with its counts, 95% interval and median. Cells of fewer than five collectives are withheld, and a withheld cell tells nothing.",
  query: CellQuery,
  answer: CellsAnswer,
  tabular: true,
});

const kinds = {
  result: "text",
  dimension: "text",
  sub_dimension: "text",
  country: "text",
  region: "text",
  year: "whole",
  type: "text",
  status: "text",
  n: "band-whole",
  k: "band-whole",
  share: "band-real",
  interval: "band-real",
  median: "band-whole",
  flags: "text",
  as_of: "whole",
} as const;

export const cellRoutes: Routes = (app, { respond }) => {
  app.openapi(route, (c) => {
    const { format, ...query } = c.req.valid("query");
    permitPublicFilters(query);
    checkMembers(query);
    return respond(c, format, query, async ({ db, number }) => {
      const cells = await (query.standardised ? findStandardised(db, query) : findCells(db, query));
      return { json: { release: number, cells }, columns: () => columnsOf(cells, kinds) };
    });
  });
};
