import { columnsOf } from "../answers/table.ts";
import { CompletenessAnswer, CompletenessQuery } from "../contract/completeness.ts";
import { findCompleteness } from "../queries/completeness.ts";
import { getRoute, type Routes } from "./route.ts";

const route = getRoute({
  path: "/v1/completeness",
  summary: "How complete the published figures are, and what the release's attackers found",
  description:
    "Results published and withheld by country and year, and the protection report of the release. Evidence, agreement, lateness, revisions and missing reports are for signed-in managers.",
  query: CompletenessQuery,
  answer: CompletenessAnswer,
  tabular: true,
});

const kinds = {
  country: "text",
  region: "text",
  year: "whole",
  value: "whole",
  withheld: "whole",
  no_data: "whole",
} as const;

export const completenessRoutes: Routes = (app, { respond }) => {
  app.openapi(route, (c) =>
    respond(c, c.req.valid("query").format, null, async ({ db, number, manifest }) => {
      const completeness = await findCompleteness(db);
      const results = Math.max(0, ...completeness.map(({ value, withheld, no_data }) => value + withheld + no_data));
      const { made_at, as_of, protection = null } = manifest;
      const json = { release: number, made_at, as_of, results, completeness, protection };
      return { json, columns: () => columnsOf(completeness, kinds) };
    }),
  );
};
