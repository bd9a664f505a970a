import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ingest, withHome } from "../../pipelines/ingest.ts";
import { currentRelease } from "../../pipelines/publish/releases.ts";
import { openLedger } from "../../pipelines/receive/ledger.ts";
import { emptyFolder, trama } from "../home.ts";
import { fileReports, filledHome, newHome, now, publishIn, troubleOf, verifyIn } from "./homes.ts";
import { reportText, writeReports } from "./reports.ts";

/** Mounts something for the time of a piece of work; false where this user may not mount. */
async function mounted(folder: string, options: readonly string[], work: () => Promise<void>): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  if (spawnSync("mount", [...options, folder]).status !== 0) return false;
  try {
    await work();
  } finally {
    spawnSync("umount", [folder]);
  }
  return true;
}

describe("a full disk", () => {
  it("loses nothing acknowledged, says to make room, and is whole again with room", async ({ skip }) => {
    await newHome();
    const place = await emptyFolder("full");
    const reports = await writeReports(60, 1, 400);
    const done = await mounted(place, ["-t", "tmpfs", "-o", "size=1800k", "tmpfs"], async () => {
      const home = join(place, "home");
      const { files } = await ingest(home, now, [reports]).catch((error: Error) => {
        expect(error.message).toMatch(/no room left .* Make room/);
        return { files: [] };
      });
      const loaded = files.filter(({ status }) => status === "loaded");
      const refused = files.filter(({ status }) => status === "failed");
      expect(loaded.length).toBeGreaterThan(0);
      expect(refused.length).toBeGreaterThan(0);
      for (const { error } of refused) expect(error?.message).toMatch(/no room left .* Make room|trama rebuild/);
      expect(await troubleOf(() => publishIn(home))).toMatch(/no room left|trama rebuild/);
      expect(await currentRelease(join(home, "releases"))).toBeUndefined();

      expect(spawnSync("mount", ["-o", "remount,size=200m", place]).status).toBe(0);
      expect((await verifyIn(home)).differences).toEqual([]);
      const again = await ingest(home, now, [reports]);
      expect(again.files.filter(({ status }) => status === "duplicate").length).toBeGreaterThanOrEqual(loaded.length);
      expect(again.files.every(({ status }) => status !== "failed")).toBe(true);
      expect((await publishIn(home)).release).toBe(1);
      const { differences, reports: count } = await verifyIn(home);
      expect({ differences, count }).toEqual({ differences: [], count: 60 });
      console.log(
        `full disk: ${loaded.length} reports acknowledged and kept, ${refused.length} refused, all 60 loaded with room`,
      );
    });
    if (!done) skip("This user may not mount a small disk.");
  });

  it("is told just as well where only the size of a file is limited", async () => {
    const home = await filledHome(2, 1);
    const reports = await writeReports(30, 70, 400);
    const { status, stderr, stdout } = spawnSync(
      "bash",
      ["-c", `trap '' XFSZ; ulimit -f 200; exec "${process.execPath}" trama.js ingest "${reports}" --home "${home}"`],
      { cwd: join(import.meta.dirname, "../.."), encoding: "utf8", env: process.env },
    );
    expect(status).not.toBe(0);
    expect(stdout + stderr).toMatch(/no room left .* Make room|trama rebuild/);
    const { differences } = await verifyIn(home);
    expect(differences).toEqual([]);
  });
});

describe("a read-only disk", () => {
  it("is told before anything is done, and readers go on", async ({ skip }) => {
    const home = await filledHome(2, 1);
    const reports = await writeReports(1, 80);
    const done = await mounted(home, ["--bind", home], async () => {
      expect(spawnSync("mount", ["-o", "remount,ro,bind", home]).status).toBe(0);
      for (const args of [["ingest", reports], ["publish"], ["verify"], ["status"]]) {
        const { code, stderr } = await trama([...args, "--home", home]);
        expect([args[0], code]).toEqual([args[0], 1]);
        expect(stderr).toMatch(/read-only. Make it writable/);
      }
      expect(await currentRelease(join(home, "releases"))).toBe(1);
    });
    if (!done) skip("This user may not mount a read-only disk.");
  });
});

describe("a clock that goes backwards", () => {
  it("turns no deed round: moments in the ledger always rise, and the home verifies", async () => {
    const home = await newHome();
    const folder = await emptyFolder("clock");
    const days = ["2026-03-01", "2026-01-01", "2026-02-01", "2025-01-01"];
    for (const [number, day] of days.entries()) {
      const path = join(folder, `r${number}.csv`);
      await writeFile(path, reportText(number));
      await ingest(home, () => new Date(`${day}T12:00:00Z`), [path]);
    }
    await withHome(
      home,
      () => new Date("1999-01-01T00:00:00Z"),
      "publish",
      0,
      async (open) => {
        const { publish } = await import("../../pipelines/publish/publish.ts");
        await publish(open);
      },
    );
    const moments = (await openLedger(join(home, "ledger.jsonl"), now)).lines().map(({ at }) => at);
    expect(moments).toEqual([...new Set(moments)].sort());
    const { differences, reports } = await verifyIn(home);
    expect({ differences, reports }).toEqual({ differences: [], reports: 4 });
  });

  it("does not hide a report from the next release", async () => {
    const home = await filledHome(2, 1);
    const path = join(await emptyFolder("clock"), "late.csv");
    await writeFile(path, reportText(90));
    await ingest(home, () => new Date("2001-01-01T00:00:00Z"), [path]);
    const { tables } = await publishIn(home);
    expect(tables["restricted.report"]).toMatch(/^3:/);
    await fileReports(home, 1, 91);
    expect((await verifyIn(home)).differences).toEqual([]);
  });
});
