import type { RowCounts } from "../step.ts";
import type { LedgerLine } from "./ledger.ts";

/** A file that was loaded, as the ledger tells of it: all that is needed to load it again to the same rows. */
export interface Filing {
  /** The hash of the bytes received; names the report for ever. */
  readonly sha256: string;
  /** Where its bytes are now: another hash after an erasure, null where nothing was left. */
  readonly raw: string | null;
  readonly source: string;
  readonly acceptRevision: boolean;
  /** Its decisions as a file of the raw store, where any bore on it. */
  readonly decisions: string | null;
  /** The ledger's line that received it, and when. */
  readonly sequence: number;
  readonly at: string;
  /** The line of the last publication before it; 0 before the first. */
  readonly published: number;
  readonly counts: RowCounts;
}

/** What happened to the working store, in order. */
export type Loading =
  | { readonly kind: "loaded"; readonly filing: Filing }
  | {
      readonly kind: "reviewed";
      readonly held: string;
      readonly decision: "released" | "refused" | "cleared";
      readonly reason: string | null;
      readonly sha256: string;
      readonly at: string;
    };

/** Where the bytes of a hash are now, after every erasure; null where nothing was left of them. */
export function whereIs(lines: readonly LedgerLine[], sha256: string): string | null {
  let now: string | null = sha256;
  for (const { deed } of lines)
    if (deed.kind === "erased") {
      const moved = deed.files.find(({ from }) => from === now);
      if (moved) now = moved.to;
    }
  return now;
}

/** The deeds that made the working store what it is. */
export function loadings(lines: readonly LedgerLine[]): Loading[] {
  const moved = movesOf(lines);
  const counts = new Map<string, RowCounts>();
  for (const { deed } of lines)
    if (deed.kind === "rebuilt") for (const [sha256, found] of Object.entries(deed.counts)) counts.set(sha256, found);

  const found: Loading[] = [];
  const received = new Map<string, { line: LedgerLine; published: number }>();
  let published = 0;
  for (const line of lines) {
    const { deed, seq, at } = line;
    if (deed.kind === "published") published = seq;
    if (deed.kind === "received") received.set(deed.sha256, { line, published });
    if (deed.kind === "reviewed") {
      const { held, decision, sha256 } = deed;
      found.push({ kind: "reviewed", held, decision, sha256, at, reason: deed.reason && moved(deed.reason) });
    }
    if (deed.kind !== "loaded") continue;
    const arrival = received.get(deed.sha256);
    if (arrival?.line.deed.kind !== "received") continue;
    const { source, acceptRevision, decisions } = arrival.line.deed;
    const raw = moved(deed.sha256);
    if (raw === null) continue;
    found.push({
      kind: "loaded",
      filing: {
        sha256: deed.sha256,
        raw,
        source,
        acceptRevision,
        decisions: decisions && moved(decisions),
        sequence: arrival.line.seq,
        at: arrival.line.at,
        published: arrival.published,
        counts: counts.get(deed.sha256) ?? deed.counts,
      },
    });
  }
  return found;
}

/** The files that were loaded, in the order of loading. */
export function filings(lines: readonly LedgerLine[]): Filing[] {
  return loadings(lines).flatMap((loading) => (loading.kind === "loaded" ? [loading.filing] : []));
}

/** Every hash that the raw store is to hold now, and every hash that must not be there any more. */
export function rawHashes(lines: readonly LedgerLine[]): { due: Set<string>; allowed: Set<string>; gone: Set<string> } {
  const moved = movesOf(lines);
  const due = new Set<string>();
  const allowed = new Set<string>();
  const gone = new Set<string>();
  for (const { deed } of lines) {
    if (deed.kind === "received") for (const hash of [deed.sha256, deed.decisions]) allow(hash);
    if (deed.kind === "reviewed") allow(deed.reason);
    if (deed.kind === "erased") for (const { from } of deed.files) gone.add(from);
  }
  for (const loading of loadings(lines)) {
    const hashes = loading.kind === "loaded" ? [loading.filing.raw, loading.filing.decisions] : [loading.reason];
    for (const hash of hashes) if (hash) due.add(hash);
  }
  return { due, allowed, gone };

  function allow(hash: string | null): void {
    const now = hash === null ? null : moved(hash);
    if (now !== null) allowed.add(now);
  }
}

function movesOf(lines: readonly LedgerLine[]): (sha256: string) => string | null {
  const to = new Map<string, string | null>();
  for (const { deed } of lines) if (deed.kind === "erased") for (const file of deed.files) to.set(file.from, file.to);
  return (sha256) => {
    let now: string | null = sha256;
    while (now !== null && to.has(now)) now = to.get(now) as string | null;
    return now;
  };
}
