import { z } from "@hono/zod-openapi";
import { Band, Codes, Format, Status, Years } from "./scalars.ts";

export const StandardisedQuery = z
  .object({ result: Codes.optional(), time: Years.optional(), format: Format.optional() })
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
    weights: z
      .record(z.string(), z.number())
      .openapi({ description: "The mix: weight of each type that every region publishes, adding up to 1." }),
    covers: z.number().openapi({
      description: "Part of the world's scored collectives, 0-1, that are of the types in the mix.",
    }),
  })
  .openapi("StandardisedRegion");
export type StandardisedRegion = z.infer<typeof StandardisedRegion>;

export const StandardisedAnswer = z
  .object({ release: z.number().int(), regions: z.array(StandardisedRegion) })
  .openapi("Standardised");
export type StandardisedAnswer = z.infer<typeof StandardisedAnswer>;
