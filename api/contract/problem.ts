import { z } from "@hono/zod-openapi";

/** RFC 9457 problem details; `code` is stable, the words may be reworded. */
export const ProblemDetails = z
  .object({
    type: z.string().describe("Address of the problem's description."),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");
export type ProblemDetails = z.infer<typeof ProblemDetails>;
