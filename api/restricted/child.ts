import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { openReader, PooledDriver, type Store } from "@trama/data/store";
import { stampOf } from "../file-stamp.ts";
import type { Question, Reply } from "./protocol.ts";

/**
 * The process that opens restricted files: it is given compiled, scoped questions and nothing else, neither keys nor
 * requests. A file is opened read-only and locked, after its hash is compared, and anew when it was replaced.
 */
interface Opened {
  readonly stamp: string;
  readonly store: Store;
  readonly pool: PooledDriver;
  users: number;
  retired: boolean;
}

class Damaged extends Error {}

/** Files kept open: the current release's and the one before, whose requests are still under way. */
const keptOpen = 4;
const open = new Map<string, Promise<Opened>>();

process.on("message", (questions: readonly Question[]) => {
  for (const question of questions)
    answer(question).then(
      (reply) => process.send?.(reply),
      (error: unknown) =>
        process.send?.(
          error instanceof Damaged
            ? { id: question.id, kind: "damaged" }
            : { id: question.id, kind: "failed", message: withoutStatement(error) },
        ),
    );
});
process.on("disconnect", () => process.exit(0));

/** What DuckDB says of an error, without the line of the statement that it quotes: a reach is written out there, and faults are logged. */
function withoutStatement(error: unknown): string {
  return String(error).replace(/\s*\bLINE \d+:[\s\S]*$/, "");
}

async function answer({ id, file, sha256, sql, parameters }: Question): Promise<Reply> {
  const opened = await opening(file, sha256);
  opened.users += 1;
  try {
    return { id, kind: "values", values: await opened.pool.values({ sql, parameters }) };
  } finally {
    opened.users -= 1;
    if (opened.retired) await shutUnused(opened);
  }
}

async function opening(file: string, sha256: string): Promise<Opened> {
  const stamp = stampOf(file);
  if (stamp === undefined) throw new Damaged();
  const before = open.get(file);
  const known = await before?.catch(() => undefined);
  if (known?.stamp === stamp) return known;
  // Another question may have opened it anew meanwhile.
  const now = open.get(file);
  if (now && now !== before) return now;
  const opened = openFile(file, sha256, stamp);
  open.set(file, opened);
  opened.catch(() => {
    if (open.get(file) === opened) open.delete(file);
  });
  if (known) await retire(known);
  for (const [old, held] of open) {
    if (open.size <= keptOpen) break;
    open.delete(old);
    held.then(retire, () => {});
  }
  return opened;
}

async function openFile(file: string, sha256: string, stamp: string): Promise<Opened> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  if (hash.digest("hex") !== sha256) throw new Damaged();
  const store = await openReader(file);
  return { stamp, store, pool: new PooledDriver(store, 2), users: 0, retired: false };
}

async function retire(opened: Opened): Promise<void> {
  opened.retired = true;
  await shutUnused(opened);
}

async function shutUnused({ users, pool, store }: Opened): Promise<void> {
  if (users > 0) return;
  await pool.destroy();
  store.close();
}
