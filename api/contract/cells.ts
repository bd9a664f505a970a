import { z } from "@hono/zod-openapi";
import { Band, Codes, Format, Status, Years } from "./scalars.ts";

/** What a caller may ask of the published cells; a filter left out means all. */
export const CellQuery = z
  .object({
    result: Codes.optional().openapi({ description: "Result codes." }),
    indicator: Codes.optional().openapi({ description: "Indicator codes; the same as result for the 16 results." }),
    dimension: z.enum(["spatial-territorial", "interaction-networks"]).optional(),
    region: Codes.optional().openapi({ description: "Region codes." }),
    country: Codes.optional().openapi({ description: "Countries, ISO 3166 alpha-3." }),
    by: z.enum(["country", "region", "world"]).default("country"),
    time: Years.optional().openapi({ description: "A year or a span of years." }),
    type: z.string().optional().openapi({ description: "Collective type; left out means all types together." }),
    formality: z
      .string()
      .optional()
      .openapi({ description: "structured or informal; public by region and world only." }),
    setting: z.string().optional().openapi({ description: "rural, urban or mixed; public by region and world only." }),
    panel: z.string().optional().openapi({ description: "A panel's own scores; for signed-in managers." }),
    project: z.string().optional().openapi({ description: "Not public: for signed-in managers." }),
    grant: z.string().optional().openapi({
      description: "Not public: for signed-in managers, and donors (`own` means all of a donor's grants together).",
    }),
    match: z.enum(["all", "matched"]).default("all").openapi({
      description:
        "matched: collectives scored in both the first and the last year of `time`; public for consecutive years.",
    }),
    standardised: z
      .enum(["type"])
      .optional()
      .openapi({ description: "Shares on the world's mix of collective types." }),
    format: Format.optional(),
  })
  .strict();
export type CellQuery = z.infer<typeof CellQuery>;

export const Cell = z
  .object({
    result: z.string(),
    dimension: z.string(),
    sub_dimension: z.string().nullable(),
    country: z
      .string()
      .nullable()
      .openapi({ description: "ISO 3166 alpha-3; null means all countries of the region." }),
    region: z.string().nullable().openapi({ description: "Region; null means the world." }),
    year: z.number().int(),
    type: z.string().nullable().openapi({ description: "Collective type; null means all." }),
    status: Status,
    n: Band.openapi({ description: "Collectives with a score." }),
    k: Band.openapi({ description: "Collectives with the result in place (score 3 or 4)." }),
    share: Band.openapi({ description: "k / n, 0-1." }),
    interval: Band.openapi({ description: "95% Wilson interval of the share, 0-1." }),
    median: Band.openapi({ description: "Lower and upper median score, 0-4." }),
    flags: z.array(z.string()).openapi({ description: "Cautions that go with the figure." }),
    as_of: z.number().int().openapi({ description: "Release in which the cell last changed." }),
  })
  .openapi("Cell");
export type Cell = z.infer<typeof Cell>;

export const CellsAnswer = z.object({ release: z.number().int(), cells: z.array(Cell) }).openapi("Cells");
export type CellsAnswer = z.infer<typeof CellsAnswer>;
