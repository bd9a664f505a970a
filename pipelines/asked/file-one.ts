import { readFile, writeFile } from "node:fs/promises";
import { compileLater } from "../compile-later.ts";
import { markReport } from "../give-back/mark.ts";
import { ingest } from "../ingest.ts";
import type { Task } from "./task.ts";

/** Files one report within a reach: its outcome in the shape of `trama ingest --json`, and its marked workbook. */
export async function fileOne(
  { home, path, marked, reach, acceptRevision, dryRun }: Extract<Task, { kind: "file" }>,
  now: () => Date,
  patience: number,
  stage: (name: string) => void,
) {
  compileLater();
  stage("wait");
  const options = { patience, acceptRevision, dryRun, within: reach ?? undefined, stage };
  const { files } = await ingest(home, now, [path], options);
  const [file] = files;
  if (!file) throw new Error("A report that is filed has an outcome.");
  const mended = file.issues.some(({ severity }) => severity !== "skip");
  const workbook = mended ? await markReport(path, await readFile(path), file.issues) : undefined;
  if (workbook) await writeFile(marked, workbook, { mode: 0o600 });
  return { ...file, path: undefined, marked: workbook !== undefined };
}
