import { z } from "@hono/zod-openapi";
import { reachQuery } from "./actions.ts";
import { Band, Codes } from "./scalars.ts";

export const CapacitiesQuery = z
  .object({ capacity: Codes.optional().openapi({ description: "C1-C5." }), ...reachQuery })
  .strict();
export type CapacitiesQuery = z.infer<typeof CapacitiesQuery>;

const count = z.number().int();

export const CapacityScore = z
  .object({
    capacity: z.string(),
    collective: z.string(),
    country: z.string(),
    project: z.string(),
    year: count,
    score: count.openapi({ description: "Score of the capacity itself, 0-4." }),
    linked: count.openapi({ description: "Results linked to it that have a score in the year." }),
    linked_median: Band.openapi({ description: "The two middle scores of these results; never averaged." }),
    gap: count.nullable().openapi({ description: "Levels that the score lies outside them; null without any." }),
    noted: z
      .boolean()
      .openapi({ description: "Whether a note came with the score. A gap of two levels asks for one." }),
  })
  .openapi("CapacityScore");
export type CapacityScore = z.infer<typeof CapacityScore>;

export const CapacityFigure = z
  .object({
    capacity: z.string(),
    country: z.string(),
    year: count,
    n: count.openapi({ description: "Collectives that scored the capacity." }),
    median: Band,
    linked_median: Band.openapi({ description: "Middle of the lower middle scores of their linked results." }),
    compared: count.openapi({ description: "Collectives that also have scores of linked results." }),
    apart: count.openapi({ description: "Those with a gap of two levels or more." }),
    unexplained: count.openapi({ description: "Those of them without a note." }),
  })
  .openapi("CapacityFigure");
export type CapacityFigure = z.infer<typeof CapacityFigure>;

export const CapacitiesAnswer = z
  .object({ release: count, capacities: z.array(CapacityFigure), scores: z.array(CapacityScore) })
  .openapi("Capacities");
export type CapacitiesAnswer = z.infer<typeof CapacitiesAnswer>;
