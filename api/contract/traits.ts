import { z } from "@hono/zod-openapi";
import { traitCodes } from "@trama/data/framework";
import { Band, Codes, Format, Status, Years } from "./scalars.ts";

export const TraitsQuery = z
  .object({
    trait: Codes.optional().openapi({ description: `Of ${traitCodes.join(", ")}.` }),
    region: Codes.optional().openapi({ description: "Region codes." }),
    country: Codes.optional().openapi({ description: "Countries, ISO 3166 alpha-3." }),
    by: z.enum(["country", "region", "world"]).default("country"),
    time: Years.optional().openapi({ description: "A year or a span of years." }),
    format: Format.optional(),
  })
  .strict();
export type TraitsQuery = z.infer<typeof TraitsQuery>;

export const TraitCell = z
  .object({
    trait: z.string().openapi({
      description:
        "An action reported (AT1-AN4), a capacity in place (C1-C5), an active tie at a level (tie:local), pressure:high.",
    }),
    country: z.string().nullable(),
    region: z.string().nullable(),
    year: z.number().int(),
    status: Status,
    n: Band.openapi({ description: "Collectives of which it was told whether it is so." }),
    k: Band.openapi({ description: "Collectives of which it is so." }),
    share: Band.openapi({ description: "k / n, 0-1." }),
    interval: Band.openapi({ description: "95% Wilson interval of the share, 0-1." }),
    flags: z.array(z.string()),
    as_of: z.number().int().openapi({ description: "Release in which the cell last changed." }),
  })
  .openapi("TraitCell");
export type TraitCell = z.infer<typeof TraitCell>;

export const TraitsAnswer = z.object({ release: z.number().int(), traits: z.array(TraitCell) }).openapi("Traits");
export type TraitsAnswer = z.infer<typeof TraitsAnswer>;
