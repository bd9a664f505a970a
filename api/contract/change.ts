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
    crude: Band.openapi({ description: "Share in place of all scored collectives, in the first and the second year." }),
    n: Band.openapi({ description: "Collectives scored in both years." }),
    before: Band.openapi({ description: "Their share in place in the first year." }),
    after: Band.openapi({ description: "Their share in place in the second year." }),
    change: z.number().nullable().openapi({ description: "after − before, −1 to 1." }),
    interval: Band.openapi({ description: "95% interval of the change (Newcombe's method 10 on the paired table)." }),
    gained: z.number().int().nullable().openapi({ description: "Collectives that came to have it in place." }),
    lost: z.number().int().nullable().openapi({ description: "Collectives that no longer have it in place." }),
    p: z
      .number()
      .nullable()
      .openapi({ description: "Exact McNemar test; with fewer than 6 movers it can never be significant." }),
    joined: z.number().nullable().openapi({ description: "Part of the crude change that joiners make." }),
    left: z.number().nullable().openapi({ description: "Part of the crude change that leavers make." }),
    started: z.number().nullable().openapi({ description: "Part made by collectives whose scoring started." }),
    stopped: z.number().nullable().openapi({ description: "Part made by collectives whose scoring stopped." }),
    flags: z.array(z.string()),
  })
  .openapi("Change");
export type Change = z.infer<typeof Change>;

export const ChangeAnswer = z.object({ release: z.number().int(), changes: z.array(Change) }).openapi("Changes");
export type ChangeAnswer = z.infer<typeof ChangeAnswer>;
