import { all, inAllThreads, openWriter } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("a writer opened with one thread", () => {
  let store: Awaited<ReturnType<typeof openWriter>>;
  let connection: Awaited<ReturnType<typeof store.connect>>;
  beforeAll(async () => {
    store = await openWriter(":memory:", { threads: 1 });
    connection = await store.connect();
  });
  afterAll(() => {
    connection.closeSync();
    store.close();
  });
  const threads = async () => Number((await all(connection, "SELECT current_setting('threads') AS n"))[0]?.n);

  it("has as many as any other for work that asks for them, and one again after it", async () => {
    expect(await threads()).toBe(1);
    expect(await inAllThreads(connection, threads)).toBe(2);
    expect(await threads()).toBe(1);
  });

  it("tells what went wrong in such work, inside a transaction that failed of it too", async () => {
    await connection.run("BEGIN TRANSACTION");
    const work = inAllThreads(connection, () => connection.run("SELECT no_such_column FROM range(3)"));
    await expect(work).rejects.toThrow(/no_such_column/);
    await connection.run("ROLLBACK");
    expect(await inAllThreads(connection, threads)).toBe(2);
  });
});
