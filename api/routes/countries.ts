import { z } from "@hono/zod-openapi";
import { columnsOf } from "../answers/table.ts";
import { CountriesAnswer, Format } from "../contract/index.ts";
import { findCountries } from "../queries/countries.ts";
import { getRoute, type Routes } from "./route.ts";

const route = getRoute({
  path: "/v1/countries",
  summary: "Countries and what is published about them",
  description:
    "Countries in which projects report, their regions, and context that is shown beside a country and is never a cause.",
  query: z.object({ format: Format.optional() }).strict(),
  answer: CountriesAnswer,
  tabular: true,
});

export const countryRoutes: Routes = (app, { respond }) => {
  app.openapi(route, (c) =>
    respond(c, c.req.valid("query").format, null, async ({ db, number }) => {
      const found = await findCountries(db);
      const flat = found.countries.map(({ name, escazu, cells, ...country }) => ({
        ...country,
        name_en: name.en,
        name_es: name.es,
        name_fr: name.fr,
        escazu_party: escazu.party,
        escazu_since: escazu.since,
        cells_published: cells.value,
        cells_withheld: cells.withheld,
      }));
      return { json: { release: number, ...found }, columns: () => columnsOf(flat, kinds) };
    }),
  );
};

const kinds = {
  country: "text",
  name_en: "text",
  name_es: "text",
  name_fr: "text",
  region: "text",
  m49: "text",
  escazu_party: "text",
  escazu_since: "text",
  collective_measures_in_law: "text",
  years: "text",
  cells_published: "whole",
  cells_withheld: "whole",
} as const;
