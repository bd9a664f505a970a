import type { ReleaseSeal } from "./deed.ts";
import type { LedgerLine } from "./ledger.ts";

/** A release as the ledger tells of it. */
export interface PublishedRelease extends ReleaseSeal {
  readonly made_at: string;
  readonly note: string | null;
  readonly as_of: string;
  readonly state: "kept" | "withdrawn" | "pruned";
}

/** Every release ever published, oldest first, and the one that readers are to be shown. */
export interface ReleaseHistory {
  readonly releases: readonly PublishedRelease[];
  /** The current one; `withdrawn` where the one that was current is out of reach and no other is kept. */
  readonly current: { readonly release: number; readonly state: "shown" | "withdrawn" } | null;
}

/** What the ledger says of releases: the truth by which the releases folder is judged and mended. */
export function releaseHistory(lines: readonly LedgerLine[]): ReleaseHistory {
  const releases = new Map<number, PublishedRelease>();
  const change = (release: number, more: Partial<PublishedRelease>) => {
    const known = releases.get(release);
    if (known) releases.set(release, { ...known, ...more });
  };
  let current: number | null = null;
  for (const { deed } of lines) {
    switch (deed.kind) {
      case "published": {
        const { release, manifest, tables, made_at, note, as_of } = deed;
        releases.set(release, { release, manifest, tables, made_at, note, as_of, state: "kept" });
        current = release;
        break;
      }
      case "switched":
        current = deed.release;
        break;
      case "withdrawn":
        change(deed.release, { state: "withdrawn" });
        if (current === deed.release) current = newestKept(releases) ?? deed.release;
        break;
      case "pruned":
        for (const release of deed.releases) change(release, { state: "pruned" });
        break;
      case "rebuilt":
        for (const { release, manifest, tables } of deed.releases) change(release, { manifest, tables });
        break;
    }
  }
  if (current === null) return { releases: [...releases.values()], current: null };
  const state = releases.get(current)?.state === "withdrawn" ? "withdrawn" : "shown";
  return { releases: [...releases.values()], current: { release: current, state } };
}

function newestKept(releases: ReadonlyMap<number, PublishedRelease>): number | undefined {
  return [...releases.values()].findLast(({ state }) => state === "kept")?.release;
}

/** The hash of the ledger's last line at a moment: what a release of that moment names as its ledger head. */
export function headAt(lines: readonly LedgerLine[], moment: string): string {
  return lines.findLast(({ at }) => at <= moment)?.hash ?? "0".repeat(64);
}
