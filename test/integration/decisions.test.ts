import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { all, openReader } from "@trama/data/store";
import { beforeEach, describe, expect, it } from "vitest";
import { type Office, office } from "../office.ts";

let team: Office;
const why = { reason: "checked with the office", who: "data lead" };

beforeEach(async () => {
  team = await office("decisions");
});

async function decide(...decisions: object[]): Promise<void> {
  await mkdir(join(team.home, "decisions"), { recursive: true });
  await writeFile(join(team.home, "decisions", "2024.json"), JSON.stringify(decisions));
}

async function loaded(): Promise<{ country: string; score: number }[]> {
  const store = await openReader(join(team.home, "working.duckdb"));
  const rows = await all<{ country: string; score: number }>(
    await store.connect(),
    'SELECT country, score FROM observation ORDER BY "row"',
  );
  store.close();
  return rows;
}

describe("a person's decision about what was filed", () => {
  it("gives a word the code it means, corrects a cell that holds what was expected, and keeps a row out", async () => {
    await decide(
      { id: "guate", kind: "name", list: "country", text: "Guate", code: "GTM", ...why },
      { id: "typo", kind: "correction", report: "r.csv", row: 3, field: "score", expect: "33", value: "3", ...why },
      { id: "left-out", kind: "exclusion", report: "r.csv", where: { collective: "c3" }, ...why },
    );
    const { outcome } = await team.ingest(
      await team.report("r.csv", [
        "P1,Guate,2024,1,c1,ST1,,2,2,",
        "P1,GTM,2024,1,c2,ST1,,33,2,",
        "P1,GTM,2024,1,c3,ST1,,1,2,",
      ]),
    );
    expect(outcome.files[0]?.rows).toEqual({ read: 4, accepted: 2, rejected: 1, quarantined: 0, skipped: 1 });
    expect(outcome.files[0]?.issues).toMatchObject([
      { rule: "row.excluded", row: 4, message: expect.stringMatching(/left-out/) },
    ]);
    expect(await loaded()).toEqual([
      { country: "GTM", score: 2 },
      { country: "GTM", score: 3 },
    ]);
  });

  it("refuses the report, naming itself, where it matches nothing any more", async () => {
    await decide({
      id: "stale",
      kind: "correction",
      report: "r.csv",
      row: 2,
      field: "score",
      expect: "7",
      value: "3",
      ...why,
    });
    const { code, outcome } = await team.ingest(await team.report("r.csv", ["P1,GTM,2024,1,c1,ST1,,2,2,"]));
    expect([code, outcome.files[0]?.error?.code]).toEqual([1, "decision.unused"]);
    expect(outcome.files[0]?.error?.message).toMatch(/"stale"/);
  });

  it("does nothing once it is retired, and is refused without a reason", async () => {
    await decide({ id: "old", kind: "exclusion", report: "r.csv", row: 2, status: "retired", ...why });
    const { outcome } = await team.ingest(await team.report("r.csv", ["P1,GTM,2024,1,c1,ST1,,2,2,"]));
    expect(outcome.files[0]?.rows.accepted).toBe(1);
    await decide({ id: "why", kind: "exclusion", report: "x.csv", row: 2, who: "somebody" });
    const { code, stderr } = await team.run("ingest", await team.report("x.csv", ["P1,GTM,2025,1,c1,ST1,,2,2,"]));
    expect([code, stderr]).toEqual([1, expect.stringMatching(/decisions\/2024\.json, entry 1, reason/)]);
  });
});

describe("a published figure", () => {
  it("is walked back to the file, the sheet and the row of every score behind it", async () => {
    const path = await team.report("r.csv", ["P1,GTM,2024,1,c1,ST1,,2,2,", "P1,GTM,2024,1,c2,ST1,,NK,,"]);
    await team.ingest(path);
    await team.run("publish");
    const { stdout } = await team.run("trace", "--result", "ST1", "--country", "GTM", "--year", "2024", "--json");
    const { rows } = JSON.parse(stdout) as {
      rows: {
        file: string;
        row: number;
        score: number | null;
        missing: string | null;
        sha256: string;
        source: string;
      }[];
    };
    expect(
      rows
        .map(({ file, row, score, missing, source }) => ({ file, row, score, missing, source }))
        .sort((a, b) => a.row - b.row),
    ).toEqual([
      { file: "r.csv", row: 2, score: 2, missing: null, source: "entry" },
      { file: "r.csv", row: 3, score: null, missing: "NK", source: "entry" },
    ]);
    expect(rows[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
