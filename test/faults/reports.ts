import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { emptyFolder } from "../home.ts";

const header = "project,country,period,collective,result,score,evidence";

/** Text of a small report: `rows` scores, each of a collective that no other report speaks of. */
export function reportText(number: number, rows = 6, country = "GTM"): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `P1,${country},${2020 + (number % 5)},ASOC-${number}-${row},ST${(row % 5) + 1},${(number + row) % 5},2`,
  );
  return `${[header, ...lines].join("\n")}\n`;
}

/** So many scores that the text is scanned in a thread of its own. */
export const largeRows = 130_000;

/** Text of a report that is scanned in a thread of its own while its bytes are sealed. */
export function largeReport(number: number): string {
  return reportText(number, largeRows);
}

/** Writes reports numbered from `first` into a new folder. */
export async function writeReports(count: number, first = 1, rows = 6): Promise<string> {
  const folder = join(await emptyFolder("reports"), "reports");
  await mkdir(folder);
  for (let number = first; number < first + count; number += 1)
    await writeFile(join(folder, `report-${String(number).padStart(5, "0")}.csv`), reportText(number, rows));
  return folder;
}

/** The same header over rows given as they are. */
export function csv(...rows: readonly string[]): string {
  return `${[header, ...rows].join("\n")}\n`;
}
