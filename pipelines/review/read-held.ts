import { openFiled } from "../extract/filed.ts";
import type { Home } from "../home.ts";
import type { Located } from "../map/header.ts";
import { plan } from "../map/plan.ts";
import { findSource } from "../sources/index.ts";
import type { RawRow, RawSheet } from "../step.ts";

/** Where a held thing stands in its raw file. */
export interface HeldPlace {
  readonly sheet: RawSheet;
  readonly located: Located;
  readonly row: RawRow;
}

/** Opens the sealed raw file and finds the row again; throws where it is not there, which would be damage. */
export async function readHeld(
  home: Home,
  thing: { sha256: string; name: string; sheet: string; row: number; source?: string },
): Promise<HeldPlace> {
  const extracted = await openFiled(home, thing.sha256);
  const planned = await plan(
    thing.name,
    extracted.format,
    extracted.sheets,
    thing.source ? findSource(thing.source) : undefined,
  );
  if ("refusal" in planned) throw new Error(planned.refusal.message);
  const table = planned.tables.find(({ sheet }) => sheet.name === thing.sheet);
  if (!table) throw new Error(`The raw file of ${thing.name} has no sheet "${thing.sheet}".`);
  for await (const rows of table.sheet.rows()) {
    const row = rows.find((candidate) => candidate.row === thing.row);
    if (row) return { ...table, row };
  }
  throw new Error(`The raw file of ${thing.name} has no row ${thing.row} in sheet "${thing.sheet}".`);
}

/** The text of a held cell, or of a whole row as 'header: text' lines. */
export function textOf({ located, row }: HeldPlace, column: string | null): string {
  const filled = located.columns.flatMap(({ index, name, header }) => {
    const text = row.cells[index];
    return text === null || text === undefined ? [] : [{ name, header, text }];
  });
  const cell = filled.find(({ name }) => name === column);
  return cell ? cell.text : filled.map(({ header, text }) => `${header}: ${text}`).join("\n");
}
