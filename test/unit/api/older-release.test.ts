import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createStatements, tables } from "@trama/data/schema";
import { openWriter } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Requested } from "../../accounts.ts";
import { emptyFolder } from "../../home.ts";
import { signInto } from "../../sign-in.ts";

let api: Awaited<ReturnType<typeof signInto>>;
let manager: Requested;

/** A release as it was made before actions, ties, pressure and what else came later. */
beforeAll(async () => {
  const home = await emptyFolder("older");
  const folder = join(home, "releases", "1");
  await mkdir(folder, { recursive: true });
  const files: Record<string, { sha256: string; bytes: number }> = {};
  const kept = {
    "public.duckdb": [tables.cell, tables.country, tables.dimension_member],
    "restricted.duckdb": [tables.cell, tables.year_score, tables.country],
  };
  for (const [name, each] of Object.entries(kept)) {
    const store = await openWriter(join(folder, name));
    const connection = await store.connect();
    for (const table of each) for (const statement of createStatements(table)) await connection.run(statement);
    await connection.run("CHECKPOINT");
    connection.closeSync();
    store.close();
    const bytes = await readFile(join(folder, name));
    files[name] = { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length };
  }
  const moment = "2025-01-01T00:00:00.000Z";
  const manifest = {
    ...{ release: 1, made_at: moment, as_of: moment, note: null, framework_version: "0.1.0", synthetic: true },
    ...{ ledger_head: "0", files, tables: {} },
  };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(home, "releases", "current"), "1\n");
  api = await signInto(home);
  manager = await api.as("manager", { countries: ["GTM"] });
});
afterAll(() => api.close());

describe("a question that is younger than the release", () => {
  it("is told so with the remedy, and what the release does hold is answered", async () => {
    for (const path of ["/v1/actions", "/v1/ties", "/v1/pressure", "/v1/reach"]) {
      const response = await manager(path);
      expect([path, response.status]).toEqual([path, 503]);
      const { code, detail } = (await response.json()) as { code: string; detail: string };
      expect(code).toBe("release.older");
      expect(detail).toContain("trama publish");
    }
    for (const path of ["/v1/cells", "/v1/traits", "/v1/outcomes", "/v1/countries", "/v1/change?from=2023&to=2024"])
      expect([path, (await api.nobody(path)).status]).toEqual([path, 200]);
  });

  it("stands in the log with the table that is not there", async () => {
    await manager("/v1/pressure");
    expect(api.faults.at(-1)).toContain("pressure");
  });
});
