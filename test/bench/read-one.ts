import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { extract } from "../../pipelines/extract/extract.ts";
import { fileInput } from "../../pipelines/extract/input.ts";
import { tellCost } from "./child.ts";

/**
 * Reads one file to its end and says what that cost: `tsx test/bench/read-one.ts KIND PATH`, KIND being exceljs or anything
 * else for ours. It loads what the reading process loads and no more, so that its memory is that of reading.
 */
const [kind = "", path = ""] = process.argv.slice(2);
await tellCost(() => (kind === "floor" ? Promise.resolve(0) : kind === "exceljs" ? readWithExceljs() : read()));

/** How many rows all sheets of the file have. */
async function read(): Promise<number> {
  let rows = 0;
  const extracted = await extract(await fileInput(path));
  if ("refusal" in extracted) throw new Error(extracted.refusal.message);
  for (const sheet of extracted.sheets) for await (const batch of sheet.rows()) rows += batch.length;
  await extracted.close();
  return rows;
}

type Reader = new (path: string, options: object) => AsyncIterable<AsyncIterable<{ readonly values: unknown[] }>>;

async function readWithExceljs(): Promise<number> {
  let rows = 0;
  const door = pathToFileURL(join(path, "../exceljs/borrowed.mjs")).href;
  const { borrowed: exceljs } = (await import(door)) as { borrowed: { stream: { xlsx: { WorkbookReader: Reader } } } };
  for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(path, { sharedStrings: "cache" }))
    for await (const row of sheet) if (row.values.length > 0) rows += 1;
  return rows;
}
