import { z } from "@hono/zod-openapi";
import { Format } from "./scalars.ts";

export const CompletenessQuery = z.object({ format: Format.optional() }).strict();

export const Completeness = z
  .object({
    country: z.string(),
    region: z.string(),
    year: z.number().int(),
    value: z.number().int().openapi({ description: "Results with a published figure." }),
    withheld: z.number().int().openapi({ description: "Results whose figure is withheld." }),
    no_data: z.number().int().openapi({ description: "Results without any figure, because no programme operated." }),
  })
  .openapi("Completeness");
export type Completeness = z.infer<typeof Completeness>;

export const CompletenessAnswer = z
  .object({
    release: z.number().int(),
    made_at: z.string(),
    as_of: z.string().openapi({ description: "The release holds what was learned up to then." }),
    results: z.number().int().openapi({ description: "Results that could have a figure in each country and year." }),
    completeness: z.array(Completeness),
    protection: z
      .object({
        minimum: z.number().int().openapi({ description: "Smallest count of collectives that may be published." }),
        eligible: z.number().int().openapi({ description: "Counts of at least the minimum." }),
        published: z.number().int(),
        banded: z
          .number()
          .int()
          .optional()
          .openapi({ description: "Of those published, how many as a band of five or ten instead of exactly." }),
        attacks: z
          .record(z.string(), z.number().int())
          .openapi({ description: "What each simulated attacker recovered; a release with any is never published." }),
      })
      .nullable(),
  })
  .openapi("CompletenessAnswer");
export type CompletenessAnswer = z.infer<typeof CompletenessAnswer>;
