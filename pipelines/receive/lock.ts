import { randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";

/** Another living process writes this home. */
export class HomeBusy extends Error {}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
  readonly doing: string;
  /** Tells this taking of the lock from every other. */
  readonly taking: string;
}

/**
 * Takes the home's one writing place and returns how to give it back. A lock whose process has died on this machine is
 * taken over; a living one is waited for up to `patience` milliseconds.
 */
export async function takeLock(path: string, doing: string, patience = 0): Promise<() => Promise<void>> {
  const until = Date.now() + patience;
  for (;;) {
    const holder = await tryLock(path, doing);
    if (!holder) return () => rm(path, { force: true });
    if (holder === "stale") continue;
    if (Date.now() >= until)
      throw new HomeBusy(
        `Process ${holder.pid} on ${holder.host} is writing this home (${holder.doing}). Wait until it ends, then try again.`,
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function tryLock(path: string, doing: string): Promise<Holder | "stale" | undefined> {
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    started: await startOf(process.pid),
    doing,
    taking: randomUUID(),
  };
  const draft = `${path}.${mine.taking}`;
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    await link(draft, path);
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const holder = await readHolder(path);
  if (holder === "gone") return "stale";
  if (holder && (await isAlive(holder))) return holder;
  await takeAway(path, holder, mine);
  return "stale";
}

/**
 * Removes the lock of a dead process. Two who find it at once must not remove each other's new lock: only who holds the
 * claim may, and only while the dead one's lock still lies there.
 */
async function takeAway(path: string, dead: Holder | undefined, mine: Holder): Promise<void> {
  const claim = `${path}.claim`;
  const draft = `${claim}.${mine.taking}`;
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    await link(draft, claim);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const other = await readHolder(claim);
    if (other !== "gone" && !(other && (await isAlive(other)))) await rm(claim, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    return;
  } finally {
    await rm(draft, { force: true });
  }
  try {
    const now = await readHolder(path);
    if (now !== "gone" && now?.taking === dead?.taking) await rm(path, { force: true });
  } finally {
    await rm(claim, { force: true });
  }
}

/** Undefined where the file cannot be read as a lock. */
async function readHolder(path: string): Promise<Holder | undefined | "gone"> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return "gone";
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

async function isAlive({ pid, host, started }: Holder): Promise<boolean> {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return (await startOf(pid)) === started;
}

/** When a process started, in the kernel's ticks where Linux tells; a process number alone may have been used again. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
