import { z } from "@hono/zod-openapi";
import { Band, Codes, Format, Status, Years } from "./scalars.ts";

export const StandardisedQuery = z
  .object({
    result: Codes.optional(),
    region: Codes.optional().openapi({ description: "Regions to compare; left out means all." }),
    time: Years.optional(),
    format: Format.optional(),
  })
  .strict();
export type StandardisedQuery = z.infer<typeof StandardisedQuery>;

export const StandardisedRegion = z
  .object({
    result: z.string(),
    region: z.string(),
    year: z.number().int(),
    status: Status,
    share: Band.openapi({ description: "Share in place on one mix of collective types, 0-1." }),
    crude: Band.openapi({ description: "Share in place of all collectives of the region, 0-1." }),
    weights: z.record(z.string(), z.number()).openapi({
      description: "The mix: weight of each type that every compared region publishes, adding up to 1.",
    }),
    covers: z.tuple([z.number(), z.number()]).openapi({
      description:
        "Part of the region's scored collectives, 0-1, that are of types which every compared region publishes, as published counts bound it.",
    }),
    left_out: z.array(z.string()).openapi({
      description: "Types of collective that not every compared region publishes: the comparison says nothing of them.",
    }),
    why: z.enum(["no-type-in-common", "covers-too-little"]).nullable().openapi({
      description: "Why regions that have figures are not put on one mix: a function of published cells alone.",
    }),
  })
  .openapi("StandardisedRegion");
export type StandardisedRegion = z.infer<typeof StandardisedRegion>;

export const StandardisedAnswer = z
  .object({ release: z.number().int(), regions: z.array(StandardisedRegion) })
  .openapi("Standardised");
export type StandardisedAnswer = z.infer<typeof StandardisedAnswer>;
