import { execFile, spawnSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { sheets } from "@trama/data/entry";
import { writeEntryWorkbook } from "@trama/data/entry/workbook";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { office } from "../office.ts";

const present = spawnSync("soffice", ["--version"]).status === 0;
const run = promisify(execFile);

describe.skipIf(!present)("the entry workbook in LibreOffice (skipped where LibreOffice is absent)", () => {
  it.each(["en", "es", "fr"] as const)("opens, and every sheet is converted with its headers (%s)", async (lang) => {
    const team = await office(`office-${lang}`);
    const path = await team.write(
      "template.xlsx",
      await writeEntryWorkbook({ lang, rows: { results: [{ collective: "c1", result: "ST1" }] } }),
    );
    const out = join(team.folder, "out");
    await mkdir(out);
    const everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    await run(
      "soffice",
      [
        "--headless",
        `-env:UserInstallation=file://${team.folder}/profile`,
        "--convert-to",
        everySheet,
        "--outdir",
        out,
        path,
      ],
      { timeout: 110_000 },
    );
    for (const sheet of sheets) {
      const rows = parse(await readFile(join(out, `template-${sheet.name[lang]}.csv`)), {
        relax_column_count: true,
      }) as string[][];
      expect(rows[1]?.slice(0, sheet.fields.length)).toEqual(sheet.fields.map(({ label }) => label[lang]));
    }
  });
});
