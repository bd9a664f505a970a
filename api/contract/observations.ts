import { z } from "@hono/zod-openapi";
import { Codes, Format, Years } from "./scalars.ts";

const page = {
  limit: z.coerce.number().int().min(1).max(10_000).default(500),
  after: z
    .string()
    .regex(/^\d{1,9}\.\d{1,15}$/, "Give what `next` said.")
    .optional()
    .openapi({ description: "Where to go on: what `next` of the page before said." }),
};

export const ObservationsQuery = z
  .object({
    indicator: Codes.optional().openapi({ description: "Indicator codes, such as ST1, C2 or L:WATER-1." }),
    result: Codes.optional(),
    country: Codes.optional(),
    project: Codes.optional(),
    grant: z.string().trim().min(1).max(100).optional(),
    time: Years.optional(),
    panel: z.string().optional().openapi({ description: "`accepted`, or a panel." }),
    collective: z.string().max(40).optional().openapi({ description: "Pseudonym." }),
    revisions: z.enum(["latest", "all"]).default("latest"),
    ...page,
    format: Format.optional(),
  })
  .strict();
export type ObservationsQuery = z.infer<typeof ObservationsQuery>;

const text = z.string().nullable();
const number = z.number().nullable();

export const Observation = z
  .object({
    id: z.number().int().openapi({ description: "Number of the row in this release." }),
    collective: z.string(),
    indicator: z.string(),
    result: text,
    dimension: text,
    country: z.string(),
    project: z.string(),
    year: z.number().int(),
    period: z.string(),
    panel: z.string(),
    rater: text,
    score: number,
    missing: text,
    measure: text,
    numerator: number,
    denominator: number,
    value: number,
    baseline: number,
    target: number,
    evidence: number,
    tested: z.boolean().nullable(),
    flags: text,
    revision: z.number().int(),
    file: z.string().openapi({ description: "Name of the report as filed." }),
    report: z.string(),
    sheet: z.string(),
    row: z.number().int(),
    learned_at: z.string(),
  })
  .openapi("Observation");
export type Observation = z.infer<typeof Observation>;

export const ObservationsAnswer = z
  .object({
    release: z.number().int(),
    observations: z.array(Observation),
    next: z.string().nullable().openapi({ description: "Give it as `after` for the next page; null at the end." }),
  })
  .openapi("Observations");

const Report = z
  .object({
    report: z.string(),
    file: z.string(),
    sha256: z.string(),
    source: z.string(),
    version: z.number().int(),
    framework_version: z.string(),
    synthetic: z.boolean(),
    received_at: z.string(),
  })
  .openapi("FiledReport");

export const ProvenanceAnswer = z
  .object({
    release: z.number().int(),
    observation: Observation,
    report: Report,
    counted: z
      .boolean()
      .openapi({ description: "Whether it is the score that counts for its collective, result and year." }),
    revisions: z.array(Observation).openapi({ description: "Every revision of the same score, in their order." }),
  })
  .openapi("Provenance");

export const TraceQuery = z
  .object({ result: z.string().max(10), country: z.string().max(3), year: z.coerce.number().int().min(1900).max(2100) })
  .strict();

export const TraceAnswer = z
  .object({
    release: z.number().int(),
    figure: z.object({ result: z.string(), country: z.string(), year: z.number().int() }),
    rows: z.array(
      z.object({
        collective: z.string(),
        period: z.string(),
        score: number,
        missing: text,
        evidence: number,
        revision: z.number().int(),
        flags: text,
        file: z.string(),
        sha256: z.string(),
        source: z.string(),
        framework_version: z.string(),
        sheet: z.string(),
        row: z.number().int(),
      }),
    ),
  })
  .openapi("Trace");

export const PublishedResultsQuery = z
  .object({
    publisher: z.string().max(200).optional(),
    country: Codes.optional(),
    indicator: z.string().max(500).optional(),
    time: Years.optional(),
    ...page,
    format: Format.optional(),
  })
  .strict();
export type PublishedResultsQuery = z.infer<typeof PublishedResultsQuery>;

export const PublishedResult = z
  .object({
    publisher: z.string(),
    activity: z.string(),
    country: text,
    year: number,
    result_type: z.string(),
    indicator: z.string(),
    measure: z.string(),
    disaggregation: text,
    baseline: number,
    target: number,
    actual: number,
    baseline_text: text,
    target_text: text,
    actual_text: text,
    report: z.string(),
    sheet: z.string(),
    row: z.number().int(),
  })
  .openapi("PublishedResult");

export const PublishedResultsAnswer = z
  .object({
    release: z.number().int(),
    results: z.array(PublishedResult),
    next: z.string().nullable(),
    summary: z.array(
      z.object({
        publisher: z.string(),
        measure: z.string().openapi({ description: "Each measure by its own rules; never mixed." }),
        figures: z.number().int(),
        with_actual: z.number().int(),
        median: number.openapi({ description: "Of the actual figures; null for statements." }),
        total: number.openapi({ description: "Of the actual figures, for counts." }),
        with_target: z.number().int().openapi({ description: "Figures with an actual and a target." }),
        at_target: z.number().int().openapi({ description: "Of these, with an actual at or above the target." }),
        share: number,
        interval: z.tuple([number, number]).openapi({ description: "95% Wilson interval of the share." }),
      }),
    ),
  })
  .openapi("PublishedResults");
