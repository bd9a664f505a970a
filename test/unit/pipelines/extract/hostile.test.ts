import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Extracted } from "../../../../pipelines/extract/extract.ts";
import type { Refused } from "../../../../pipelines/extract/refused.ts";
import { fileReader } from "../../../../pipelines/extract/safely/reader.ts";
import { ingest } from "../../../../pipelines/ingest.ts";
import { extracted } from "../../../extracted.ts";
import { emptyFolder } from "../../../home.ts";
import { type Part, workbookOf, zipOf } from "../../../zip.ts";

const strings = (content: string, claims?: number): Part => ({
  name: "xl/sharedStrings.xml",
  content,
  ...(claims === undefined ? {} : { claims }),
});
const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';
const bomb = `<sst><si><t>${"A".repeat(60 << 20)}</t></si></sst>`;
const laughs = `<!DOCTYPE l [<!ENTITY a "lol">${"bcdefgh"
  .split("")
  .map((name, index) => `<!ENTITY ${name} "${`&${"abcdefg"[index]};`.repeat(10)}">`)
  .join("")}]>`;

const workbooks: readonly (readonly [what: string, code: string, file: () => Buffer])[] = [
  ["whose part unpacks to hundreds of times its size", "zip.bomb", () => workbookOf(cell, [strings(bomb)])],
  ["that lies about the size of a part", "zip.size", () => workbookOf(cell, [strings(bomb, 100)])],
  [
    "whose entities would expand",
    "xml.doctype",
    () => workbookOf(cell, [strings(`${laughs}<sst><si><t>&h;</t></si></sst>`)]),
  ],
  [
    "that would fetch another file",
    "xml.doctype",
    () =>
      workbookOf(cell, [
        strings('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>'),
      ]),
  ],
  [
    "with a part that slips out of its folder",
    "zip.name",
    () => workbookOf(cell, [{ name: "../../slipped.txt", content: "x" }]),
  ],
  ["with a part at an absolute place", "zip.name", () => workbookOf(cell, [{ name: "/etc/slipped", content: "x" }])],
  ["with a part under a backslashed name", "zip.name", () => workbookOf(cell, [{ name: "..\\slipped", content: "x" }])],
  ["with the same part twice", "zip.duplicate", () => workbookOf(cell, [strings("<sst/>"), strings("<sst/>")])],
  ["with macros", "zip.macro", () => workbookOf(cell, [{ name: "xl/vbaProject.bin", content: "x" }])],
  [
    "that draws on another workbook",
    "zip.external-link",
    () => workbookOf(cell, [{ name: "xl/externalLinks/externalLink1.xml", content: "<x/>" }]),
  ],
  [
    "with a template elsewhere",
    "zip.external-link",
    () =>
      workbookOf(cell, [
        {
          name: "word/_rels/settings.xml.rels",
          content:
            '<Relationships><Relationship Id="r" Type="urn:x/attachedTemplate" Target="http://x/t.dotm" TargetMode="External"/></Relationships>',
        },
      ]),
  ],
  [
    "with thousands of parts",
    "zip.too-many",
    () =>
      workbookOf(
        cell,
        Array.from({ length: 2_100 }, (_, index) => ({ name: `x/${index}`, content: "" })),
      ),
  ],
  [
    "with a row that no program can hold",
    "xlsx.too-large",
    () => workbookOf('<row r="9999999"><c r="A9999999"><v>1</v></c></row>'),
  ],
  [
    "with a column that no program can hold",
    "xlsx.too-large",
    () => workbookOf('<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>'),
  ],
  ["that is cut off", "file.broken", () => workbookOf(cell).subarray(0, 400)],
];

describe("a workbook made to harm", () => {
  it.each(workbooks)("%s is refused (%s)", async (_, code, file) => {
    const read = await extracted("r.xlsx", file());
    expect(read.refused).toBe(code);
    expect(read.message).toMatch(/[.:]$|\.$/);
  });

  it("names the part that is at fault", async () => {
    const read = await extracted("r.xlsx", workbookOf(cell, [strings(bomb)]));
    expect(read.message).toMatch(/"xl\/sharedStrings\.xml"/);
  });
});

describe("an XML file made to harm", () => {
  it.each([
    ["declares entities", "xml.doctype", `${laughs}<iati-activities version="2.03">&h;</iati-activities>`],
    ["nests without end", "xml.too-much", `<iati-activities version="2.03">${"<a>".repeat(5_000)}`],
    [
      "has thousands of attributes",
      "xml.too-much",
      `<iati-activities version="2.03" ${Array.from({ length: 2_000 }, (_, index) => `a${index}=""`).join(" ")}/>`,
    ],
    ["is cut off", "xml.broken", '<iati-activities version="2.03"><iati-activity>'],
    [
      "says an encoding that nobody reads",
      "xml.encoding",
      '<?xml version="1.0" encoding="x-rot13"?><iati-activities/>',
    ],
  ])("is refused when it %s (%s)", async (_, code, text) => {
    expect((await extracted("a.xml", text)).refused).toBe(code);
  });
});

describe("an archive", () => {
  it("is not opened for the files inside it", async () => {
    expect(await extracted("a.zip", zipOf([{ name: "r.csv", content: "a,b" }]))).toMatchObject({
      refused: "format.zip",
    });
  });
});

describe("the reading process", () => {
  let folder: string;
  const endless = () =>
    `<iati-activities version="2.03"><iati-activity>${"<x:y/>".repeat(6_000_000)}</iati-activity></iati-activities>`;
  const reader = fileReader({ patience: 400, memory: 450 });

  beforeAll(async () => {
    folder = await emptyFolder("hostile");
    process.env.TRAMA_KEYS = join(folder, "keys");
    await writeFile(join(folder, "1-endless.xml"), endless());
    await writeFile(join(folder, "2-bomb.xlsx"), workbookOf(cell, [strings(bomb)]));
    await writeFile(
      join(folder, "3-good.csv"),
      "project,country,period,collective,result,score,evidence\nP1,GTM,2025,C1,ST1,3,2\n",
    );
    await writeFile(join(folder, "4-plain.xlsx"), workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>'));
  });
  afterAll(() => reader.end());

  it("is killed when it comes to no end, and the next file gets a new one", async () => {
    const hung = await reader.open(join(folder, "1-endless.xml"));
    expect("refusal" in hung && hung.refusal).toMatchObject({
      code: "file.too-much",
      message: expect.stringMatching(/1-endless/),
    });
    const next = await reader.open(join(folder, "4-plain.xlsx"));
    expect("refusal" in next ? next.refusal : next.format).toBe("xlsx");
  });

  it("is killed when it takes more memory than a report may", async () => {
    const small = fileReader({ patience: 20_000, memory: 20 });
    const read = await small.open(join(folder, "4-plain.xlsx"));
    expect("refusal" in read && read.refusal.message).toMatch(/more memory/);
    small.end();
  });

  it.skipIf(process.platform !== "linux")(
    "takes less than 100 MB for any file made to harm, beyond what it rests at",
    async () => {
      const readers = () => childrenOf(process.pid).filter((pid) => commandOf(pid).includes("safely/child"));
      const others = readers();
      const watched = fileReader({ patience: 20_000, memory: 450 });
      const path = join(folder, "harm.xlsx");
      await writeFile(path, workbookOf(cell));
      const first = await watched.open(path);
      if (!("refusal" in first)) await first.close();
      const [child] = readers().filter((pid) => !others.includes(pid));
      if (child === undefined) throw new Error("The reading process runs.");
      let most = 0;
      for (const [what, code, file] of workbooks) {
        await writeFile(path, file());
        forgetPeak(child);
        const resting = megabytes(child, "VmRSS");
        const read = await watched.open(path);
        expect([what, "refusal" in read ? read.refusal.code : await rowsUntilRefused(read)]).toEqual([what, code]);
        most = Math.max(most, megabytes(child, "VmHWM") - resting);
      }
      watched.end();
      console.log(`files made to harm: at most ${Math.round(most)} MB beyond the resting process`);
      expect(most).toBeLessThan(100);
    },
    60_000,
  );

  it("hands on a sheet of many rows in order, and a part of it where no more is asked for", async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, index) => `<row r="${index + 1}"><c><v>${index}</v></c></row>`,
    ).join("");
    const path = join(folder, "many.xlsx");
    await writeFile(path, workbookOf(rows));
    const patient = fileReader();
    const found = await patient.open(path);
    if ("refusal" in found || !found.sheets[0]) throw new Error("The workbook is read.");
    const [sheet] = found.sheets;
    for (let time = 0; time < 2; time += 1) for await (const batch of sheet.rows()) if (batch.length > 0) break;
    const numbers: number[] = [];
    for await (const batch of sheet.rows()) numbers.push(...batch.map(({ row }) => row));
    await found.close();
    patient.end();
    expect(numbers).toEqual(Array.from({ length: 30_000 }, (_, index) => index + 1));
  });

  it("lets the rest of a batch go on past a file made to harm, in little memory", async () => {
    const before = process.memoryUsage().rss;
    const paths = ["2-bomb.xlsx", "3-good.csv", "4-plain.xlsx"].map((name) => join(folder, name));
    const { files } = await ingest(join(folder, "home"), () => new Date("2026-01-31T00:00:00Z"), paths);
    expect(files.map(({ status, error, rows }) => [status, error?.code ?? null, rows.accepted])).toEqual([
      ["failed", "zip.bomb", 0],
      ["loaded", null, 1],
      ["failed", "header.changed", 0],
    ]);
    expect((process.memoryUsage().rss - before) / (1 << 20)).toBeLessThan(150);
  });
});

async function rowsUntilRefused({ sheets }: Extracted): Promise<string> {
  try {
    for (const sheet of sheets) for await (const _ of sheet.rows());
    return "not refused";
  } catch (error) {
    return (error as Refused).code;
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  );
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, "utf8");
}

/** Lets the kernel measure the peak of a process afresh. */
function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

function megabytes(pid: number, what: "VmRSS" | "VmHWM"): number {
  const line = new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(line?.[1]) / 1024;
}
