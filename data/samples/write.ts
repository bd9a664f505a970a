import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type SampleReport, sampleReports } from "./reports.ts";

/** Files written at the same time; more only fills memory. */
const atOnce = 8;

/** Writes every sample report into a folder, one folder a project, and says which. */
export async function writeSamples(
  folder: string,
  options: { seed?: number; onFile?: (report: SampleReport) => void } = {},
): Promise<readonly SampleReport[]> {
  const reports = sampleReports(options);
  for (const path of new Set(reports.map((report) => dirname(report.path)))) {
    await mkdir(join(folder, path), { recursive: true });
  }
  const waiting = reports.values();
  const worker = async () => {
    for (const report of waiting) {
      await writeFile(join(folder, report.path), await report.bytes());
      options.onFile?.(report);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return reports;
}
