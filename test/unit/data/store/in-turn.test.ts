import { inTurn, openWriter, resultColumns, type StatementRunner } from "@trama/data/store";
import { expect, it } from "vitest";

/** A runner that says how many statements it works on at once, at most. */
function watched(connection: StatementRunner): { runner: StatementRunner; most: () => number } {
  let [now, most] = [0, 0];
  const run: StatementRunner["run"] = async (...asked) => {
    now += 1;
    most = Math.max(most, now);
    try {
      return await connection.run(...asked);
    } finally {
      now -= 1;
    }
  };
  return { runner: { run }, most: () => most };
}

it("asks one statement after another, in the order in which they were asked for, and goes on after one that fails", async () => {
  const store = await openWriter(":memory:");
  const connection = await store.connect();
  const { runner, most } = watched(connection);
  const asked = inTurn(runner);
  const made = asked.run("CREATE TABLE told (number INTEGER)");
  const failed = asked.run("SELECT * FROM nothing").then(
    () => "answered",
    () => "failed",
  );
  const told = [1, 2, 3].map((number) => asked.run(`INSERT INTO told VALUES (${number})`));
  const found = resultColumns(asked, "SELECT number FROM told");
  await Promise.all([made, ...told]);
  expect(await failed).toBe("failed");
  expect([...(await found).numbers("number")]).toEqual([1, 2, 3]);
  expect(most()).toBe(1);
  connection.closeSync();
  store.close();
});
