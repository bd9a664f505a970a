import { z } from "@hono/zod-openapi";

export const Country = z
  .object({
    country: z.string().describe("ISO 3166 alpha-3."),
    name: z.object({ en: z.string(), es: z.string(), fr: z.string() }),
    region: z.string(),
    m49: z.string(),
    escazu: z.object({ party: z.boolean(), since: z.string().nullable() }),
    collective_measures_in_law: z.boolean(),
    years: z.array(z.number().int()).describe("Years with a published cell."),
    cells: z.object({ value: z.number().int(), withheld: z.number().int() }).describe("Cells of all types, by status."),
  })
  .openapi("Country");
export type Country = z.infer<typeof Country>;

export const Region = z
  .object({ region: z.string(), name: z.object({ en: z.string(), es: z.string(), fr: z.string() }) })
  .openapi("Region");

export const CountriesAnswer = z
  .object({ release: z.number().int(), countries: z.array(Country), regions: z.array(Region) })
  .openapi("Countries");
export type CountriesAnswer = z.infer<typeof CountriesAnswer>;
