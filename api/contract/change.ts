import { z } from "@hono/zod-openapi";
import { Band, Codes, Format, Status } from "./scalars.ts";

const year = z.coerce.number().int().min(1900).max(2100);

export const ChangeQuery = z
  .object({
    from: year.openapi({ description: "First year." }),
    to: year.openapi({ description: "Second year; the year after the first, for public callers." }),
    result: Codes.optional(),
    region: Codes.optional(),
    country: Codes.optional(),
    by: z.enum(["country", "region", "world"]).default("country"),
    type: z.string().optional().openapi({ description: "Collective type; for signed-in managers." }),
    project: z.string().optional().openapi({ description: "Not public: for signed-in managers." }),
    grant: z.string().optional().openapi({ description: "Not public: for signed-in managers." }),
    format: Format.optional(),
  })
  .strict()
  .refine(({ from, to }) => from < to, { path: ["to"], message: "The second year must come after the first." });
export type ChangeQuery = z.infer<typeof ChangeQuery>;

export const Change = z
  .object({
    result: z.string(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    from: z.number().int(),
    to: z.number().int(),
    status: Status.openapi({ description: "Of the matched change; the crude shares have their own in /v1/cells." }),
    crude: Band.openapi({
      description:
        "Share in place of all scored collectives, in the first and the second year: the middle of each published band.",
    }),
    n: Band.openapi({ description: "Collectives scored in both years." }),
    before: Band.openapi({ description: "Their share in place in the first year." }),
    after: Band.openapi({ description: "Their share in place in the second year." }),
    change: z
      .number()
      .nullable()
      .openapi({ description: "after − before, −1 to 1; for public callers the middle of `interval`." }),
    interval: Band.openapi({
      description:
        "Range of changes that the published bands allow. Signed-in managers: 95% interval (Newcombe's method 10).",
    }),
    gained: z
      .number()
      .int()
      .nullable()
      .openapi({ description: "Collectives that came to have it in place; not public." }),
    lost: z
      .number()
      .int()
      .nullable()
      .openapi({ description: "Collectives that no longer have it in place; not public." }),
    p: z.number().nullable().openapi({
      description: "Exact McNemar test; with fewer than 6 movers it can never be significant. Not public.",
    }),
    joined: z.number().nullable().openapi({ description: "Part of the crude change that joiners make." }),
    left: z.number().nullable().openapi({ description: "Part of the crude change that leavers make." }),
    started: z.number().nullable().openapi({ description: "Part made by collectives whose scoring started." }),
    stopped: z.number().nullable().openapi({ description: "Part made by collectives whose scoring stopped." }),
    transitions: z
      .array(z.array(z.number().int()))
      .optional()
      .openapi({ description: "`[score before][score after]`: how many went from one to another. For managers only." }),
    flags: z.array(z.string()),
  })
  .openapi("Change");
export type Change = z.infer<typeof Change>;

export const ChangeAnswer = z.object({ release: z.number().int(), changes: z.array(Change) }).openapi("Changes");
export type ChangeAnswer = z.infer<typeof ChangeAnswer>;
