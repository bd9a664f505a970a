import type { Home } from "../home.ts";
import { releaseHistory } from "../receive/history.ts";
import { NothingToPublish } from "./build.ts";
import { moveAway, switchCurrent } from "./releases.ts";

/** Points readers back to an earlier release that is still kept. */
export async function rollback(home: Home, release: number): Promise<void> {
  requireKept(home, release);
  await home.ledger.append({ kind: "switched", release });
  await switchCurrent(home.releases, release);
}

/**
 * Takes an unsafe release out of reach. Where it was the current one, readers get the newest that is kept, or are told
 * that it was withdrawn. Gives the release they are shown now; null where there is none.
 */
export async function withdraw(home: Home, release: number): Promise<number | null> {
  requireKept(home, release);
  await home.ledger.append({ kind: "withdrawn", release });
  return settleReach(home);
}

/** Makes the releases folder what the ledger says of withdrawn releases and of `current`. */
export async function settleReach(home: Home): Promise<number | null> {
  const { releases, current } = releaseHistory(home.ledger.lines());
  if (current) await switchCurrent(home.releases, current.release, current.state === "withdrawn");
  for (const { release, state } of releases) if (state === "withdrawn") await moveAway(home.releases, release);
  return current?.state === "shown" ? current.release : null;
}

function requireKept(home: Home, release: number): void {
  const found = releaseHistory(home.ledger.lines()).releases.find((known) => known.release === release);
  if (found?.state !== "kept")
    throw new NothingToPublish(
      found
        ? `Release ${release} is ${found.state === "pruned" ? "no longer kept" : "withdrawn"}. See trama releases.`
        : `There is no release ${release}. See trama releases.`,
    );
}
