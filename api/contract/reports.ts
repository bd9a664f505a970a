import { z } from "@hono/zod-openapi";

const count = z.number().int();
const Words = z.object({ en: z.string(), es: z.string(), fr: z.string() });

const rows = z
  .object({ read: count, accepted: count, rejected: count, quarantined: count, skipped: count })
  .openapi("RowCounts", { description: "read = accepted + rejected + quarantined + skipped." });

/** What came of a report, row by row: the shape of `trama ingest --json` for one file, messages in three languages. */
export const FiledOutcome = z
  .object({
    sha256: z.string().nullable(),
    source: z.string().nullable(),
    status: z.enum(["loaded", "duplicate", "failed"]),
    rows,
    issues: z.array(
      z.object({
        rule: z.string(),
        severity: z.enum(["error", "quarantine", "warning", "skip"]),
        message: Words,
        sheet: z.string(),
        row: count,
        column: z.string().nullable(),
        path: z.string().optional(),
        value: z.string().nullable(),
      }),
    ),
    unlisted: count.openapi({ description: "Issues beyond those listed." }),
    changes: z
      .array(
        z.object({
          sheet: z.string(),
          row: count,
          collective: z.string(),
          indicator: z.string(),
          period: z.string(),
          panel: z.string(),
          from: z.string().nullable(),
          to: z.string().nullable(),
          closed: z.boolean().openapi({ description: "Whether the old score was published." }),
        }),
      )
      .openapi({ description: "Scores of earlier reports that it changes." }),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    marked: z.boolean().openapi({ description: "Whether a marked workbook can be fetched." }),
  })
  .openapi("FiledOutcome");
export type FiledOutcome = z.infer<typeof FiledOutcome>;

export const FiledReport = z
  .object({
    id: z.string(),
    status: z.enum(["waiting", "filing", "done", "refused"]),
    stage: z.string().nullable(),
    dry_run: z.boolean(),
    sent_at: z.string(),
    done_at: z.string().nullable(),
    outcome: FiledOutcome.nullable(),
    workbook: z.string().nullable().openapi({ description: "Address of the sender's own workbook, marked." }),
  })
  .openapi("FiledReportStatus");

export type FiledReport = z.infer<typeof FiledReport>;

export const FiledReportsAnswer = z
  .object({ reports: z.array(FiledReport.omit({ outcome: true })) })
  .openapi("FiledReports");
export type FiledReportsAnswer = z.infer<typeof FiledReportsAnswer>;

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true");

export const FileQuery = z
  .object({
    name: z
      .string()
      .max(200)
      .optional()
      .openapi({ description: "Name of the file, where the body is the file itself." }),
    dry_run: flag.openapi({
      type: "string",
      enum: ["true", "false"],
      description: "Say what would happen, load nothing.",
    }),
    accept_revision: flag.openapi({
      type: "string",
      enum: ["true", "false"],
      description: "Load rows that change a published score instead of holding them.",
    }),
    wait: flag.openapi({ type: "string", enum: ["true", "false"], description: "Answer when it is done." }),
  })
  .strict();

export const Held = z
  .object({
    held: z.string(),
    kind: z.string(),
    rule: z.string(),
    column: z.string().nullable(),
    field: z.string().nullable(),
    collective: z.string().nullable(),
    indicator: z.string().nullable(),
    period: z.string().nullable(),
    project: z.string().nullable(),
    report: z.string(),
    sheet: z.string(),
    row: count,
    name: z.string().openapi({ description: "Name of the file." }),
    decision: z.string().nullable(),
  })
  .openapi("Held");
export type Held = z.infer<typeof Held>;

export const HeldAnswer = z.object({ held: z.array(Held) }).openapi("HeldAnswer");
export type HeldAnswer = z.infer<typeof HeldAnswer>;
export const HeldWords = Held.extend({ words: z.string() }).openapi("HeldWords");
export type HeldWords = z.infer<typeof HeldWords>;

export const DecisionBody = z
  .object({
    decision: z.enum(["released", "refused", "cleared"]).openapi({
      description: "`cleared` is for outcome statements alone: public from the next release on.",
    }),
    reason: z.string().trim().max(2000).nullable().default(null),
  })
  .strict()
  .openapi("Decision");

const Figure = z.object({ n: count, k: count }).nullable();

export const DraftAnswer = z
  .object({
    release: count.nullable().openapi({ description: "The release it is compared with." }),
    reports: z.array(z.object({ file: z.string(), rows: count, received_at: z.string() })),
    waiting: count.openapi({ description: "Things held that a release would leave out." }),
    figures: z.object({ now: count, next: count, changed: count }),
    differences: z.array(
      z.object({
        result: z.string(),
        country: z.string().nullable(),
        project: z.string().nullable(),
        year: count,
        before: Figure,
        after: Figure,
      }),
    ),
  })
  .openapi("Draft");
export type DraftAnswer = z.infer<typeof DraftAnswer>;

export const PublishBody = z
  .object({ note: z.string().trim().max(2000).nullable().default(null) })
  .strict()
  .openapi("Publish");

export const Published = z
  .object({ release: count, made_at: z.string(), note: z.string().nullable() })
  .openapi("PublishedRelease");
export type Published = z.infer<typeof Published>;
