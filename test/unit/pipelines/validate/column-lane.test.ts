import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionsFor } from "../../../../pipelines/decisions/apply.ts";
import { csvSheets } from "../../../../pipelines/extract/csv.ts";
import { bytesInput } from "../../../../pipelines/extract/input.ts";
import { plan } from "../../../../pipelines/map/plan.ts";
import { pseudonyms } from "../../../../pipelines/map/pseudonym.ts";
import type { GatheredColumn } from "../../../../pipelines/validate/accepted-columns.ts";
import { everyIssue, newFileState, readTable, type TableBatch } from "../../../../pipelines/validate/read-table.ts";

const filing = {
  report: "0123456789abcdef",
  learnedAt: new Date("2026-01-31T00:00:00Z"),
  pseudonym: pseudonyms(Buffer.alloc(32, 7)),
};

/** Everything that a file is read as: by columns, or row by row. */
async function readAs(lane: "columns" | "rows", text: string) {
  const [sheet] = (await csvSheets(bytesInput("results.csv", Buffer.from(text)))) ?? [];
  const planned = sheet && (await plan("results.csv", "text", [sheet]));
  if (!planned || "refusal" in planned) return "refused";
  const state = newFileState();
  const told: { rows: unknown[]; issues: unknown[]; words: unknown[] } = { rows: [], issues: [], words: [] };
  for (const { sheet: found, located } of planned.tables) {
    const read = lane === "columns" ? found : { ...found, coded: undefined };
    for await (const batch of readTable(read, located, filing, decisionsFor([], "results.csv", "0"), state)) {
      told.rows.push(...rowsOf(batch));
      told.issues.push(...everyIssue(batch));
      told.words.push(...batch.withWords);
    }
  }
  return { ...told, counts: { ...state.counts }, synthetic: state.synthetic };
}

function rowsOf({ columns, count }: TableBatch): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, valueAt(column, at)])),
  );
}

function valueAt(column: GatheredColumn, at: number): unknown {
  if ("numbers" in column) return column.numbers[at];
  if ("values" in column) return column.values[column.codes ? (column.codes[at] as number) : 0];
  const shared = Object.entries(column.shared.columnsFrom(column.codes[at] as number));
  return Object.fromEntries(shared.map(([name, said]) => [name, valueAt(said, 0)]));
}

const often = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
const hostile = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    '"',
    'a"b',
    "x,y",
    "x;y",
    "two\nlines",
    "two\r\nlines",
    "#N/A",
    "ana@example.org",
    "\u0000",
    "9".repeat(200),
  ),
  fc.string(),
);
const cellsOf: Record<string, fc.Arbitrary<string>> = {
  project: often(fc.constantFrom("P1", "P2"), fc.constantFrom("", "P".repeat(130), "ana@example.org")),
  country: often(fc.constantFrom("GTM", "Guatemala", "KEN"), fc.constantFrom("", "Atlantis")),
  period: often(fc.constantFrom("2024", "2025", "2025-H1"), fc.constantFrom("", "2031", "soon")),
  version: often(fc.constantFrom("1", ""), fc.constantFrom("0", "x", "2")),
  collective: often(fc.constantFrom("A", "B", "Ñandé", "ñande"), hostile),
  result: often(fc.constantFrom("ST1", "IN2", "EX3", "st1 "), hostile),
  panel: often(fc.constantFrom("", "collective"), hostile),
  score: often(
    fc.constantFrom("0", "1", "2", "3", "4", "NA", "wh", "3.0"),
    fc.oneof(hostile, fc.constantFrom("5", "2,5")),
  ),
  evidence: often(fc.constantFrom("", "0", "1", "2", "4"), fc.constantFrom("9", "1,0")),
  tested: often(fc.constantFrom("", "yes", "no"), hostile),
  rater: often(fc.constantFrom("", "r1"), hostile),
  note: often(fc.constant(""), hostile),
  remark: hostile,
};

const file = fc
  .record({
    columns: fc.shuffledSubarray(Object.keys(cellsOf), { minLength: 6 }),
    delimiter: fc.constantFrom(",", ";", "\t"),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    title: fc.constantFrom("", "SYNTHETIC SAMPLE DATA", "Results"),
    again: fc.boolean(),
    quoteAll: fc.boolean(),
  })
  .map(({ columns, ...shape }) => ({
    ...shape,
    columns: [...new Set([...columns, "collective", "result", "score", "project", "country", "period"])],
  }))
  .chain((shape) =>
    fc
      .array(
        often(
          fc.tuple(...shape.columns.map((name) => cellsOf[name] as fc.Arbitrary<string>)),
          fc.constant([] as string[]),
        ),
        {
          maxLength: 40,
        },
      )
      .map((rows) => textOf(shape, rows)),
  );

function textOf(
  shape: { columns: string[]; delimiter: string; lineEnd: string; title: string; again: boolean; quoteAll: boolean },
  rows: readonly (readonly string[])[],
): string {
  const { columns, delimiter, lineEnd, title, again, quoteAll } = shape;
  const cell = (text: string) =>
    quoteAll || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [...(title === "" ? [] : [[title]]), columns, ...(again ? [columns] : []), ...rows];
  return lines.map((cells) => cells.map(cell).join(delimiter)).join(lineEnd);
}

describe("reading a text file by columns", () => {
  it("finds just what reading it row by row finds: rows, counts, reasons, held words", async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        const byColumns = await readAs("columns", text);
        expect(byColumns).toEqual(await readAs("rows", text));
        if (byColumns !== "refused") read += byColumns.rows.length;
      }),
      { numRuns: 150 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it("keeps its word where a column has more texts than are kept at a time", async () => {
    const rows = Array.from({ length: 140_000 }, (_, at) => `P1,GTM,2025,C${at % 139_000},ST1,${at % 6}`);
    const text = `project,country,period,collective,result,score\n${rows.join("\n")}\n`;
    const byColumns = await readAs("columns", text);
    expect(byColumns).toMatchObject({ counts: { read: 140_001, skipped: 1, rejected: 24_000 } });
    expect(JSON.stringify(byColumns)).toBe(JSON.stringify(await readAs("rows", text)));
  }, 120_000);
});
