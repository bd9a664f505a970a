import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { openWriter } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readingProcess } from "../../../../api/restricted/process.ts";
import { hashFile } from "../../../../pipelines/receive/durable.ts";
import { emptyFolder } from "../../../home.ts";

const reading = readingProcess();
let released: { readonly file: string; readonly sha256: string };

beforeAll(async () => {
  const file = join(await emptyFolder("reading-process"), "restricted.duckdb");
  const store = await openWriter(file);
  const connection = await store.connect();
  await connection.run(
    "CREATE TABLE scored AS SELECT * FROM (VALUES ('GTM', 3), ('GTM', NULL), ('KEN', 0)) v(country, score)",
  );
  connection.closeSync();
  store.close();
  released = { file, sha256: (await hashFile(file)).sha256 };
});
afterAll(() => reading.end());

const ask = (sql: string, parameters: readonly unknown[] = []) => reading.ask({ ...released, sql, parameters });
const ofCountry = "SELECT country, score FROM scored WHERE country = $1 ORDER BY score";

describe("the process that reads restricted files", () => {
  it("answers each question of a turn for itself: one that fails, or finds nothing, takes no other with it", async () => {
    const [first, none, wrong, last] = await Promise.allSettled([
      ask(ofCountry, ["GTM"]),
      ask(ofCountry, ["COL"]),
      ask("SELECT nothing FROM nowhere"),
      ask("SELECT count(*) AS n, min(score) AS least FROM scored"),
    ]);
    expect(first).toMatchObject({
      value: [
        { country: "GTM", score: 3 },
        { country: "GTM", score: null },
      ],
    });
    expect(none).toMatchObject({ value: [] });
    expect(wrong).toMatchObject({ status: "rejected" });
    expect(last).toMatchObject({ value: [{ n: 3, least: 0 }] });
  });

  it("says what failed without the statement, in which a reach is written out", async () => {
    const failed = ask("SELECT nothing FROM scored WHERE country IN ('GTM')").catch(String);
    expect(await failed).toMatch(/column "nothing" not found/);
    expect(await failed).not.toMatch(/GTM|SELECT|LINE/);
  });

  it("fails for whoever asked what cannot be sent, and goes on", async () => {
    await expect(ask(ofCountry, [() => "KEN"])).rejects.toThrow("could not be cloned");
    expect(await ask(ofCountry, ["KEN"])).toEqual([{ country: "KEN", score: 0 }]);
  });

  it("does not open a file that is not as it was published", async () => {
    const file = `${released.file}.other`;
    await copyFile(released.file, file);
    const asked = reading.ask({ file, sha256: "0".repeat(64), sql: ofCountry, parameters: ["GTM"] });
    await expect(asked).rejects.toMatchObject({ details: { code: "release.damaged" } });
  });
});
