import { z } from "@hono/zod-openapi";
import { reachQuery } from "./actions.ts";
import { Band, Codes } from "./scalars.ts";

export const VoicesQuery = z.object({ result: Codes.optional(), ...reachQuery }).strict();
export type VoicesQuery = z.infer<typeof VoicesQuery>;

const count = z.number().int();

export const VoiceFigure = z
  .object({
    result: z.string(),
    country: z.string(),
    year: count,
    panels: z
      .record(z.string(), z.object({ n: count, median: Band }))
      .openapi({ description: "By panel: collectives that it scored, and the middle score." }),
    compared: count.openapi({ description: "Collectives that two panels or more scored." }),
    gaps: z
      .array(count)
      .openapi({ description: "Of these, how many panels' scores spread over 0, 1, 2, 3, 4 levels." }),
    women_lowest: count.openapi({ description: "Those where the women's panel scored lowest, with a spread." }),
    youth_lowest: count.openapi({ description: "Those where the youth panel scored lowest, with a spread." }),
    agreement: z
      .number()
      .nullable()
      .openapi({ description: "Krippendorff's alpha (ordinal) between panels; null where it cannot be told." }),
  })
  .openapi("VoiceFigure");
export type VoiceFigure = z.infer<typeof VoiceFigure>;

export const VoicesAnswer = z.object({ release: count, voices: z.array(VoiceFigure) }).openapi("Voices");
export type VoicesAnswer = z.infer<typeof VoicesAnswer>;
