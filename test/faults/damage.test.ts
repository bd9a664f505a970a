import { createHash } from "node:crypto";
import { readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openReleases } from "../../api/release.ts";
import { fileReader } from "../../pipelines/extract/safely/reader.ts";
import { ingestFile } from "../../pipelines/graph.ts";
import { withHome } from "../../pipelines/ingest.ts";
import { openWorking } from "../../pipelines/load/working.ts";
import {
  copyOf,
  fileReports,
  filesBelow,
  filledHome,
  flipByte,
  newHome,
  now,
  publishIn,
  rebuildIn,
  troubleOf,
  verifyIn,
} from "./homes.ts";
import { writeReports } from "./reports.ts";

let whole: string;

beforeAll(async () => {
  whole = await filledHome(4, 2);
});

/** Everything that a home says when one of its files was harmed, whichever way it says it. */
async function said(home: string): Promise<string> {
  const found = await verifyIn(home).catch((error: Error) => ({ differences: [error.message] }));
  return found.differences.join("\n");
}

describe("one wrong byte", () => {
  it("in a raw file is named with its hash, and nothing is rebuilt from it in silence", async () => {
    const home = await copyOf(whole);
    const raw = (await filesBelow(join(home, "raw")))[0] as string;
    await flipByte(raw);
    expect(await said(home)).toMatch(/raw file [0-9a-f]{64} was altered.*Restore the home from a backup/);
    const before = await readFile(join(home, "working.duckdb"));
    expect((await rebuildIn(home)).differences.join()).toMatch(/was altered.*left as it was: 1 reports would be lost/);
    expect((await readFile(join(home, "working.duckdb"))).equals(before)).toBe(true);
  });

  it("in the ledger stops filing and publishing, and names the line", async () => {
    for (const at of [0.1, 0.5, 0.9]) {
      const home = await copyOf(whole);
      await flipByte(join(home, "ledger.jsonl"), at);
      expect(await said(home)).toMatch(/ledger\.jsonl.*Restore the home from a backup/);
      expect(await troubleOf(() => fileReports(home, 1, 50))).toMatch(/ledger/);
      expect(await troubleOf(() => publishIn(home))).toMatch(/ledger/);
    }
  });

  it("in the ledger's head stops filing and publishing", async () => {
    for (const at of [0, 0.5]) {
      const home = await copyOf(whole);
      await flipByte(join(home, "ledger.jsonl.head"), at);
      expect(await said(home)).toMatch(/ledger\.jsonl.*Restore the home from a backup/);
      expect(await troubleOf(() => publishIn(home))).toMatch(/ledger/);
    }
  });

  it("in the working store is never published, and a rebuild mends it", async () => {
    const seen = { noticed: 0, harmless: 0 };
    for (let place = 0; place < 6; place += 1) {
      const home = await copyOf(whole);
      await flipByte(join(home, "working.duckdb"), (place + 0.3) / 6);
      const words = await said(home);
      if (words === "") {
        seen.harmless += 1;
        continue;
      }
      seen.noticed += 1;
      expect(words).toMatch(/working.*trama rebuild/is);
      const trouble = await troubleOf(() => publishIn(home));
      if (trouble !== undefined) expect(trouble).toMatch(/trama rebuild/);
      expect((await rebuildIn(home)).differences).toEqual([]);
      expect(await said(home)).toBe("");
    }
    console.log(`6 bytes of the working store: ${seen.noticed} noticed, ${seen.harmless} in unused space`);
    expect(seen.noticed).toBeGreaterThan(0);
  });

  it("in a release's restricted, public or manifest file is named, and a rebuild makes the same release again", async () => {
    for (const name of ["restricted.duckdb", "public.duckdb", "manifest.json"]) {
      const home = await copyOf(whole);
      await flipByte(join(home, "releases/2", name));
      expect(await said(home)).toMatch(new RegExp(`${name} of release 2 was altered.*trama rebuild`));
      expect(await rebuildIn(home)).toMatchObject({ releases: [2], differences: [] });
      expect(await said(home)).toBe("");
    }
  });

  it("in what the API reads is answered as damage, never with figures", async () => {
    for (const name of ["2/public.duckdb", "2/manifest.json", "current"]) {
      const home = await copyOf(whole);
      await flipByte(join(home, "releases", name), 0);
      const releases = openReleases(join(home, "releases"));
      await expect(releases.read(async () => "figures")).rejects.toMatchObject({
        details: { code: "release.damaged" },
      });
      await releases.close();
    }
  });

  it("in `current` is named, with the release to go back to", async () => {
    const home = await copyOf(whole);
    await flipByte(join(home, "releases/current"), 0.9);
    expect(await said(home)).toMatch(/current was altered.*trama rollback 2/);
    await writeFile(join(home, "releases/current"), "6\n");
    expect((await verifyIn(home)).settled).toEqual(["current: now release 2, as the ledger says"]);
  });

  it("in a data key is told from damage to the raw file", async () => {
    const home = await filledHome(1, 0);
    const id = (await readFile(join(home, "home-id"), "utf8")).trim();
    const key = (await filesBelow(join(process.env.TRAMA_KEYS as string, id)))[0] as string;
    await flipByte(key);
    expect(await said(home)).toMatch(/data key of the raw file [0-9a-f]{64} was altered.*backup/);
  });
});

describe("a file cut short or gone", () => {
  it("is noticed when the ledger ends too early, even at the end of a line", async () => {
    const text = await readFile(join(whole, "ledger.jsonl"), "utf8");
    const lines = text.split("\n").slice(0, -1);
    for (const cut of [text.length - 20, lines.slice(0, -1).join("\n").length + 1, 0]) {
      const home = await copyOf(whole);
      await truncate(join(home, "ledger.jsonl"), cut);
      expect(await said(home)).toMatch(/ledger\.jsonl ends with line \d+, but line \d+ was written/);
      expect(await troubleOf(() => publishIn(home))).toMatch(/Restore the home from a backup/);
    }
  });

  it("is noticed when ledger and head were cut together: the store holds what neither tells of", async () => {
    const home = await copyOf(whole);
    const lines = (await readFile(join(home, "ledger.jsonl"), "utf8")).split("\n").slice(0, 2);
    await writeFile(join(home, "ledger.jsonl"), `${lines.join("\n")}\n`);
    await writeFile(join(home, "ledger.jsonl.head"), `2 ${JSON.parse(lines[1] as string).hash}\n`);
    expect(await said(home)).toMatch(/the ledger was cut short/);
    expect(await troubleOf(() => publishIn(home))).toMatch(/the ledger was cut short/);
  });

  it("is noticed when the write-ahead log lost what was acknowledged, and a rebuild brings it back", async () => {
    const { image, reports } = await stoppedWithLog();
    const log = join(image, "working.duckdb.wal");
    const length = (await readFile(log)).length;
    let noticed = 0;
    for (const share of [0, 0.3, 0.6, 0.9]) {
      const home = await copyOf(image);
      await truncate(join(home, "working.duckdb.wal"), Math.floor(length * share));
      expect(await troubleOf(() => publishIn(home))).toMatch(/trama rebuild/);
      noticed += 1;
      expect(await rebuildIn(home)).toMatchObject({ reports, differences: [] });
      expect(await said(home)).toBe("");
    }
    const flipped = await copyOf(image);
    await flipByte(join(flipped, "working.duckdb.wal"));
    expect(await troubleOf(() => publishIn(flipped))).toMatch(/trama rebuild/);
    expect(await rebuildIn(flipped)).toMatchObject({ reports, differences: [] });
    console.log(`write-ahead log: ${noticed} of 4 cuts and 1 of 1 wrong byte noticed, all mended by a rebuild`);
    expect((await verifyIn(image)).differences).toEqual([]);
  });

  it("is noticed when the working store or a release is gone", async () => {
    const home = await copyOf(whole);
    await rm(join(home, "working.duckdb"));
    expect(await troubleOf(() => fileReports(home, 1, 60))).toMatch(/is gone. Run trama rebuild/);
    await rm(join(home, "releases/2"), { recursive: true });
    expect(await said(home)).toMatch(/Release 2 is gone/);
    expect(await rebuildIn(home)).toMatchObject({ releases: [2], differences: [] });
    expect(await said(home)).toBe("");
  });
});

/** A home as a power cut would leave it: reports committed and acknowledged, but still in the write-ahead log. */
async function stoppedWithLog(): Promise<{ image: string; reports: number }> {
  const home = await newHome();
  const folder = await writeReports(6);
  return withHome(home, now, "ingest", 0, async (open) => {
    const store = await openWorking(open.working);
    const connection = await store.connect();
    const reader = fileReader();
    const paths = await filesBelow(folder);
    for (const path of paths.sort()) await ingestFile(open, connection, reader, path);
    const image = await copyOf(home);
    await rm(join(image, "lock"), { force: true });
    connection.closeSync();
    store.close();
    expect(
      createHash("sha256")
        .update(await readFile(join(image, "working.duckdb.wal")))
        .digest("hex"),
    ).not.toBe("");
    return { image, reports: paths.length };
  });
}
