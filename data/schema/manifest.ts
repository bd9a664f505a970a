import { z } from "zod";

/** What the release gate found: count cells of at least the minimum, those published, and what each attacker recovered. */
export const Protection = z.object({
  minimum: z.number().int(),
  eligible: z.number().int(),
  published: z.number().int(),
  /** Of those published, how many as a band of five or ten: their exact count would give another away. */
  banded: z.number().int().optional(),
  /** The same by level: world, region, country, each also by type, and donors' own. */
  levels: z
    .record(
      z.string(),
      z.object({ eligible: z.number().int(), published: z.number().int(), banded: z.number().int().optional() }),
    )
    .optional(),
  /** Shares that had enough collectives scored, and those that the attribute repair kept. */
  shares: z.object({ candidates: z.number().int(), kept: z.number().int() }).optional(),
  attacks: z.record(z.string(), z.number().int()),
});
export type Protection = z.infer<typeof Protection>;

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
  /** The file of each donor's own cells, by the donor's code; absent in releases made before donors had any. */
  donors: z.record(z.string(), z.string()).optional(),
  /** Absent in releases made before there was a gate. */
  protection: Protection.optional(),
});
export type Manifest = z.infer<typeof Manifest>;
