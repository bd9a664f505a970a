import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { resultCodes } from "@trama/data/framework";
import { arrowStream, openWriter } from "@trama/data/store";
import { workbookOf } from "../zip.ts";
import { type Cost, inOwnProcess } from "./child.ts";
import { tell } from "./figure.ts";
import { interleaved, ratio, spread } from "./measure.ts";
import { borrowed } from "./peers.ts";

/**
 * Formats in and out: workbooks against a library that a user might take instead, IATI files, and rows as Arrow against
 * JSON. `tsx test/bench/formats.ts [ROWS of the workbook] [MB of the IATI file]`. What is read is read in processes of their own.
 */
const runs = 5;
const [first = "200000", second = "60"] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "trama-bench-"));
try {
  await arrow();
  await workbooks(folder, Number(first));
  await iati(folder, Number(second));
} finally {
  await rm(folder, { recursive: true, force: true });
}

function own(kind: string, path: string): Cost {
  return inOwnProcess(fileURLToPath(new URL("read-one.ts", import.meta.url)), [kind, path]);
}

async function workbooks(folder: string, rows: number): Promise<void> {
  const path = join(folder, "scores.xlsx");
  const cells = (row: number) =>
    [row % 40, row % 7, 2015 + (row % 10), 1000 + (row >> 4), row % 16, row % 5, (row * 3) % 5]
      .map((value, at) => `<c r="${"ABCDEFG"[at]}${row}"><v>${value}</v></c>`)
      .join("");
  const sheet = Array.from(
    { length: rows },
    (_, at) =>
      `<row r="${at + 1}">${cells(at + 1)}<c r="H${at + 1}" t="inlineStr"><is><t>${resultCodes[at % 16]} told ${at % 97}</t></is></c></row>`,
  );
  await writeFile(path, workbookOf(sheet.join("")));
  const peer = await borrowed(join(folder, "exceljs"), "exceljs", "4.4.0");
  if (!peer) console.log("exceljs cannot be had here; workbooks were not compared.");
  const [ours, theirs]: [Cost[], Cost[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    ours.push(own("xlsx", path));
    if (peer) theirs.push(own("exceljs", path));
  }
  for (const { gave } of [...ours, ...theirs]) if (gave !== rows) throw new Error(`${gave} rows of ${rows} were read.`);
  const speed = (costs: readonly Cost[]) => costs.map(({ milliseconds }) => (rows / milliseconds) * 1000);
  const what = `a workbook of ${rows.toLocaleString("en")} rows × 8`;
  tell({
    ...{ part: "Workbooks and IATI files", what, unit: "rows/s", ours: spread(speed(ours)) },
    ...(peer
      ? {
          against: { name: "exceljs 4.4.0, streaming", value: spread(speed(theirs)) },
          ratio: ratio(speed(ours), speed(theirs)),
          aim: { kind: "ratio-at-least", bound: 2 },
        }
      : {}),
  });
  peaks(`${what}, most memory`, ours, 250);
}

async function iati(folder: string, megabytes: number): Promise<void> {
  const path = join(folder, "activities.xml");
  const out = createWriteStream(path);
  out.write('<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n');
  let results = 0;
  for (let activity = 0, bytes = 0; bytes < megabytes * 1e6; activity += 1) {
    const text = activityOf(activity);
    results += 1;
    bytes += text.length;
    if (!out.write(text)) await new Promise<void>((resolve) => out.once("drain", () => resolve()));
  }
  out.end("</iati-activities>\n");
  await finished(out);
  const size = (await stat(path)).size / 1e6;
  const costs = Array.from({ length: runs }, () => own("iati", path));
  for (const { gave } of costs) if (gave < results) throw new Error(`${gave} rows of ${results} activities were read.`);
  const speed = costs.map(({ milliseconds }) => (size / milliseconds) * 1000);
  const what = `an IATI file of ${Math.round(size)} MB`;
  tell({
    ...{ part: "Workbooks and IATI files", what, unit: "MB/s", ours: spread(speed) },
    ...{ aim: { kind: "at-least", bound: 40 }, note: "all three of its tables" },
  });
  const worked = costs.map(({ processor }) => (size / processor) * 1000);
  tell({ part: "Workbooks and IATI files", what: `${what}, by processor time`, unit: "MB/s", ours: spread(worked) });
  peaks(`${what}, most memory`, costs, 150);
  const floor = spread([own("floor", path).peak]);
  tell({
    part: "Workbooks and IATI files",
    what: "a process that reads nothing, most memory",
    unit: "MB",
    ours: floor,
  });
}

/** An activity as publishers write them: most of it is money and places, which results stand among. */
function activityOf(number: number): string {
  const id = `XX-BENCH-${number}`;
  const money = Array.from(
    { length: 12 },
    (_, at) =>
      `<transaction ref="${id}-${at}"><transaction-type code="3"/><transaction-date iso-date="2024-0${1 + (at % 9)}-15"/><value currency="USD" value-date="2024-01-15">${1000 + at}</value><description><narrative>Payment ${at} of the grant to a partner of the programme</narrative></description><receiver-org ref="${id}-R"><narrative>Partner ${at}</narrative></receiver-org></transaction>\n`,
  ).join("");
  return `<iati-activity default-currency="USD"><iati-identifier>${id}</iati-identifier><reporting-org ref="XX-BENCH" type="22"><narrative>Made up for a bench</narrative></reporting-org><title><narrative>Activity ${number}</narrative></title><recipient-country code="GT" percentage="100"/><activity-status code="2"/>\n${money}<result type="1" aggregation-status="0"><title><narrative>Result ${number}</narrative></title><indicator measure="1"><title><narrative>Collectives with a plan</narrative></title><baseline year="2023" value="${number % 9}"/><period><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><target value="${number % 40}"/><actual value="${number % 37}"/></period></indicator></result></iati-activity>\n`;
}

function peaks(what: string, costs: readonly Cost[], bound: number): void {
  const ours = spread(costs.map(({ peak }) => peak));
  tell({ part: "Workbooks and IATI files", what, unit: "MB", ours, aim: { kind: "at-most", bound } });
}

/** 100,000 rows of scores, from the store to bytes that are sent: as Arrow from column vectors, as JSON from rows. */
async function arrow(): Promise<void> {
  const store = await openWriter(":memory:");
  const connection = await store.connect();
  await connection.run(`
    CREATE TABLE score AS SELECT 'c-' || lpad(to_hex(i // 160), 16, '0') AS collective, 'ST' || (1 + i % 5) AS result, 'Country ' || (i % 40) AS country,
      'P' || (i % 80) AS project, (2015 + i % 10)::SMALLINT AS year, (hash(i) % 5)::SMALLINT AS score, (hash(i, 1) % 5)::SMALLINT AS evidence,
      ['ngo', 'movement', 'indigenous', 'trade-union'][1 + i % 4] AS type, hash(i, 2) % 1000 / 1000.0::DOUBLE AS share FROM range(100000) r(i)`);
  let [arrowBytes, jsonBytes] = [0, 0];
  const question = "SELECT * FROM score";
  // Five times running, so that each pays for what it leaves to the collector itself.
  const five = await interleaved(7, {
    query: fiveTimes(async () => {
      const result = await connection.stream(question);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; ) chunk = await result.fetchChunk();
    }),
    ours: fiveTimes(async () => {
      arrowBytes = (await arrowStream(connection, question)).length;
    }),
    json: fiveTimes(async () => {
      const rows = (await connection.runAndReadAll(question)).getRowObjectsJson();
      jsonBytes = new TextEncoder().encode(JSON.stringify({ rows })).length;
    }),
  });
  const times = { query: five.query.map(once), ours: five.ours.map(once), json: five.json.map(once) };
  connection.closeSync();
  store.close();
  const part = "Rows over the wire";
  const [ours, theirs] = [spread([arrowBytes]), spread([jsonBytes])];
  tell({
    ...{
      part,
      what: "100,000 rows of scores as Arrow",
      unit: "bytes",
      ours,
      against: { name: "as JSON rows", value: theirs },
    },
    ...{ ratio: spread([arrowBytes / jsonBytes]), aim: { kind: "ratio-at-most", bound: 0.12 } },
  });
  tell({
    ...{
      part,
      what: "100,000 rows of scores read and written as Arrow",
      unit: "ms",
      ours: spread(times.ours),
    },
    ...{ against: { name: "as JSON rows", value: spread(times.json) }, ratio: ratio(times.ours, times.json) },
    aim: { kind: "ratio-at-most", bound: 0.1 },
  });
  const [alone, theirsAlone] = [times.ours, times.json].map((all) =>
    all.map((each, run) => each - (times.query[run] as number)),
  ) as [number[], number[]];
  tell({
    ...{
      part,
      what: "100,000 rows of scores written as Arrow, the query left aside",
      unit: "ms",
      ours: spread(alone),
    },
    ...{ against: { name: "as JSON rows", value: spread(theirsAlone) }, ratio: ratio(alone, theirsAlone) },
  });
}

function once(milliseconds: number): number {
  return milliseconds / 5;
}

function fiveTimes(work: () => Promise<void>): () => Promise<void> {
  return async () => {
    for (let time = 0; time < 5; time += 1) await work();
  };
}
