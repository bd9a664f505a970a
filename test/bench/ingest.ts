import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openWriter } from "@trama/data/store";
import { compileLater } from "../../pipelines/compile-later.ts";
import { ingest } from "../../pipelines/ingest.ts";
import { type Cost, inOwnProcess, tellCost } from "./child.ts";
import { tell } from "./figure.ts";
import { ratio, spread } from "./measure.ts";
import { writeScores } from "./observations.ts";

/**
 * How long a large CSV takes with the full rule set, as a ratio to DuckDB's own COPY of the same file into text columns in
 * the same run. Interleaved, each in a process of its own so that its memory is its own. `tsx test/bench/ingest.ts [rows] [runs]`.
 */
const [first = "1000000", second = "5", ...rest] = process.argv.slice(2);
if (first === "one") await runOne(second as Kind, rest as [string, string]);
else await compareAll(Number(first), Number(second));

type Kind = "copy" | "ingest";

async function compareAll(rows: number, runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "trama-bench-"));
  try {
    const csv = join(folder, "scores.csv");
    await writeScores(csv, rows);
    const { size } = await stat(csv);
    const copies: Cost[] = [];
    const ingests: Cost[] = [];
    for (let run = 0; run < runs; run += 1)
      for (const kind of run % 2 === 0 ? (["copy", "ingest"] as const) : (["ingest", "copy"] as const)) {
        const at = join(folder, `${kind}-${run}`);
        const cost = inOwnProcess(fileURLToPath(import.meta.url), ["one", kind, csv, at], { TRAMA_KEYS: `${at}.keys` });
        (kind === "copy" ? copies : ingests).push(cost);
        for (const made of [at, `${at}.keys`]) await rm(made, { recursive: true, force: true });
      }
    const what = `a CSV of ${rows.toLocaleString("en")} rows, ${Math.round(size / 1e6)} MB`;
    const part = "Ingest of a CSV with the full rule set";
    for (const [of, say, aim] of [
      ["milliseconds", what, { kind: "ratio-at-most", bound: 1 }],
      ["processor", `${what}, processor`, undefined],
    ] as const) {
      const [ours, theirs] = [ingests, copies].map((costs) => costs.map((cost) => cost[of])) as [number[], number[]];
      const against = { name: "COPY into text columns", value: spread(theirs) };
      tell({
        part,
        what: say,
        unit: "ms",
        ours: spread(ours),
        against,
        ratio: ratio(ours, theirs),
        ...(aim ? { aim } : {}),
      });
    }
    const peaks = (costs: readonly Cost[]) => spread(costs.map(({ peak }) => peak));
    const against = { name: "COPY into text columns", value: peaks(copies) };
    const aim = { kind: "at-most", bound: 500 } as const;
    tell({ part, what: `${what}, most memory`, unit: "MB", ours: peaks(ingests), against, aim });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runOne(kind: Kind, [csv, folder]: [string, string]): Promise<void> {
  return tellCost(async () => {
    if (kind === "copy") return copied(csv, folder);
    compileLater();
    const { totals } = await ingest(folder, () => new Date("2026-01-31T00:00:00Z"), [csv]);
    if (totals.accepted + totals.skipped !== totals.read) throw new Error("Not every row was accepted.");
    return totals.accepted;
  });
}

async function copied(csv: string, path: string): Promise<number> {
  const store = await openWriter(path);
  const connection = await store.connect();
  await connection.run(
    "CREATE TABLE scores (project VARCHAR, country VARCHAR, period VARCHAR, collective VARCHAR, result VARCHAR, score VARCHAR, evidence VARCHAR)",
  );
  await connection.run(`COPY scores FROM '${csv}' (HEADER, AUTO_DETECT false)`);
  await connection.run("CHECKPOINT");
  connection.closeSync();
  store.close();
  return 0;
}
