import { columnsOf } from "../answers/table.ts";
import { TraitsAnswer, TraitsQuery } from "../contract/index.ts";
import { checkMembers } from "../policies/members.ts";
import { findTraits } from "../queries/traits.ts";
import { getRoute, type Routes } from "./route.ts";

const route = getRoute({
  path: "/v1/traits",
  summary: "How results come about: actions, capacities, ties and pressure",
  description:
    "The share of collectives that report an action, have a capacity in place, have an active tie at a level or are under high pressure, of those of which it was told. Bands, as safe as results; nothing here says what caused what.",
  query: TraitsQuery,
  answer: TraitsAnswer,
  tabular: true,
});

const kinds = {
  trait: "text",
  country: "text",
  region: "text",
  year: "whole",
  status: "text",
  n: "band-whole",
  k: "band-whole",
  share: "band-real",
  interval: "band-real",
  flags: "text",
  as_of: "whole",
} as const;

export const traitRoutes: Routes = (app, { respond }) => {
  app.openapi(route, (c) => {
    const { format, ...query } = c.req.valid("query");
    checkMembers(query);
    return respond(c, format, query, async ({ cells: published, number }) => {
      const traits = await findTraits(published, query);
      return { json: { release: number, traits }, columns: () => columnsOf(traits, kinds) };
    });
  });
};
