import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { Deed, type NewDeed } from "./deed.ts";
import { syncFolder, writeDurably } from "./durable.ts";
import { hashOf } from "./raw-store.ts";

export type { Deed } from "./deed.ts";

const Line = z.object({ seq: z.number().int(), at: z.iso.datetime(), deed: Deed, prev: z.string(), hash: z.string() });
export type LedgerLine = z.infer<typeof Line>;

const genesis = "0".repeat(64);

/** The append-only, hash-chained record of every deed. */
export interface Ledger {
  lines(): readonly LedgerLine[];
  head(): string;
  append(deed: NewDeed): Promise<LedgerLine>;
}

export class LedgerDamage extends Error {}

const remedy = "Restore the home from a backup (trama restore); nothing may be filed or published until then.";

/**
 * Opens the ledger and checks its chain. A last line that was being written when the machine stopped was never
 * acknowledged and is written over; any other difference, and a ledger shorter than its own head file says, is damage.
 */
export async function openLedger(path: string, now: () => Date): Promise<Ledger> {
  await mkdir(dirname(path), { recursive: true });
  const bytes = await readFile(path).catch(absent);
  let size = bytes.lastIndexOf("\n") + 1;
  const lines = readLines(bytes.toString("utf8", 0, size));
  await checkHead(`${path}.head`, lines);

  return {
    lines: () => lines,
    head: () => lines.at(-1)?.hash ?? genesis,
    async append(deed) {
      const last = lines.at(-1);
      const body = { seq: lines.length + 1, at: after(now(), last).toISOString(), deed, prev: last?.hash ?? genesis };
      const line = { ...body, hash: hashOf(JSON.stringify(body)) };
      const text = Buffer.from(`${JSON.stringify(line)}\n`);
      await writeAt(path, size, text);
      const written = Line.parse(line);
      lines.push(written);
      size += text.length;
      await writeDurably(`${path}.head`, `${line.seq} ${line.hash}\n`);
      return written;
    },
  };
}

/** Writes at the end of what is whole and cuts off anything behind it; a write that fails leaves what was there. */
async function writeAt(path: string, size: number, text: Buffer): Promise<void> {
  const file = await open(path, "r+").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return open(path, "wx", 0o600);
    throw error;
  });
  try {
    await file.truncate(size);
    for (let done = 0; done < text.length; ) {
      const { bytesWritten } = await file.write(text, done, text.length - done, size + done);
      done += bytesWritten;
    }
    await file.sync();
  } catch (error) {
    await file.truncate(size).catch(() => {});
    throw error;
  } finally {
    await file.close();
  }
  if (size === 0) await syncFolder(dirname(path));
}

/**
 * A clock that went back does not turn the order of deeds round, and no two deeds share a moment: so a moment names a
 * place in the ledger.
 */
function after(now: Date, last: LedgerLine | undefined): Date {
  return last && Date.parse(last.at) >= now.getTime() ? new Date(Date.parse(last.at) + 1) : now;
}

function readLines(text: string): LedgerLine[] {
  let prev = genesis;
  return text
    .split("\n")
    .slice(0, -1)
    .map((line, index) => {
      const { hash, ...body } = parsed(line, index);
      if (body.seq !== index + 1 || body.prev !== prev || hash !== hashOf(JSON.stringify(body)))
        throw new LedgerDamage(
          `Line ${index + 1} of ledger.jsonl does not follow from the line before: it was changed after it was written. ${remedy}`,
        );
      prev = hash;
      const known = Line.safeParse({ ...body, hash });
      if (!known.success)
        throw new LedgerDamage(
          `Line ${index + 1} of ledger.jsonl tells of a deed that this version does not know. Use the version of Trama that wrote it, or a later one.`,
        );
      return known.data;
    });
}

function parsed(line: string, index: number): { hash: string; seq: number; prev: string } {
  try {
    return JSON.parse(line);
  } catch {
    throw new LedgerDamage(`Line ${index + 1} of ledger.jsonl cannot be read. ${remedy}`);
  }
}

async function checkHead(path: string, lines: readonly LedgerLine[]): Promise<void> {
  const text = (await readFile(path).catch(absent)).toString("utf8");
  if (text === "") {
    if (lines.length > 1)
      throw new LedgerDamage(`ledger.jsonl.head, which says how long the ledger is, is gone. ${remedy}`);
    return;
  }
  const [, seq, hash] = /^(\d+) ([0-9a-f]{64})\n$/.exec(text) ?? [];
  if (seq === undefined) throw new LedgerDamage(`ledger.jsonl.head was altered and cannot be read. ${remedy}`);
  if (lines.length < Number(seq))
    throw new LedgerDamage(`ledger.jsonl ends with line ${lines.length}, but line ${seq} was written. ${remedy}`);
  if (lines[Number(seq) - 1]?.hash !== hash)
    throw new LedgerDamage(`ledger.jsonl.head and line ${seq} of ledger.jsonl differ. ${remedy}`);
}

function absent(error: NodeJS.ErrnoException): Buffer {
  if (error.code === "ENOENT") return Buffer.alloc(0);
  throw error;
}
