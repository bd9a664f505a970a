import { z } from "@hono/zod-openapi";
import { Band, Codes, Format, Status, Years } from "./scalars.ts";

export const DistributionQuery = z
  .object({
    result: Codes.optional(),
    region: Codes.optional(),
    country: Codes.optional(),
    by: z.enum(["country", "region", "world"]).default("country"),
    time: Years.optional(),
    type: z.string().optional().openapi({ description: "Collective type; for signed-in managers." }),
    formality: z.string().optional().openapi({ description: "For signed-in managers." }),
    setting: z.string().optional().openapi({ description: "For signed-in managers." }),
    panel: z.string().optional().openapi({ description: "A panel's own scores; for signed-in managers." }),
    project: z.string().optional().openapi({ description: "Not public: for signed-in managers." }),
    grant: z.string().optional().openapi({ description: "Not public: for signed-in managers." }),
    format: Format.optional(),
  })
  .strict();
export type DistributionQuery = z.infer<typeof DistributionQuery>;

export const DistributionClass = z
  .object({
    result: z.string(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    year: z.number().int(),
    score_from: z.number().int().openapi({ description: "Lowest score of the class." }),
    score_to: z.number().int().openapi({ description: "Highest score of the class." }),
    status: Status,
    n: Band.openapi({ description: "Collectives with a score." }),
    k: Band.openapi({ description: "Collectives with a score in the class." }),
    share: Band.openapi({ description: "k / n, 0-1." }),
  })
  .openapi("DistributionClass");
export type DistributionClass = z.infer<typeof DistributionClass>;

export const DistributionAnswer = z
  .object({ release: z.number().int(), classes: z.array(DistributionClass) })
  .openapi("Distribution");
export type DistributionAnswer = z.infer<typeof DistributionAnswer>;
