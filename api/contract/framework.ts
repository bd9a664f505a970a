import { z } from "@hono/zod-openapi";
import { Codes, Lang } from "./scalars.ts";

export const FrameworkQuery = z
  .object({
    lang: Lang.default("en"),
    text: z
      .enum(["all", "labels"])
      .default("all")
      .openapi({ description: "`labels` leaves out anchors and means of verification." }),
    item: Codes.optional().openapi({ description: "Results, actions, capacities or ties by code; all if left out." }),
  })
  .strict();
export type FrameworkQuery = z.infer<typeof FrameworkQuery>;

const Named = z.object({ code: z.string(), label: z.string() });

export const FrameworkItem = z
  .object({
    code: z.string(),
    kind: z.enum(["result", "action", "capacity", "tie"]),
    dimension: z.string().nullable(),
    subdimension: z.string().nullable(),
    label: z.string(),
    short: z.string().describe("A label of at most 28 characters, for a chart's rows."),
    definition: z.string(),
    anchors: z
      .array(z.string())
      .length(5)
      .optional()
      .describe("What each score from 0 to 4 means; left out where only labels are asked for."),
    verification: z.array(z.string()).optional(),
    links: z.object({ results: z.array(z.string()), actions: z.array(z.string()), capacities: z.array(z.string()) }),
  })
  .openapi("FrameworkItem");
export type FrameworkItem = z.infer<typeof FrameworkItem>;

export const FrameworkAnswer = z
  .object({
    release: z.number().int(),
    version: z.string(),
    status: z.string().describe("proposal until Protection International has reviewed it."),
    source: z.string(),
    lang: Lang,
    reviewed: z.boolean().describe("Whether a native speaker has reviewed this language's text."),
    dimensions: z.array(Named),
    subdimensions: z.array(Named),
    levels: z.array(z.object({ score: z.number().int(), label: z.string() })),
    missing: z.array(Named),
    results: z.array(FrameworkItem),
    actions: z.array(FrameworkItem),
    capacities: z.array(FrameworkItem),
    ties: z.array(FrameworkItem),
    traits: z
      .array(Named.extend({ kind: z.enum(["action", "capacity", "tie", "pressure"]) }))
      .openapi({ description: "What `/v1/traits` answers about." }),
  })
  .openapi("Framework");
export type FrameworkAnswer = z.infer<typeof FrameworkAnswer>;
