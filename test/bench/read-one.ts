import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { extract } from "../../pipelines/extract/extract.ts";
import { fileInput } from "../../pipelines/extract/input.ts";
import { tellCost } from "./child.ts";

/**
 * Reads one file to its end and says what that cost: `tsx test/bench/read-one.ts KIND PATH`, KIND being iati, xlsx, exceljs
 * for a workbook read by that, or floor for nothing at all. It loads what the reading process loads and no more, so that its
 * memory is that of reading; loading itself is not timed, for that process reads many files.
 */
const [kind = "", path = ""] = process.argv.slice(2);
await tellCost(await readerOf(kind));

/** What gives how many rows all sheets of the file have. */
async function readerOf(name: string): Promise<() => Promise<number>> {
  if (name === "floor") return async () => 0;
  if (name === "exceljs") {
    const door = pathToFileURL(join(path, "../exceljs/borrowed.mjs")).href;
    const { borrowed } = (await import(door)) as { borrowed: { stream: { xlsx: { WorkbookReader: Reader } } } };
    return () => readWithExceljs(borrowed.stream.xlsx.WorkbookReader);
  }
  if (name === "iati") await import("../../pipelines/extract/iati/index.ts");
  else
    await Promise.all([
      import("../../pipelines/extract/xlsx/index.ts"),
      import("../../pipelines/extract/zip/guard.ts"),
    ]);
  return read;
}

async function read(): Promise<number> {
  let rows = 0;
  const extracted = await extract(await fileInput(path));
  if ("refusal" in extracted) throw new Error(extracted.refusal.message);
  for (const sheet of extracted.sheets) for await (const batch of sheet.rows()) rows += batch.length;
  await extracted.close();
  return rows;
}

type Reader = new (path: string, options: object) => AsyncIterable<AsyncIterable<{ readonly values: unknown[] }>>;

async function readWithExceljs(WorkbookReader: Reader): Promise<number> {
  let rows = 0;
  for await (const sheet of new WorkbookReader(path, { sharedStrings: "cache" }))
    for await (const row of sheet) if (row.values.length > 0) rows += 1;
  return rows;
}
