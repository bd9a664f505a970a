import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ingest } from "../../pipelines/ingest.ts";
import { emptyFolder } from "../home.ts";
import { newHome, now, verifyIn } from "./homes.ts";
import { startToKill } from "./killed.ts";
import { largeReport, largeRows } from "./reports.ts";
import { storedReports } from "./stored.ts";

const kills = 4;

it(`holds a large report whole or not at all when it is killed ${kills} times while sealing, scanning and loading one`, async () => {
  const home = await newHome();
  const folder = await emptyFolder("large-reports");
  const acknowledged = new Set<string>();
  const remember = (lines: readonly string[]) => {
    for (const line of lines) if (line.startsWith("loaded ")) acknowledged.add(line.split(" ")[1] as string);
  };
  const reports = Array.from({ length: kills + 2 }, (_, at) => join(folder, `report-${at + 1}.csv`));
  for (const [at, path] of reports.entries()) await writeFile(path, largeReport(at + 1));
  expect(Buffer.byteLength(largeReport(1))).toBeGreaterThan(1 << 22);
  const started = performance.now();
  remember(await startToKill("filer.ts", home, folder, 1).run(0, "loaded"));
  const cycle = performance.now() - started;

  for (let round = 1; round <= kills; round += 1) {
    remember(await startToKill("filer.ts", home, folder, round + 1).run((cycle * round) / (kills + 1)));
    expect((await verifyIn(home)).differences).toEqual([]);
    const stored = await storedReports(home);
    expect(stored.every(({ rows }) => rows === largeRows)).toBe(true);
    expect([...acknowledged].filter((report) => !stored.some(({ sha256 }) => sha256 === report))).toEqual([]);
  }
  const again = await ingest(home, now, reports, { patience: 5_000 });
  expect(again.files.map(({ status }) => ["loaded", "duplicate"].includes(status))).toEqual(reports.map(() => true));
  expect((await storedReports(home)).map(({ rows }) => rows)).toEqual(reports.map(() => largeRows));
}, 300_000);
