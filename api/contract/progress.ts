import { z } from "@hono/zod-openapi";
import { Band, Codes, Format } from "./scalars.ts";

export const ProgressQuery = z
  .object({
    project: z.string().trim().min(1).max(100).optional(),
    grant: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .openapi({ description: "A grant as a whole, in the caller's reach." }),
    result: Codes.optional(),
    format: Format.optional(),
  })
  .strict();
export type ProgressQuery = z.infer<typeof ProgressQuery>;

const Target = z
  .object({
    year: z.number().int().openapi({ description: "Year it is due." }),
    k: z.number().int().openapi({ description: "Collectives meant to have the result in place." }),
    n: z.number().int().openapi({ description: "Collectives it speaks of." }),
    baseline: z.number().int().nullable(),
    set_on: z.string().nullable(),
    reason: z.string().nullable(),
    revision: z.number().int(),
  })
  .openapi("Target");

const klass = (description: string) => Band.openapi({ description: `Collectives that ${description}.` });

export const Progress = z
  .object({
    result: z.string(),
    project: z.string().nullable(),
    grant: z.string().nullable(),
    year_from: z.number().int().nullable(),
    year: z.number().int().nullable(),
    status: z.enum(["value", "withheld"]),
    n: Band.openapi({ description: "Collectives scored in two years or more: those that can be followed." }),
    baseline: Band.openapi({ description: "Share of them in place at their first score." }),
    latest: Band.openapi({ description: "Share of them in place at their latest." }),
    reached: klass("have the result in place at their latest score (3 or 4)"),
    moved_towards: klass("came nearer"),
    stayed: klass("stayed where they were"),
    moved_away: klass("fell back"),
    reached_or_towards: klass("have it in place or came nearer"),
    interval: Band.openapi({ description: "95% Wilson interval of the share that reached it or came nearer." }),
    target: Target.nullable().openapi({
      description: "What the project means to reach; the last year's, as last revised.",
    }),
    other_targets: z.array(Target).openapi({ description: "Targets of other years, and those that were revised." }),
    flags: z.array(z.string()),
  })
  .openapi("Progress");
export type Progress = z.infer<typeof Progress>;

export const ProgressAnswer = z
  .object({ release: z.number().int(), progress: z.array(Progress) })
  .openapi("ProgressAnswer");
export type ProgressAnswer = z.infer<typeof ProgressAnswer>;
