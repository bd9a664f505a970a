import { z } from "zod";

export const Counts = z.object({
  read: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  quarantined: z.number(),
  skipped: z.number(),
});

/** A release as it was when it was last made: the hash of its manifest, and of the rows of each of its tables. */
export const ReleaseSeal = z.object({
  release: z.number().int().positive(),
  manifest: z.string(),
  tables: z.record(z.string(), z.string()),
});
export type ReleaseSeal = z.infer<typeof ReleaseSeal>;

const kind = <K extends string>(name: K) => z.literal(name);

/**
 * What the platform did, one kind a deed. Names of people, collectives and places never stand here: file names lie with
 * the data keys, decisions and reasons in the raw store, named by their hash.
 */
export const Deed = z.discriminatedUnion("kind", [
  z.object({
    kind: kind("received"),
    sha256: z.string(),
    source: z.string(),
    /** Whether rows that change a published score may be loaded. */
    acceptRevision: z.boolean().default(false),
    /** The decisions that bore on the file, as a file of the raw store. */
    decisions: z.string().nullable().default(null),
  }),
  z.object({ kind: kind("loaded"), sha256: z.string(), counts: Counts, decisions: z.array(z.string()) }),
  z.object({
    kind: kind("reviewed"),
    held: z.string(),
    sha256: z.string(),
    decision: z.enum(["released", "refused", "cleared"]),
    /** The reviewer's words, as a file of the raw store. */
    reason: z.string().nullable(),
  }),
  ReleaseSeal.extend({
    kind: kind("published"),
    made_at: z.iso.datetime(),
    note: z.string().nullable(),
    /** The release holds what was learned up to then. */
    as_of: z.iso.datetime(),
  }),
  z.object({ kind: kind("switched"), release: z.number() }),
  z.object({ kind: kind("withdrawn"), release: z.number() }),
  z.object({ kind: kind("pruned"), releases: z.array(z.number()) }),
  /** Files replaced by redacted copies; `to` is null where nothing was left. */
  z.object({
    kind: kind("erased"),
    files: z.array(z.object({ from: z.string(), to: z.string().nullable() })),
  }),
  /** The working store was made again, and these releases were sealed anew. */
  z.object({ kind: kind("rebuilt"), counts: z.record(z.string(), Counts), releases: z.array(ReleaseSeal) }),
  z.object({ kind: kind("backed-up"), place: z.string(), digest: z.string() }),
  z.object({ kind: kind("restored"), place: z.string() }),
]);
export type Deed = z.infer<typeof Deed>;
/** A deed as it is written, where parts with a usual value may be left out. */
export type NewDeed = z.input<typeof Deed>;
