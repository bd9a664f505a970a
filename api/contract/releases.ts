import { z } from "@hono/zod-openapi";

/** A release as it says of itself. */
export const Release = z
  .object({
    release: z.number().int(),
    current: z.boolean().describe("Whether it is the one that answers are given from."),
    made_at: z.string(),
    as_of: z.string().describe("It holds what was learned up to then."),
    ledger_head: z.string().describe("Hash of the ledger's last line of that moment."),
    note: z.string().nullable(),
    synthetic: z.boolean().describe("Whether it holds synthetic sample data."),
    framework_version: z.string(),
  })
  .openapi("Release");
export type Release = z.infer<typeof Release>;

export const ReleasesAnswer = z.object({ releases: z.array(Release) }).openapi("ReleasesAnswer");
