import { extract } from "../pipelines/extract/extract.ts";
import { bytesInput } from "../pipelines/extract/input.ts";
import { Refused } from "../pipelines/extract/refused.ts";
import type { Format, RawRow, RawSheet } from "../pipelines/step.ts";

/** What a file is read as: its format and the cells of its sheets by name, or what it is refused with. */
export interface Read {
  readonly format?: Format;
  readonly sheets?: Readonly<Record<string, (string | null)[][]>>;
  readonly refused?: string;
  readonly message?: string;
}

/** Reads a file as a whole, in this process. */
export async function extracted(name: string, content: string | Buffer): Promise<Read> {
  const found = await extract(bytesInput(name, Buffer.from(content)));
  if ("refusal" in found) return { refused: found.refusal.code, message: found.refusal.message };
  const sheets: Record<string, (string | null)[][]> = {};
  try {
    for (const sheet of found.sheets) sheets[sheet.name] = (await rowsOf(sheet)).map(({ cells }) => [...cells]);
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code, message: error.message };
    throw error;
  } finally {
    await found.close();
  }
  return { format: found.format, sheets };
}

/** All rows of a sheet. */
export async function rowsOf(sheet: RawSheet): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of sheet.rows()) rows.push(...batch);
  return rows;
}

/** The rows of a sheet by its columns' names, blanks left out. */
export async function recordsOf(sheet: RawSheet): Promise<Record<string, string>[]> {
  const header = sheet.header ?? [];
  return (await rowsOf(sheet)).map(({ cells }) =>
    Object.fromEntries(
      header.flatMap((name, index) => {
        const cell = cells[index];
        return cell === null || cell === undefined ? [] : [[name, cell]];
      }),
    ),
  );
}
