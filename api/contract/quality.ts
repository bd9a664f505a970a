import { z } from "@hono/zod-openapi";
import { Band, Codes, Format, Years } from "./scalars.ts";

export const QualityQuery = z
  .object({
    by: z.enum(["project", "country"]).default("project"),
    country: Codes.optional(),
    project: Codes.optional(),
    time: Years.optional(),
    format: Format.optional(),
  })
  .strict();
export type QualityQuery = z.infer<typeof QualityQuery>;

const count = z.number().int();

export const Quality = z
  .object({
    country: z.string(),
    project: z.string().nullable(),
    year: count,
    reports: count.openapi({ description: "Reports that rows of the year came from." }),
    days_late: z
      .number()
      .nullable()
      .openapi({ description: "Days from the end of the period to its first report: the median over periods." }),
    collectives: count,
    scored: count.openapi({ description: "Results that have a score." }),
    due: count.openapi({ description: "Collectives × 16 results." }),
    completeness: z.number().nullable().openapi({ description: "scored / due, 0-1." }),
    missing: z.record(z.string(), count).openapi({ description: "Results with a missing code, by code." }),
    evidence: z.array(count).openapi({ description: "Scores by evidence grade 0-4; the sixth has none." }),
    unverified: z.number().nullable().openapi({ description: "Share of scores of 3 and 4 with evidence below 2." }),
    double_scored: count.openapi({ description: "Scores given by two raters or more." }),
    agreement: z
      .number()
      .nullable()
      .openapi({ description: "Krippendorff's alpha (ordinal) between raters; null where it cannot be told." }),
    revised: count.openapi({ description: "Scores that a later report changed." }),
    rejected: count.openapi({ description: "Rows refused in reports that speak of this project alone." }),
    held: count.openapi({ description: "Rows of these reports that were held for a person." }),
  })
  .openapi("Quality");
export type Quality = z.infer<typeof Quality>;

export const QualityAnswer = z.object({ release: count, quality: z.array(Quality) }).openapi("QualityAnswer");

export const IndicatorsQuery = z
  .object({
    indicator: Codes.optional().openapi({ description: "Codes of local indicators, such as L:WATER-1." }),
    country: Codes.optional(),
    project: Codes.optional(),
    time: Years.optional(),
    format: Format.optional(),
  })
  .strict();
export type IndicatorsQuery = z.infer<typeof IndicatorsQuery>;

export const LocalFigure = z
  .object({
    indicator: z.string(),
    measure: z.string().openapi({ description: "Each is put together by its own rule." }),
    country: z.string(),
    project: z.string(),
    year: count,
    n: count.openapi({ description: "Collectives with a figure; for statements, with a statement." }),
    median: Band.openapi({ description: "Lower and upper median; null for statements." }),
    total: z.number().nullable().openapi({ description: "For counts." }),
    share: z
      .number()
      .nullable()
      .openapi({ description: "For percentages with numerators: all of them over all denominators, 0-1." }),
    interval: Band.openapi({ description: "95% Wilson interval of that share, where both are whole numbers." }),
    baseline: z
      .number()
      .nullable()
      .openapi({ description: "Of counts, the total of the collectives that gave one; otherwise the lower median." }),
    target: z.number().nullable().openapi({ description: "Likewise." }),
  })
  .openapi("LocalFigure");
export type LocalFigure = z.infer<typeof LocalFigure>;

export const IndicatorsAnswer = z
  .object({ release: count, indicators: z.array(LocalFigure) })
  .openapi("LocalIndicators");
