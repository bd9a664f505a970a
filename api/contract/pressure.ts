import { z } from "@hono/zod-openapi";
import { MatchedGroup, reachQuery } from "./actions.ts";

export const PressureQuery = z.object(reachQuery).strict();
export type PressureQuery = z.infer<typeof PressureQuery>;

const count = z.number().int();

export const PressureFigure = z
  .object({
    country: z.string(),
    year: count,
    collectives: count.openapi({ description: "Collectives of which pressure is told." }),
    none: count.openapi({ description: "Those whose highest level in the year is none." }),
    low: count,
    high: count,
    severe: count,
    kinds: z.record(z.string(), count).openapi({ description: "Collectives under each kind, whatever its level." }),
    fours: count.openapi({ description: "Results scored 4 in the year: established, and tested or confirmed." }),
    untested: count.openapi({ description: "Those of them of which nothing says that they were tested in the year." }),
  })
  .openapi("PressureFigure");
export type PressureFigure = z.infer<typeof PressureFigure>;

export const BesidePressureFigure = z
  .object({
    result: z.string(),
    from: count,
    to: count,
    pressed: MatchedGroup.openapi({ description: "Collectives under high or severe pressure in the last year." }),
    other: MatchedGroup.openapi({ description: "Collectives under none or low." }),
    unknown: count.openapi({ description: "Collectives scored in both years of which no pressure is told." }),
  })
  .openapi("ChangeBesidePressure", {
    description:
      "A fall beside high pressure is no failure of those who were under it; nothing here says what caused it.",
  });
export type BesidePressureFigure = z.infer<typeof BesidePressureFigure>;

export const PressureAnswer = z
  .object({ release: count, pressure: z.array(PressureFigure), beside: z.array(BesidePressureFigure) })
  .openapi("Pressure");
export type PressureAnswer = z.infer<typeof PressureAnswer>;
