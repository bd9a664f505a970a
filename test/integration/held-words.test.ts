import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeEntryWorkbook } from "@trama/data/entry/workbook";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { type Office, office } from "../office.ts";

describe("words that a report holds", () => {
  let team: Office;
  let held: { held: string; rule: string; row: number; column: string }[];

  beforeAll(async () => {
    team = await office("words");
    const { code, outcome } = await team.ingest(
      await team.report("notes.csv", [
        "P1,GTM,2024,1,c1,ST1,,2,2,the assembly met more often",
        "P1,GTM,2024,1,c2,ST1,,3,2,call maria@example.org about the threat",
        "P1,GTM,2024,1,c3,ST1,,3,2,seen at 14.63490 / -90.50690",
        "P1,GTM,2024,1,c4,ST1,,3,2,",
      ]),
    );
    expect(code).toBe(3);
    expect(outcome.files[0]?.rows).toEqual({ read: 5, accepted: 2, rejected: 0, quarantined: 2, skipped: 1 });
    held = (JSON.parse((await team.run("review", "list", "--json")).stdout) as { held: typeof held }).held;
  });

  it("wait for a person, told apart by whether they may identify or locate somebody", () => {
    expect(held.map(({ rule, row, column }) => [rule, row, column])).toEqual([
      ["text.held", 2, "note"],
      ["text.identifies", 3, "note"],
      ["text.identifies", 4, "note"],
    ]);
  });

  it("stand in no database, ledger or release, while the scores beside them are loaded", async () => {
    await team.run("publish");
    for (const name of await readdir(team.home, { recursive: true })) {
      const bytes = await readFile(join(team.home, name)).catch(() => Buffer.alloc(0));
      for (const words of ["assembly met more", "maria@example.org", "14.63490", "c1,ST1"])
        expect([name, words, bytes.includes(words)]).toEqual([name, words, false]);
    }
  });

  it("are shown from the sealed file, released to the restricted side or refused, once", async () => {
    const [first, second] = held as [(typeof held)[0], (typeof held)[0]];
    expect((await team.run("review", "show", first.held)).stdout).toMatch(/the assembly met more often/);
    expect((await team.run("review", "release", first.held, "--reason", "harmless")).code).toBe(0);
    expect((await team.run("review", "refuse", second.held)).code).toBe(0);
    const again = await team.run("review", "release", second.held);
    expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/was refused before/)]);
    const missing = await team.run("review", "show", "nothing");
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringMatching(/review list/)]);
    const bytes = await readFile(join(team.home, "working.duckdb"));
    expect(bytes.includes("assembly met more")).toBe(true);
    expect(bytes.includes("maria@example.org")).toBe(false);
  });
});

describe("a report that comes back marked", () => {
  it("colours each bad cell of the sender's own workbook, says why and what to do in its language, and can be mended and filed", async () => {
    const team = await office("marked");
    const rows = {
      report: [{ project: "P1", country: "GTM", period: "2024" }],
      collectives: [{ collective: "c1", type: "movement" }],
      results: [
        { collective: "c1", result: "ST1", score: 5, evidence: 2 },
        { collective: "c1", result: "ST2", score: 3, evidence: 2 },
      ],
    };
    const path = await team.write("informe.xlsx", await writeEntryWorkbook({ lang: "es", rows }));
    const back = join(team.folder, "back");
    const { code } = await team.run("ingest", path, "--give-back", back);
    expect(code).toBe(3);
    const marked = await readXlsx(await readFile(join(back, "informe.marked.xlsx")), { readStyles: true });
    const sheet = marked.sheets.find(({ name }) => name === "Resultados");
    const commented = [...(sheet?.cells ?? [])].filter(([, cell]) =>
      JSON.stringify(cell.style?.fill ?? null).includes("F8B4B4"),
    );
    expect(commented.map(([, cell]) => cell.value)).toEqual([5]);
    expect(commented[0]?.[1].comment?.text).toMatch(/Una puntuación es un número entero de 0 a 4\..*Elija el nivel/);

    const again = await team.ingest(join(back, "informe.marked.xlsx"));
    expect(again.outcome.files[0]?.rows).toMatchObject({ accepted: 3, rejected: 1 });
    const mended = await team.ingest(
      await team.write(
        "mended.xlsx",
        await writeEntryWorkbook({
          lang: "es",
          rows: { ...rows, results: rows.results.map((row) => ({ ...row, score: 3 })) },
        }),
      ),
    );
    expect([mended.code, mended.outcome.files[0]?.rows.rejected]).toEqual([0, 0]);
  });

  it("gives a text file back as a workbook with the cell marked", async () => {
    const team = await office("marked-csv");
    const back = join(team.folder, "back");
    await team.run(
      "ingest",
      await team.report("r.csv", ["P1,GTM,2024,1,c1,ST1,,9,2,", "P1,GTM,2024,1,c2,ST1,,3,2,"]),
      "--give-back",
      back,
    );
    const { sheets } = await readXlsx(await readFile(join(back, "r.marked.xlsx")), { readStyles: true });
    const commented = [...(sheets[0]?.cells ?? [])].filter(([, cell]) => cell.comment);
    expect(commented.map(([key, cell]) => [key, cell.value])).toEqual([["1,7", "9"]]);
  });
});
