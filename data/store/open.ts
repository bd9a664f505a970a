import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { literal } from "../schema/ddl.ts";
import { one } from "./query.ts";

const offline = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  allow_community_extensions: "false",
};

/** Moments read the same on every machine, and so do the hashes made of them. */
const inUtc = "SET GLOBAL TimeZone = 'UTC'";

/**
 * Groups of country, year and score are counted at a place of their own instead of being looked up by a hash. DuckDB does so where
 * twelve bits tell all groups that there could be, unless told; these take thirteen to fifteen.
 */
const countedByPlace = "SET GLOBAL perfect_ht_threshold = 16";

export interface WriterLimits {
  readonly memory?: string;
  readonly threads?: number;
  /** Whether rows keep the order in which they were put in; without it large tables are copied in less memory. */
  readonly ordered?: boolean;
  /**
   * Rows of which a new file notes the least and greatest value of each column together, a multiple of 2,048; 122,880 if left
   * out. A reader of few rows passes over the groups that hold none of them: fewer rows a group, fewer rows read.
   */
  readonly rowGroup?: number;
}

/** Memory of a writer that is given no other limit. */
const writerMemory = "2GB";
/** What is left of it for a moment, so that DuckDB lets go of all it can. */
const leastMemory = "32MB";
/** Threads that work on a statement, unless told. */
const standardThreads = 2;

/** A DuckDB file opened by this process: hand out connections, then close. */
export interface Store {
  readonly path: string;
  /** Whether what it holds may change while it is open. */
  readonly writable: boolean;
  connect(): Promise<DuckDBConnection>;
  close(): void;
}

/**
 * Opens a file for writing; creates it where absent. One process may write a file, and nobody may read it meanwhile:
 * DuckDB refuses a second process.
 */
export async function openWriter(path: string, limits: WriterLimits = {}): Promise<Store> {
  const { rowGroup } = limits;
  const instance = await DuckDBInstance.create(rowGroup === undefined ? path : ":memory:", {
    ...offline,
    memory_limit: limits.memory ?? writerMemory,
    threads: String(limits.threads ?? standardThreads),
    preserve_insertion_order: String(limits.ordered ?? true),
    ...(rowGroup === undefined ? {} : { temp_directory: `${path}.tmp` }),
  });
  const connection = await instance.connect();
  await connection.run(inUtc);
  // The size of a group can be said of an attached file only.
  if (rowGroup !== undefined)
    await connection.run(`ATTACH ${literal(path)} AS written (ROW_GROUP_SIZE ${Math.trunc(rowGroup)})`);
  connection.closeSync();
  if (rowGroup === undefined) return asStore(path, instance, true);
  const connect = async () => {
    const made = await instance.connect();
    await made.run("USE written");
    return made;
  };
  return { path, writable: true, connect, close: () => instance.closeSync() };
}

/**
 * Has a writer that was given no limit of memory let go of what it keeps although it stands in the file: the rows that a large
 * load has written are not read again before it ends. May be called inside a transaction, between two statements.
 */
export async function letGo(connection: DuckDBConnection): Promise<void> {
  await connection.run(`SET memory_limit = '${leastMemory}'`).catch((error: unknown) => {
    // More than that is in use: what could be let go of is gone all the same.
    if (!/memory_limit/.test(String(error))) throw error;
  });
  await connection.run(`SET memory_limit = '${writerMemory}'`);
}

/** Does work for which a writer opened with fewer threads has as many as any other. May be called inside a transaction. */
export async function inAllThreads<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  const { before } = await one<{ before: number }>(connection, "SELECT current_setting('threads') AS before");
  await connection.run(`SET threads = ${standardThreads}`);
  try {
    return await work();
  } finally {
    // A transaction that failed takes no statement any more: it is rolled back in as many threads.
    await connection.run(`SET threads = ${before}`).catch(() => {});
  }
}

/**
 * Opens a file to be read by the serving side: read-only, without access to any other file, extension, secret or
 * setting. An injected statement finds nothing but this file's tables.
 */
export async function openReader(path: string, limits: { memory?: string; threads?: number } = {}): Promise<Store> {
  const instance = await DuckDBInstance.create(path, {
    ...offline,
    access_mode: "READ_ONLY",
    memory_limit: limits.memory ?? "1GB",
    max_temp_directory_size: "0MB",
    threads: String(limits.threads ?? standardThreads),
  });
  const connection = await instance.connect();
  for (const lock of [
    inUtc,
    countedByPlace,
    "SET allow_persistent_secrets=false",
    "SET enable_external_access=false",
    "SET disabled_filesystems='LocalFileSystem'",
    "SET lock_configuration=true",
  ])
    await connection.run(lock);
  connection.closeSync();
  return asStore(path, instance, false);
}

function asStore(path: string, instance: DuckDBInstance, writable: boolean): Store {
  return { path, writable, connect: () => instance.connect(), close: () => instance.closeSync() };
}
