import { spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { resultCodes } from "@trama/data/framework";
import { openWriter } from "@trama/data/store";
import { ingest } from "../../pipelines/ingest.ts";

/**
 * How long a large CSV takes with the full rule set, as a ratio to DuckDB's own COPY of the same file into text columns in
 * the same run: a ratio travels between machines, seconds do not. Medians of interleaved runs, each in a process of its own
 * so that its memory is its own. `tsx test/bench/ingest.ts [rows] [runs]`.
 */
const [first = "1000000", second = "5", ...rest] = process.argv.slice(2);
if (first === "one") await runOne(second as Kind, rest as [string, string]);
else await compareAll(Number(first), Number(second));

type Kind = "copy" | "ingest";

interface Measured {
  readonly milliseconds: number;
  readonly cpu: number;
  /** Highest resident memory of the process, in megabytes, its start included. */
  readonly peak: number;
}

async function compareAll(rows: number, runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "trama-bench-"));
  try {
    const csv = join(folder, "scores.csv");
    await writeScores(csv, rows);
    const { size } = await stat(csv);
    const copies: Measured[] = [];
    const ingests: Measured[] = [];
    for (let run = 0; run < runs; run += 1) {
      copies.push(measured("copy", csv, join(folder, `copy-${run}`)));
      ingests.push(measured("ingest", csv, join(folder, `ingest-${run}`)));
    }
    const middle = (all: readonly Measured[], what: keyof Measured) => median(all.map((one) => one[what]));
    const ratio = median(ingests.map(({ milliseconds }, run) => milliseconds / (copies[run] as Measured).milliseconds));
    console.log(
      `ingest ${rows} rows (${Math.round(size / (1 << 20))} MB), median of ${runs}: ${middle(ingests, "milliseconds")} ms (processor ${middle(ingests, "cpu")}); COPY ${middle(copies, "milliseconds")} ms (processor ${middle(copies, "cpu")}); ratio ${ratio.toFixed(2)}; peak ${Math.max(...ingests.map(({ peak }) => peak))} MB (COPY ${Math.max(...copies.map(({ peak }) => peak))} MB)`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function measured(kind: Kind, csv: string, folder: string): Measured {
  const run = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), "one", kind, csv, folder],
    { encoding: "utf8", env: { ...process.env, TRAMA_KEYS: `${folder}.keys` } },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Measured;
}

async function runOne(kind: Kind, [csv, folder]: [string, string]): Promise<void> {
  const before = process.cpuUsage();
  const from = performance.now();
  if (kind === "copy") await copied(csv, folder);
  else {
    const { totals } = await ingest(folder, () => new Date("2026-01-31T00:00:00Z"), [csv]);
    if (totals.accepted + totals.skipped !== totals.read) throw new Error("Not every row was accepted.");
  }
  const milliseconds = Math.round(performance.now() - from);
  const { user, system } = process.cpuUsage(before);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ milliseconds, cpu: Math.round((user + system) / 1000), peak } satisfies Measured));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
}

/** Scores of made-up collectives: every row another collective, result and period, so that none is said twice. */
async function writeScores(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  out.write("project,country,period,collective,result,score,evidence\n");
  const countries = ["GTM", "HND", "COL", "KEN", "THA", "IDN", "MEX", "COD"];
  let text = "";
  for (let index = 0; index < count; index += 1) {
    const collective = Math.floor(index / 128);
    const result = resultCodes[index % 16];
    text += `P${collective % 40},${countries[collective % 8]},${2018 + (Math.floor(index / 16) % 8)},C${collective},${result},${(index * 7) % 5},${(index * 3) % 5}\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await new Promise<void>((resolve) => out.once("drain", () => resolve()));
    text = "";
  }
  out.end(text);
  await finished(out);
}

async function copied(csv: string, path: string): Promise<void> {
  const store = await openWriter(path);
  const connection = await store.connect();
  await connection.run(
    "CREATE TABLE scores (project VARCHAR, country VARCHAR, period VARCHAR, collective VARCHAR, result VARCHAR, score VARCHAR, evidence VARCHAR)",
  );
  await connection.run(`COPY scores FROM '${csv}' (HEADER, AUTO_DETECT false)`);
  await connection.run("CHECKPOINT");
  connection.closeSync();
  store.close();
}
