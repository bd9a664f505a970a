import { access } from "node:fs/promises";
import { join } from "node:path";
import { literal, type Manifest, tables, tablesOf } from "@trama/data/schema";
import { type DuckDBConnection, openWriter } from "@trama/data/store";
import { attachAsOf, deriveRows, detachAsOf } from "../derive/index.ts";
import { createTables } from "../load/create-tables.ts";
import { readUnits, type Unit } from "../protect/units.ts";
import { type PublishedRelease, releaseHistory } from "../receive/history.ts";
import type { LedgerLine } from "../receive/ledger.ts";

/** A release that readers have when another is made: the new one must not be subtracted from it. */
export interface LinkedRelease {
  readonly release: number;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What a release is linked with. */
export interface Links {
  /** Oldest first. */
  readonly releases: readonly LinkedRelease[];
  /** Every collective as it was believed when a release was made, kept or not. */
  truth(release: number): Promise<Unit[]>;
}

/** Releases that were kept when the one of that number was about to be published, as the ledger tells. */
export function keptBefore(lines: readonly LedgerLine[], release: number): PublishedRelease[] {
  const at = lines.findIndex(({ deed }) => deed.kind === "published" && deed.release === release);
  const { releases } = releaseHistory(at < 0 ? lines : lines.slice(0, at));
  return releases.filter(({ state }) => state === "kept");
}

/** Links with releases whose files lie in the folders given; what is in no file is derived again from the working store. */
export function linksOf(
  store: string,
  releases: readonly LinkedRelease[],
  history: readonly Pick<PublishedRelease, "release" | "as_of">[],
): Links {
  return {
    releases,
    async truth(release) {
      const path = join(releases.find((one) => one.release === release)?.folder ?? "", "restricted.duckdb");
      if (releases.some((one) => one.release === release) && (await exists(path)))
        return inMemory(async (connection) => {
          await connection.run(`ATTACH ${literal(path)} AS earlier (READ_ONLY)`);
          return readUnits(connection, "earlier.");
        });
      const known = history.find((one) => one.release === release);
      if (!known) throw new Error(`A figure says that it is of release ${release}, of which the ledger does not tell.`);
      return inMemory(async (connection) => {
        await createTables(connection, tablesOf(Object.values(tables), "restricted"), "restricted");
        await attachAsOf(connection, store, known.as_of);
        await deriveRows(connection);
        await detachAsOf(connection);
        return readUnits(connection, "");
      });
    },
  };
}

async function inMemory<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const store = await openWriter(":memory:");
  try {
    const connection = await store.connect();
    const made = await work(connection);
    connection.closeSync();
    return made;
  } finally {
    store.close();
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
