import { z } from "@hono/zod-openapi";
import { reachQuery } from "./actions.ts";

export const ReachQuery = z.object(reachQuery).strict();
export type ReachQuery = z.infer<typeof ReachQuery>;

const count = z.number().int();

export const ReachFigure = z
  .object({
    country: z.string(),
    year: count,
    attribute: z
      .string()
      .openapi({ description: "all, type, formality, setting, women_led, youth_led or years_accompanied." }),
    member: z.string().openapi({ description: "Category, such as rural, yes or 2-4; unknown where not given." }),
    collectives: count.openapi({ description: "Collectives reported in the year." }),
  })
  .openapi("ReachFigure");
export type ReachFigure = z.infer<typeof ReachFigure>;

export const GrantReach = z
  .object({
    grant_code: z.string(),
    funder: z.string(),
    project: z.string(),
    country: z.string(),
    term: z.string().nullable().openapi({ description: "long or short, as agreed; null where not given." }),
    year_from: count,
    year_to: count,
    year: count,
    collectives: count.openapi({ description: "Collectives of the project reported in that year of the grant." }),
  })
  .openapi("GrantReach");
export type GrantReach = z.infer<typeof GrantReach>;

export const ReachAnswer = z
  .object({ release: count, reach: z.array(ReachFigure), grants: z.array(GrantReach) })
  .openapi("ReachAnswer");
export type ReachAnswer = z.infer<typeof ReachAnswer>;
