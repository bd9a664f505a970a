import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { takeLock } from "../../pipelines/receive/lock.ts";
import { emptyFolder, trama } from "../home.ts";
import { newHome, troubleOf, verifyIn } from "./homes.ts";
import { writeReports } from "./reports.ts";

describe("one writer at a time", () => {
  it("lets a second filing wait for the first, and both are loaded once", async () => {
    const home = await newHome();
    const [first, second] = [await writeReports(8, 1), await writeReports(8, 5)];
    const ran = await Promise.all([first, second].map((folder) => trama(["ingest", folder, "--home", home, "--json"])));
    const statuses = ran.flatMap(({ stdout }) =>
      (JSON.parse(stdout).files as { status: string }[]).map(({ status }) => status),
    );
    expect(ran.map(({ code }) => code)).toEqual([0, 0]);
    expect(statuses.filter((status) => status === "loaded")).toHaveLength(12);
    expect(statuses.filter((status) => status === "duplicate")).toHaveLength(4);
    const { differences, reports } = await verifyIn(home);
    expect({ differences, reports }).toEqual({ differences: [], reports: 12 });
  });

  it("says who writes to one who does not want to wait", async () => {
    const path = join(await emptyFolder("lock"), "lock");
    const release = await takeLock(path, "publish");
    expect(await troubleOf(() => takeLock(path, "ingest"))).toMatch(
      new RegExp(`Process ${process.pid} on ${hostname()} is writing this home \\(publish\\). Wait until it ends`),
    );
    await release();
    await (await takeLock(path, "ingest"))();
  });

  it("takes over from a process that died, also where its number was used again or its lock was cut short", async () => {
    const path = join(await emptyFolder("lock"), "lock");
    const gone = spawn("true");
    await new Promise((resolve) => gone.on("exit", resolve));
    const dead = { host: hostname(), doing: "ingest", taking: "t" };
    for (const lock of [
      JSON.stringify({ ...dead, pid: gone.pid, started: "1" }),
      JSON.stringify({ ...dead, pid: process.pid, started: "1" }),
      '{"pid": 12',
    ]) {
      await writeFile(path, lock);
      await (await takeLock(path, "ingest"))();
    }
  });

  it("is held by one only, when many find a dead one's lock at once", async () => {
    const path = join(await emptyFolder("lock"), "lock");
    let holders = 0;
    let most = 0;
    for (let round = 0; round < 20; round += 1) {
      await writeFile(
        path,
        JSON.stringify({ pid: 999_999_999, host: hostname(), started: "1", doing: "x", taking: `t${round}` }),
      );
      await Promise.all(
        Array.from({ length: 6 }, async () => {
          const release = await takeLock(path, "test", 60_000);
          holders += 1;
          most = Math.max(most, holders);
          await new Promise((resolve) => setTimeout(resolve, 2));
          holders -= 1;
          await release();
        }),
      );
    }
    expect(most).toBe(1);
  }, 120_000);
});
