import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { resultCodes } from "@trama/data/framework";
import { openWriter } from "@trama/data/store";
import { ingest } from "../../pipelines/ingest.ts";

/**
 * How long a large CSV takes with the full rule set, as a ratio to DuckDB's own COPY of the same file into text columns in
 * the same run: a ratio travels between machines, seconds do not. `tsx test/bench/ingest.ts [rows]`.
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const folder = await mkdtemp(join(tmpdir(), "trama-bench-"));
process.env.TRAMA_KEYS = join(folder, "keys");
try {
  const csv = join(folder, "scores.csv");
  await writeScores(csv, rows);
  const { size } = await stat(csv);
  const copy = await timed(() => copied(csv));
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const before = process.memoryUsage().rss;
  const ours = await timed(async () => {
    const { totals } = await ingest(join(folder, "home"), () => new Date("2026-01-31T00:00:00Z"), [csv]);
    if (totals.accepted !== rows) throw new Error(`${totals.accepted} of ${rows} rows were accepted.`);
  });
  clearInterval(watch);
  const megabytes = (bytes: number) => Math.round(bytes / (1 << 20));
  console.log(
    `ingest ${rows} rows (${megabytes(size)} MB): ${ours} ms; COPY ${copy} ms; ratio ${(ours / copy).toFixed(2)}; peak ${megabytes(peak)} MB (${megabytes(before)} MB before)`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
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

async function copied(csv: string): Promise<void> {
  const store = await openWriter(join(folder, "copy.duckdb"));
  const connection = await store.connect();
  await connection.run(
    "CREATE TABLE scores (project VARCHAR, country VARCHAR, period VARCHAR, collective VARCHAR, result VARCHAR, score VARCHAR, evidence VARCHAR)",
  );
  await connection.run(`COPY scores FROM '${csv}' (HEADER, AUTO_DETECT false)`);
  await connection.run("CHECKPOINT");
  connection.closeSync();
  store.close();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round(performance.now() - from);
}
