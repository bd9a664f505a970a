import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { all, openWriter } from "@trama/data/store";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutcomesAnswer, OwnOutcomesAnswer } from "../../api/contract/index.ts";
import { type Office, office } from "../office.ts";
import { signInto } from "../sign-in.ts";

const header = "project,country,period,outcome,what,direction,result,substantiated";

describe("a release made by an earlier version", () => {
  let team: Office;
  let api: Awaited<ReturnType<typeof signInto>>;
  let folder: string;

  /** Makes the release's file as that version left it: rewritten by these statements, under its new hash. */
  async function asBefore(file: string, ...statements: string[]) {
    const path = join(folder, file);
    const store = await openWriter(path);
    const connection = await store.connect();
    for (const statement of [...statements, "CHECKPOINT"]) await connection.run(statement);
    connection.closeSync();
    store.close();
    const bytes = await readFile(path);
    const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
    manifest.files[file] = { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length };
    await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  }
  const exported = async (what: string, out: string, ...more: string[]) => {
    const ran = await team.run("export", what, "--out", join(team.folder, out), ...more);
    expect([what, ran.code, ran.stderr]).toEqual([what, 0, expect.any(String)]);
    return join(team.folder, out);
  };

  beforeAll(async () => {
    team = await office("older");
    const scores = Array.from({ length: 12 }, (_, at) => `P1,GTM,2024,1,c${at},ST1,,3,2,`);
    await team.ingest(
      await team.report("scores.csv", scores),
      // A sheet of outcomes as it was filed before it asked for intent and for who confirmed a change.
      await team.report("outcomes.csv", ["P1,GTM,2024,O-1,they answer in writing,positive,ST1,yes"], header),
    );
    const { held } = JSON.parse((await team.run("review", "list", "--json")).stdout) as {
      held: { held: string; kind: string }[];
    };
    const statement = held.find(({ kind }) => kind === "statement");
    expect((await team.run("review", "clear", statement?.held as string)).code).toBe(0);
    expect((await team.run("publish")).code).toBe(0);
    folder = join(team.home, "releases", "1");
  });
  afterAll(async () => {
    await api?.close();
    await rm(team.folder, { recursive: true, force: true });
  });

  it("tells of its statements without what was not asked then, to everybody and to managers, and in the data package", async () => {
    await asBefore("public.duckdb", "ALTER TABLE outcome_statement DROP COLUMN intended");
    await asBefore(
      "restricted.duckdb",
      "ALTER TABLE outcome_statement DROP COLUMN intended",
      "ALTER TABLE outcome_statement DROP COLUMN substantiator",
    );
    api = await signInto(team.home);
    const { outcomes } = (await (await api.nobody("/v1/outcomes")).json()) as OutcomesAnswer;
    expect(outcomes).toMatchObject([{ what: "they answer in writing", intended: null, substantiated: true }]);
    const manager = await api.as("manager", { countries: ["GTM"] });
    const own = (await (await manager("/v1/outcomes/own")).json()) as OwnOutcomesAnswer;
    expect(own.outcomes).toMatchObject([{ outcome: "O-1", intended: null, substantiator: null, decision: "cleared" }]);
    const written = await exported("datapackage", "lacking-a-column");
    const rows = parse(await readFile(join(written, "data/outcome_statement.csv")), { columns: true }) as object[];
    expect(rows).toMatchObject([{ what: "they answer in writing", intended: "", substantiated: "true" }]);
    expect(api.faults).toEqual([]);
    await api.close();
  });

  it("without a table of statements has none: an empty list on every road, a report and every export", async () => {
    await asBefore("public.duckdb", "DROP TABLE outcome_statement");
    api = await signInto(team.home);
    for (const path of ["/v1/outcomes", "/v1/outcomes?country=GTM&direction=mixed", "/v1/releases/1/outcomes"]) {
      const response = await api.nobody(path);
      expect([path, response.status, await response.json()]).toEqual([path, 200, { release: 1, outcomes: [] }]);
    }
    const csv = await (await api.nobody("/v1/releases/1/outcomes?format=csv")).text();
    expect(csv).toMatch(/^statement,result,direction,intended,.*\r\n$/);
    expect((await api.nobody("/v1/releases/1/datapackage.json")).status).toBe(200);
    expect(api.faults).toEqual([]);

    const written = await exported("datapackage", "lacking-the-table");
    expect(parse(await readFile(join(written, "data/outcome_statement.csv")))).toHaveLength(1);
    const store = await openWriter(":memory:");
    const connection = await store.connect();
    expect(
      await all(connection, `SELECT count(*)::INTEGER AS n FROM '${join(written, "data/outcome_statement.parquet")}'`),
    ).toEqual([{ n: 0 }]);
    store.close();
    await exported("iati", "activities.xml", "--reporting-org", "XM-EXAMPLE-1");
    const report = await exported("report", "report.html", "--format", "html");
    expect(existsSync(report)).toBe(true);
    expect(await readFile(report, "utf8")).toMatch(/Guatemala/);
  });
});
