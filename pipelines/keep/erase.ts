import { readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { fold } from "@trama/data/codelists";
import { openRaw } from "../extract/filed.ts";
import { writeRedacted } from "../extract/redacted.ts";
import { type Home, HomeTrouble } from "../home.ts";
import { openWorking } from "../load/working.ts";
import { pseudonyms } from "../map/pseudonym.ts";
import { withdrawnFolder } from "../publish/releases.ts";
import { writeDurably } from "../receive/durable.ts";
import { filings } from "../receive/filings.ts";
import { releaseHistory } from "../receive/history.ts";
import { hashOf } from "../receive/raw-store.ts";
import { shred } from "../receive/shred.ts";
import { type Erasee, mentions, redact } from "./mentions.ts";
import { rebuild } from "./rebuild.ts";
import { load } from "./replay.ts";

/** What an erasure did, and what it cannot reach. */
export interface Erased {
  /** Reports that named the collective and were replaced by redacted copies. */
  readonly reports: number;
  /** Kept releases whose restricted tables were made again without it. */
  readonly releases: readonly number[];
  /** Releases, kept or not, whose public figures were counted with it. */
  readonly public_figures: readonly number[];
  /** Backups made before, which still hold it. */
  readonly backups: readonly { readonly place: string; readonly at: string }[];
  readonly differences: readonly string[];
}

interface Replaced {
  readonly from: string;
  readonly bytes: Buffer | null;
  readonly name: string;
  readonly role: "redacted" | "words";
}

/**
 * Erases a collective, named by its office's code and country or by its pseudonym: reports that name it are replaced by
 * redacted copies, their data keys are destroyed, and the working store and the restricted tables of every kept release
 * are made again. Public figures stay as published; they and older backups are named for a person to judge.
 */
export async function erase(home: Home, collective: string, country: string | null): Promise<Erased> {
  const erasee = eraseeOf(home, collective, country);
  const replaced = await findReplaced(home, erasee);
  if (replaced.length === 0)
    throw new HomeTrouble(
      `No report of this home names that collective. Check the code as the office spells it and its country (--country), or give its pseudonym.`,
    );
  const lines = home.ledger.lines();
  const first = Math.min(...lines.flatMap(({ deed, seq }) => (names(deed, replaced) ? [seq] : [])));
  const files: { from: string; to: string | null }[] = [];
  for (const { from, bytes, name, role } of replaced) {
    const to = bytes && hashOf(bytes);
    if (bytes && to) await home.raw.put(to, bytes, name, role);
    files.push({ from, to });
  }
  const before = [...lines];
  await home.ledger.append({ kind: "erased", files });
  const { releases, differences } = await rebuild(home, { redact: true });
  await redactDecisions(join(home.folder, "decisions"), erasee);
  for (const { release, state } of releaseHistory(before).releases)
    if (state === "withdrawn") await shred(join(withdrawnFolder(home.releases, release), "restricted.duckdb"));
  return {
    reports: replaced.filter(({ role }) => role === "redacted").length,
    releases,
    public_figures: before.flatMap(({ deed, seq }) => (deed.kind === "published" && seq > first ? [deed.release] : [])),
    backups: before.flatMap(({ deed, at }) =>
      deed.kind === "backed-up" || deed.kind === "restored" ? [{ place: deed.place, at }] : [],
    ),
    differences,
  };
}

function eraseeOf(home: Home, collective: string, country: string | null): Erasee {
  if (/^c-[0-9a-f]{16}$/.test(collective)) return { pseudonym: collective, country, spellings: new Set() };
  if (country === null)
    throw new HomeTrouble("Name the country of the collective as well (--country GTM): codes are an office's own.");
  const pseudonym = pseudonyms(home.keys.pseudonym)("collective", country, collective);
  return { pseudonym, country, spellings: new Set([fold(collective)]) };
}

/** Every raw file that names the collective, and what takes its place; null where nothing loadable would be left. */
async function findReplaced(home: Home, erasee: Erasee): Promise<Replaced[]> {
  const pseudonym = pseudonyms(home.keys.pseudonym);
  const hashes = await home.raw.list();
  const replaced: Replaced[] = [];
  const scratch = await openWorking(":memory:");
  const connection = await scratch.connect();
  try {
    // Twice: the first look finds every spelling of the code, the second every word that names it so.
    for (const look of ["spellings", "words"] as const)
      for (const sha256 of hashes) {
        if ((await home.raw.roleOf(sha256)) === "words") continue;
        const filed = await openRaw(home, sha256);
        const name = await home.raw.nameOf(sha256);
        const { found, sheets } = await redact(name, filed, erasee, pseudonym);
        if (look === "spellings" || !(found || mentions(name, erasee))) continue;
        const bytes = writeRedacted(filed.format, sheets);
        const kept = mentions(name, erasee) ? `report${/\.[^.]*$/.exec(name)?.[0] ?? ""}` : name;
        const filing = filings(home.ledger.lines()).find(({ raw }) => raw === sha256);
        const left = filing && typeof (await load(home, connection, filing, { name: kept, bytes })) !== "string";
        replaced.push({ from: sha256, bytes: left ? bytes : null, name: kept, role: "redacted" });
      }
  } finally {
    connection.closeSync();
    scratch.close();
  }
  for (const sha256 of hashes) {
    if ((await home.raw.roleOf(sha256)) !== "words") continue;
    const text = (await home.raw.get(sha256)).toString("utf8");
    if (mentions(text, erasee))
      replaced.push({ from: sha256, bytes: Buffer.from(wordsWithout(text, erasee)), name: "words", role: "words" });
  }
  return replaced;
}

/** Decisions that do not name the collective; a reason that names it is left out whole. */
function wordsWithout(text: string, erasee: Erasee): string {
  try {
    const decisions = JSON.parse(text) as unknown[];
    return JSON.stringify(decisions.filter((decision) => !mentions(JSON.stringify(decision), erasee)));
  } catch {
    return "(erased)";
  }
}

async function redactDecisions(folder: string, erasee: Erasee): Promise<void> {
  for (const name of (await readdir(folder).catch(() => [] as string[])).filter((file) => file.endsWith(".json"))) {
    const path = join(folder, name);
    const text = await readFile(path, "utf8");
    if (!mentions(text, erasee)) continue;
    const left = JSON.parse(wordsWithout(text, erasee));
    await writeDurably(`${path}.new`, `${JSON.stringify(left, null, 2)}\n`);
    await shred(path);
    await rename(`${path}.new`, path);
  }
}

function names(deed: { kind: string; sha256?: string | undefined }, replaced: readonly Replaced[]): boolean {
  return deed.kind === "received" && replaced.some(({ from }) => from === deed.sha256);
}
