import { join } from "node:path";
import type { Manifest } from "@trama/data/schema";
import type { Db } from "@trama/data/store";
import type { Manager } from "../policies/principal.ts";
import { type ScopedDb, scoped } from "../policies/scoped.ts";
import { problems } from "../problems.ts";
import type { OpenRelease, Releases } from "../release.ts";
import { remoteDatabase } from "./dialect.ts";
import { type ReadingLimits, readingProcess } from "./process.ts";

/** A release while a manager's question is answered: its public cells, and the rows in the manager's reach. */
export interface WithinReach {
  readonly release: OpenRelease;
  readonly rows: ScopedDb;
}

/** The restricted side of the releases, read by processes of their own. */
export interface Restricted {
  /** Does work on what lies in a manager's reach in the current release. */
  read<T>(manager: Manager, work: (reach: WithinReach) => Promise<T>): Promise<T>;
  /** Does work on the file of a donor's own cells in the current release; throws a problem where it has none. */
  readDonor<T>(donor: string, work: (release: OpenRelease, cells: Db) => Promise<T>): Promise<T>;
  close(): void;
}

/** Answers from a releases folder; managers' rows and donors' cells are read by different processes. */
export function openRestricted(folder: string, releases: Releases, limits?: ReadingLimits): Restricted {
  const rows = readingProcess(limits);
  const cells = readingProcess(limits);
  return {
    read: (manager, work) =>
      releases.read((release) => {
        const { sha256 } = fileOf(release.manifest, "restricted.duckdb");
        const file = join(folder, String(release.number), "restricted.duckdb");
        return work({ release, rows: scoped(manager, remoteDatabase(rows, file, sha256)) });
      }),
    readDonor: (donor, work) =>
      releases.read((release) => {
        const name = release.manifest.donors?.[donor];
        if (name === undefined) throw problems.noDonorCells();
        const { sha256 } = fileOf(release.manifest, name);
        return work(release, remoteDatabase(cells, join(folder, String(release.number), name), sha256));
      }),
    close() {
      rows.end();
      cells.end();
    },
  };
}

function fileOf(manifest: Manifest, name: string): { readonly sha256: string } {
  const file = manifest.files[name];
  if (!file) throw problems.damaged(`releases/${manifest.release}/${name}`);
  return file;
}
