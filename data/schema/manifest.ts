import { z } from "zod";

/** What a release says of itself, beside its files. */
export const Manifest = z.object({
  release: z.number().int().positive(),
  made_at: z.iso.datetime(),
  note: z.string().nullable(),
  framework_version: z.string(),
  synthetic: z.boolean(),
  /** The release holds what was learned up to then, which is the moment of the ledger's line named next. */
  as_of: z.iso.datetime(),
  ledger_head: z.string(),
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number().int() })),
  tables: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof Manifest>;
