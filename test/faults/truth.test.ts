import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { all, openReader } from "@trama/data/store";
import { describe, expect, it } from "vitest";
import { ingest, withHome } from "../../pipelines/ingest.ts";
import { backUp } from "../../pipelines/keep/backup.ts";
import { restore } from "../../pipelines/keep/restore.ts";
import { rollback } from "../../pipelines/publish/reach.ts";
import { listReleases, readCurrent, readManifest } from "../../pipelines/publish/releases.ts";
import { reviewHeld } from "../../pipelines/review/review.ts";
import { emptyFolder } from "../home.ts";
import { copyOf, fileReports, filledHome, newHome, now, publishIn, rebuildIn, troubleOf, verifyIn } from "./homes.ts";
import { csv } from "./reports.ts";

async function file(home: string, name: string, text: string, acceptRevision = false) {
  const folder = await emptyFolder("report");
  await writeFile(join(folder, name), text);
  return ingest(home, now, [join(folder, name)], { acceptRevision });
}

async function scores(home: string, release: number): Promise<unknown[]> {
  const store = await openReader(join(home, "releases", String(release), "restricted.duckdb"));
  const connection = await store.connect();
  const found = await all(connection, "SELECT score, revision FROM observation ORDER BY revision");
  connection.closeSync();
  store.close();
  return found;
}

const tablesOf = async (home: string, release: number) => (await readManifest(join(home, "releases"), release)).tables;

/** A home with all that a ledger can tell: decisions, held words released, accepted revisions, several releases. */
async function storiedHome(): Promise<string> {
  const home = await newHome();
  await mkdir(join(home, "decisions"), { recursive: true });
  await fileReports(home, 3);
  await writeFile(
    join(home, "decisions/corrections.json"),
    JSON.stringify([
      {
        id: "typed-twice",
        kind: "correction",
        report: "wrong.csv",
        row: 2,
        field: "score",
        expect: "1",
        value: "3",
        reason: "Typed wrongly.",
        who: "office",
      },
    ]),
  );
  await file(home, "wrong.csv", csv("P2,HND,2023,ASOC-W,ST1,1,2"));
  await publishIn(home, { note: "first" });
  await file(home, "wrong-2.csv", csv("P2,HND,2023,ASOC-W,ST1,4,2"));
  await file(home, "wrong-3.csv", csv("P2,HND,2023,ASOC-W,ST1,2,2"), true);
  const noted =
    "project,country,period,collective,result,score,evidence,note\nP3,GTM,2022,ASOC-N,ST2,2,2,They met every month\n";
  await file(home, "noted.csv", noted);
  await withHome(home, now, "review", 0, async (open) => {
    const { listed } = await reviewHeld(open, "list", "", null);
    for (const { held } of (listed as { held: { held: string }[] }).held)
      await reviewHeld(open, "release", held, "Names nobody.");
  });
  await publishIn(home);
  await rm(join(home, "decisions/corrections.json"));
  return home;
}

describe("raw files and ledger", () => {
  it("give every release again, table for table, on a home that has nothing else", async () => {
    const home = await storiedHome();
    expect((await verifyIn(home)).differences).toEqual([]);
    const empty = await copyOf(home);
    for (const name of ["working.duckdb", "releases"]) await rm(join(empty, name), { recursive: true });
    const rebuilt = await rebuildIn(empty);
    expect(rebuilt).toMatchObject({ differences: [], releases: [1, 2] });
    for (const release of [1, 2]) expect(await tablesOf(empty, release)).toEqual(await tablesOf(home, release));
    expect((await verifyIn(empty)).differences).toEqual([]);
    console.log(
      `rebuild: ${rebuilt.reports} reports, releases 1 and 2 with the same ${Object.keys(await tablesOf(home, 2)).length} table hashes`,
    );
  });

  it("survive the loss of everything but a backup and the key", async () => {
    const home = await storiedHome();
    const place = join(await emptyFolder("backup"), "b");
    await withHome(home, now, "backup", 0, (open) => backUp(open, place));
    const before = { 1: await tablesOf(home, 1), 2: await tablesOf(home, 2) };
    const id = (await readFile(join(home, "home-id"), "utf8")).trim();
    await rm(home, { recursive: true });
    await rm(join(process.env.TRAMA_KEYS as string, id), { recursive: true });

    const restored = await newHome();
    expect((await restore(restored, now, place)).differences).toEqual([]);
    expect((await verifyIn(restored)).differences).toEqual([]);
    expect({ 1: await tablesOf(restored, 1), 2: await tablesOf(restored, 2) }).toEqual(before);
    expect(await readCurrent(join(restored, "releases"))).toEqual({ kind: "shown", release: 2 });
    expect(await troubleOf(() => restore(restored, now, place))).toMatch(/not empty/);

    const [keys, other] = [process.env.TRAMA_KEYS, await emptyFolder("no-keys")];
    process.env.TRAMA_KEYS = other;
    const words = await troubleOf(async () => restore(join(await emptyFolder("h"), "home"), now, place));
    process.env.TRAMA_KEYS = keys;
    expect(words).toMatch(new RegExp(`${id}.json.*Put the key file back`));
    await writeFile(join(place, "ledger.jsonl"), "");
    expect(await troubleOf(async () => restore(join(await emptyFolder("h"), "home"), now, place))).toMatch(
      /ledger.jsonl was altered. Use another backup/,
    );
  });
});

describe("what was believed then", () => {
  it("is not altered by a correction filed later", async () => {
    const home = await newHome();
    await file(home, "r.csv", csv("P1,GTM,2023,ASOC-A,ST1,1,2"));
    const first = await publishIn(home);
    await file(home, "r2.csv", csv("P1,GTM,2023,ASOC-A,ST1,3,2"), true);
    await publishIn(home);
    const again = await publishIn(home, { asOf: new Date(first.as_of) });

    expect(await scores(home, 2)).toEqual([
      { score: 1, revision: 1 },
      { score: 3, revision: 2 },
    ]);
    expect(await scores(home, 3)).toEqual([{ score: 1, revision: 1 }]);
    expect(again.ledger_head).toBe(first.ledger_head);
    const without = (tables: Record<string, string>) => ({
      ...tables,
      "restricted.release": "",
      "public.release": "",
      "restricted.cell": "",
      "public.cell": "",
      "public.cell_history": "",
    });
    expect(without(again.tables)).toEqual(without(first.tables));
    expect(await troubleOf(() => publishIn(home, { asOf: new Date("2001-01-01T00:00:00Z") }))).toMatch(/No report/);
    expect((await verifyIn(home)).differences).toEqual([]);
  });
});

describe("releases", () => {
  it("are kept, three at least, and the current one whatever its age", async () => {
    const home = await filledHome(2, 3);
    await withHome(home, now, "rollback", 0, (open) => rollback(open, 1));
    expect(await readCurrent(join(home, "releases"))).toEqual({ kind: "shown", release: 1 });
    for (let more = 0; more < 3; more += 1) await publishIn(home);
    expect(await listReleases(join(home, "releases"))).toEqual([4, 5, 6]);
    expect(await troubleOf(() => withHome(home, now, "rollback", 0, (open) => rollback(open, 2)))).toMatch(
      /no longer kept/,
    );
    expect((await verifyIn(home)).differences).toEqual([]);
  });
});
