import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { literal } from "@trama/data/schema";
import { all, openReader, openWriter, type Store } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyFolder } from "../../../home.ts";

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = await emptyFolder("locked");
  const path = join(folder, "public.duckdb");
  const writer = await openWriter(path);
  const connection = await writer.connect();
  await connection.run("CREATE TABLE cell (n INTEGER); INSERT INTO cell VALUES (1); CHECKPOINT");
  connection.closeSync();
  writer.close();
  const other = await openWriter(join(folder, "restricted.duckdb"));
  other.close();
  await writeFile(join(folder, "secret.csv"), "name\nsomebody\n");
  store = await openReader(path);
});
afterAll(() => store.close());

const probes: readonly (readonly [what: string, statement: (folder: string) => string])[] = [
  ["read a file as CSV", (at) => `SELECT * FROM read_csv(${literal(join(at, "secret.csv"))})`],
  ["read a file by its bare name", (at) => `SELECT * FROM ${literal(join(at, "secret.csv"))}`],
  ["read a file as text", () => "SELECT * FROM read_text('/etc/passwd')"],
  ["read the environment of the process", () => "SELECT * FROM read_blob('/proc/self/environ')"],
  ["read JSON and Parquet files", () => "SELECT * FROM read_json('/tmp/x.json'), read_parquet('/tmp/x.parquet')"],
  ["list the files of a folder", () => "SELECT * FROM glob('/etc/*')"],
  ["fetch from a network", () => "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')"],
  ["open the restricted file", (at) => `ATTACH ${literal(join(at, "restricted.duckdb"))} AS restricted (READ_ONLY)`],
  ["open a database in memory to write to", () => "ATTACH ':memory:' AS scratch"],
  ["write a file", (at) => `COPY cell TO ${literal(join(at, "out.csv"))}`],
  ["export everything", (at) => `EXPORT DATABASE ${literal(join(at, "out"))}`],
  ["import", (at) => `IMPORT DATABASE ${literal(at)}`],
  ["install an extension", () => "INSTALL httpfs"],
  ["load an extension", () => "LOAD httpfs"],
  ["keep a secret", () => "CREATE PERSISTENT SECRET s (TYPE S3)"],
  ["lift a lock", () => "SET enable_external_access=true"],
  ["unlock the configuration", () => "SET lock_configuration=false"],
  ["use more memory", () => "SET memory_limit='100GB'"],
  ["reset a setting", () => "RESET enable_external_access"],
  ["change a row", () => "UPDATE cell SET n = 2"],
  ["add a row", () => "INSERT INTO cell VALUES (2)"],
  ["take a table away", () => "DROP TABLE cell"],
  ["make a table", () => "CREATE TABLE mine (n INTEGER)"],
  ["make a macro that stays", () => "CREATE MACRO f(x) AS x"],
  ["write to disk while sorting more than memory holds", () => "PRAGMA temp_directory='/tmp'"],
  ["profile into a file", () => "PRAGMA profiling_output='/tmp/trama-profile.json'"],
];

describe("the locked reader of a release", () => {
  it.each(probes)("refuses to %s", async (_, statement) => {
    const connection = await store.connect();
    await expect(connection.run(statement(folder))).rejects.toThrow();
    connection.closeSync();
  });

  it("prepares one statement only", async () => {
    const connection = await store.connect();
    await expect(connection.prepare("SELECT n FROM cell; SELECT 2")).rejects.toThrow(/multiple statements/i);
    connection.closeSync();
  });

  it("answers what it is there for, and is as it was after all that", async () => {
    const connection = await store.connect();
    expect(await all(connection, "SELECT n FROM cell")).toEqual([{ n: 1 }]);
    connection.closeSync();
  });

  it("gives up a query that would take more memory than it has", async () => {
    const small = await openReader(store.path, { memory: "64MB" });
    const connection = await small.connect();
    await expect(
      connection.run("SELECT list(hash(a.range, b.range)) FROM range(10000) a, range(10000) b"),
    ).rejects.toThrow(/memory|file system/i);
    connection.closeSync();
    small.close();
  }, 60_000);

  it("lets a query be interrupted", async () => {
    const connection = await store.connect();
    const endless = connection.run(
      "SELECT count(*) FROM range(1000000000) a, range(1000000000) b WHERE a.range * b.range = 7",
    );
    setTimeout(() => connection.interrupt(), 200);
    await expect(endless).rejects.toThrow(/interrupt/i);
    connection.closeSync();
  }, 60_000);
});
