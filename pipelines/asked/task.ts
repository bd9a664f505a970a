import { z } from "zod";

const Reach = z.object({ countries: z.array(z.string()), projects: z.array(z.string()) });

/** What the serving side may ask of the pipeline, for somebody of a reach; null reaches everywhere. */
export const Task = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("file"),
    home: z.string(),
    path: z.string(),
    /** Where the sender's own workbook is written, with each bad cell marked. */
    marked: z.string(),
    reach: Reach.nullable(),
    acceptRevision: z.boolean(),
    dryRun: z.boolean(),
  }),
  z.object({ kind: z.literal("held"), home: z.string(), reach: Reach.nullable() }),
  z.object({ kind: z.literal("show"), home: z.string(), reach: Reach.nullable(), held: z.string() }),
  z.object({
    kind: z.literal("decide"),
    home: z.string(),
    reach: Reach.nullable(),
    held: z.string(),
    decision: z.enum(["released", "refused", "cleared"]),
    reason: z.string().nullable(),
  }),
  z.object({ kind: z.literal("draft"), home: z.string(), reach: Reach }),
  z.object({ kind: z.literal("publish"), home: z.string(), note: z.string().nullable() }),
]);
export type Task = z.infer<typeof Task>;

/** What is told of a task while it is done, and at its end. */
export type Told =
  | { readonly kind: "stage"; readonly stage: string }
  | { readonly kind: "done"; readonly value: unknown }
  /** Trouble that a person can mend. */
  | { readonly kind: "refused"; readonly code: string; readonly message: string }
  | { readonly kind: "failed"; readonly message: string };
