import { join } from "node:path";
import { all, openReader } from "@trama/data/store";
import { beforeEach, describe, expect, it } from "vitest";
import { type Office, office } from "../office.ts";

let team: Office;

beforeEach(async () => {
  team = await office("revisions");
});

const first = ["P1,GTM,2024,1,c1,ST1,,2,2,", "P1,GTM,2024,1,c2,ST1,,3,2,"];
const changed = ["P1,GTM,2024,2,c1,ST1,,3,2,", "P1,GTM,2024,2,c2,ST1,,3,2,"];

async function scores(home: string): Promise<{ score: number | null; revision: number }[]> {
  const store = await openReader(join(home, "releases", "1", "restricted.duckdb"));
  const rows = await all<{ score: number | null; revision: number }>(
    await store.connect(),
    "SELECT score, revision FROM observation ORDER BY collective, revision",
  );
  store.close();
  return rows
    .map(({ score, revision }) => ({ score, revision }))
    .sort((a, b) => a.revision - b.revision || Number(a.score) - Number(b.score));
}

describe("a report that is filed again with other scores", () => {
  it("becomes a revision that shows what changed, and the old score is kept", async () => {
    await team.ingest(await team.report("one.csv", first));
    const { code, outcome } = await team.ingest(await team.report("two.csv", changed));
    expect(code).toBe(0);
    expect(outcome.files[0]?.changes).toMatchObject([{ indicator: "ST1", from: "2", to: "3", closed: false }]);
    await team.run("publish");
    expect(await scores(team.home)).toEqual([
      { score: 2, revision: 1 },
      { score: 3, revision: 1 },
      { score: 3, revision: 2 },
      { score: 3, revision: 2 },
    ]);
  });

  it("gives the same accepted scores in whatever order its versions arrive", async () => {
    const [one, two] = [await team.report("one.csv", first), await team.report("two.csv", changed)];
    await team.ingest(two);
    const { outcome } = await team.ingest(one);
    expect(outcome.files[0]?.changes).toEqual([]);
    await team.run("publish");
    const store = await openReader(join(team.home, "releases", "1", "restricted.duckdb"));
    const accepted = await all<{ score: number }>(
      await store.connect(),
      "SELECT score FROM spatial_territorial_result ORDER BY collective",
    );
    store.close();
    expect(accepted.map(({ score }) => score)).toEqual([3, 3]);
  });

  it("is held where it changes a published score, and the rest is loaded", async () => {
    await team.ingest(await team.report("one.csv", first));
    await team.run("publish");
    const { code, outcome } = await team.ingest(
      await team.report("two.csv", [...changed, "P1,GTM,2025,2,c1,ST1,,3,2,"]),
    );
    const [file] = outcome.files;
    expect(code).toBe(3);
    expect(file?.rows).toEqual({ read: 4, accepted: 2, rejected: 0, quarantined: 1, skipped: 1 });
    expect(file?.issues.filter(({ severity }) => severity === "quarantine")).toMatchObject([
      { rule: "revision.closed", row: 2, column: "score" },
    ]);
    expect(file?.issues.find(({ rule }) => rule === "revision.closed")?.message).toMatch(
      /from 2 to 3.*--accept-revision/,
    );
    const { stdout } = await team.run("review", "list", "--json");
    const { held } = JSON.parse(stdout) as { held: { held: string; kind: string; row: number }[] };
    expect(held).toMatchObject([{ kind: "revision", row: 2 }]);

    await team.run("review", "release", held[0]?.held as string, "--reason", "checked with the team");
    await team.run("publish");
    const store = await openReader(join(team.home, "releases", "2", "restricted.duckdb"));
    const accepted = await all<{ score: number }>(
      await store.connect(),
      "SELECT score FROM spatial_territorial_result WHERE year = 2024 ORDER BY score",
    );
    store.close();
    expect(accepted.map(({ score }) => score)).toEqual([3, 3]);
    expect((await team.run("review", "list")).stdout.trim()).toBe("Nothing waits.");
  });

  it("is loaded with --accept-revision, and the change is said", async () => {
    await team.ingest(await team.report("one.csv", first));
    await team.run("publish");
    const { code, outcome } = await team.ingest(await team.report("two.csv", changed), "--accept-revision");
    expect([code, outcome.files[0]?.rows.accepted, outcome.files[0]?.rows.quarantined]).toEqual([0, 2, 0]);
    expect(outcome.files[0]?.issues).toContainEqual(
      expect.objectContaining({ rule: "revision.closed", severity: "warning" }),
    );
  });
});

describe("what a report says beside earlier ones", () => {
  it("is flagged where a score jumps three levels and no note says why; two levels, or a note, pass", async () => {
    await team.ingest(
      await team.report("2023.csv", [
        "P1,GTM,2023,1,c1,ST1,,0,2,",
        "P1,GTM,2023,1,c2,ST1,,1,2,",
        "P1,GTM,2023,1,c3,ST1,,4,2,",
      ]),
    );
    const { outcome } = await team.ingest(
      await team.report("2024.csv", [
        "P1,GTM,2024,1,c1,ST1,,3,2,",
        "P1,GTM,2024,1,c2,ST1,,3,2,",
        "P1,GTM,2024,1,c3,ST1,,1,2,the office moved",
      ]),
    );
    expect(
      outcome.files[0]?.issues.filter(({ rule }) => rule === "score.jump").map(({ row, severity }) => [row, severity]),
    ).toEqual([[2, "warning"]]);
  });

  it("is flagged where another project already reported the same score, and where a panel went missing", async () => {
    await team.ingest(
      await team.report("p1.csv", [
        "P1,GTM,2023,1,c1,ST1,,2,2,",
        "P1,GTM,2023,1,c1,ST1,women,1,2,",
        "P1,GTM,2023,1,c1,ST1,youth,1,2,",
      ]),
    );
    const { outcome } = await team.ingest(
      await team.report("p2.csv", ["P2,GTM,2023,1,c1,ST1,,2,2,"]),
      await team.report("p1-next.csv", ["P1,GTM,2024,1,c1,ST1,,2,2,", "P1,GTM,2024,1,c1,ST1,youth,2,2,"]),
    );
    const rules = outcome.files.map(({ path, issues }) => [
      path.split("/").at(-1),
      issues.map(({ rule, severity }) => `${rule} ${severity}`),
    ]);
    expect(rules).toEqual([
      ["p2.csv", ["score.other-project warning"]],
      ["p1-next.csv", ["panel.missing warning"]],
    ]);
  });
});
