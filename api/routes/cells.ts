import { respondPrivately } from "../answers/private.ts";
import { columnsOf } from "../answers/table.ts";
import { type Cell, CellQuery, CellsAnswer } from "../contract/index.ts";
import { permitPublicFilters } from "../policies/filters.ts";
import { checkMembers } from "../policies/members.ts";
import { sourceOf } from "../policies/reach.ts";
import { findCells } from "../queries/cells.ts";
import { findStandardised } from "../queries/standardised.ts";
import { managersCells } from "./restricted/cells.ts";
import { donorsCells } from "./restricted/donor-cells.ts";
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

export const cellRoutes: Routes = (app, { respond, restricted }) => {
  app.openapi(route, (c) => {
    const { format, ...query } = c.req.valid("query");
    const principal = c.get("principal");
    const source = sourceOf(principal, query);
    const privately = (answer: () => Promise<{ readonly cells: readonly Cell[] }>) =>
      respondPrivately(c, format, async () => {
        checkMembers(query);
        const json = await answer();
        return { json, columns: () => columnsOf(json.cells, kinds) };
      });
    if (restricted && principal.kind === "donor" && query.grant !== undefined)
      return privately(() => donorsCells(restricted, principal, query));
    if (restricted && source.kind !== "published" && !(query.standardised && source.kind === "mixed"))
      return privately(() => managersCells(restricted, source, query));
    permitPublicFilters(query);
    checkMembers(query);
    return respond(c, format, query, async ({ cells: published, number }) => {
      const cells = await (query.standardised ? findStandardised(published, query) : findCells(published, query));
      return { json: { release: number, cells }, kept: { cells }, columns: () => columnsOf(cells, kinds) };
    });
  });
};
