import { z } from "@hono/zod-openapi";

export const Health = z
  .object({
    status: z.enum(["ok", "empty"]).describe("empty: the server runs and no release is published yet."),
    release: z.number().int().nullable(),
    made_at: z.string().nullable(),
    synthetic: z.boolean().describe("Whether the release holds synthetic sample data."),
    framework: z.string().nullable().describe("Version of the measurement framework."),
  })
  .openapi("Health");
export type Health = z.infer<typeof Health>;

export const Ready = z.object({ ready: z.boolean(), release: z.number().int() }).openapi("Ready");
