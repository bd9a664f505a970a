import { appendFile, mkdir, open, readFile, truncate } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { writeDurably } from "./durable.ts";
import { hashOf } from "./raw-store.ts";

const Counts = z.object({
  read: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  quarantined: z.number(),
  skipped: z.number(),
});

/** What the platform did, one kind a deed. Names of people, collectives and places never stand here. */
export const Deed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("received"), sha256: z.string(), name: z.string(), source: z.string() }),
  z.object({
    kind: z.literal("loaded"),
    sha256: z.string(),
    counts: Counts,
    acceptRevision: z.boolean(),
    decisions: z.array(z.string()),
  }),
  z.object({
    kind: z.literal("reviewed"),
    held: z.string(),
    sha256: z.string(),
    decision: z.enum(["released", "refused"]),
    reason: z.string().nullable(),
  }),
  z.object({ kind: z.literal("published"), release: z.number(), tables: z.record(z.string(), z.string()) }),
]);
export type Deed = z.infer<typeof Deed>;

const Line = z.object({ seq: z.number().int(), at: z.iso.datetime(), deed: Deed, prev: z.string(), hash: z.string() });
export type LedgerLine = z.infer<typeof Line>;

const genesis = "0".repeat(64);

/** The append-only, hash-chained record of every deed. */
export interface Ledger {
  lines(): readonly LedgerLine[];
  head(): string;
  append(deed: Deed): Promise<LedgerLine>;
}

export class LedgerDamage extends Error {}

/**
 * Opens the ledger and checks its chain. A last line that was being written when the machine stopped was never
 * acknowledged and is cut off; any other difference, and a ledger shorter than its own head file says, is damage.
 */
export async function openLedger(path: string, now: () => Date): Promise<Ledger> {
  await mkdir(dirname(path), { recursive: true });
  const text = await readFile(path, "utf8").catch(absent);
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole.length !== text.length) await truncate(path, Buffer.byteLength(whole));
  const lines = whole.split("\n").filter(Boolean).map(parseLine);
  checkChain(lines);
  await checkHead(`${path}.head`, lines);

  return {
    lines: () => lines,
    head: () => lines.at(-1)?.hash ?? genesis,
    async append(deed) {
      const body = {
        seq: lines.length + 1,
        at: later(now(), lines.at(-1)).toISOString(),
        deed,
        prev: lines.at(-1)?.hash ?? genesis,
      };
      const line = { ...body, hash: hashOf(JSON.stringify(body)) };
      await appendFile(path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
      const file = await open(path, "r+");
      await file.sync();
      await file.close();
      await writeDurably(`${path}.head`, `${line.seq} ${line.hash}\n`);
      lines.push(line);
      return line;
    },
  };
}

/** A clock that went back does not turn the order of deeds round: a line is never older than the one before it. */
function later(now: Date, last: LedgerLine | undefined): Date {
  return last && new Date(last.at) > now ? new Date(last.at) : now;
}

function parseLine(text: string, index: number): LedgerLine {
  try {
    return Line.parse(JSON.parse(text));
  } catch {
    throw new LedgerDamage(`Line ${index + 1} of the ledger cannot be read. Restore the home from a backup.`);
  }
}

function checkChain(lines: readonly LedgerLine[]): void {
  let prev = genesis;
  for (const [index, { hash, ...body }] of lines.entries()) {
    if (body.seq !== index + 1 || body.prev !== prev || hash !== hashOf(JSON.stringify(body)))
      throw new LedgerDamage(
        `Line ${index + 1} of the ledger does not follow from the line before. Restore the home from a backup.`,
      );
    prev = hash;
  }
}

async function checkHead(path: string, lines: readonly LedgerLine[]): Promise<void> {
  const text = await readFile(path, "utf8").catch(absent);
  if (text === "") return;
  const [seq, hash] = text.trim().split(" ");
  if (lines[Number(seq) - 1]?.hash !== hash)
    throw new LedgerDamage(`The ledger ends before line ${seq}, which was written. Restore the home from a backup.`);
}

function absent(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "";
  throw error;
}
