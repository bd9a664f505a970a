import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { FileOutcome } from "../graph.ts";
import { markReport } from "./mark.ts";

/** Writes what goes back to the senders into a folder: each report that needs mending, marked, and its issues as JSON. */
export async function giveBack(folder: string, files: readonly FileOutcome[]): Promise<string[]> {
  const written: string[] = [];
  await mkdir(folder, { recursive: true });
  for (const { path, issues } of files) {
    if (!issues.some(({ severity }) => severity !== "skip")) continue;
    const name = basename(path).replace(/\.[^.]*$/, "");
    const marked = await markReport(path, await readFile(path), issues);
    if (marked) {
      written.push(join(folder, `${name}.marked.xlsx`));
      await writeFile(join(folder, `${name}.marked.xlsx`), marked);
    }
    await writeFile(join(folder, `${name}.issues.json`), `${JSON.stringify(issues, null, 2)}\n`);
  }
  return written;
}
