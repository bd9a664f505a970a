import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { openHome } from "../../pipelines/home.ts";
import { publish } from "../../pipelines/publish/publish.ts";
import { root } from "../home.ts";
import { median } from "./measure.ts";
import { drawObservations } from "./observations.ts";

/** Sizes to measure and how often; `npx tsx test/bench/publish.ts 100000x5 1000000x1`. */
const asked = process.argv.slice(2).map((text) => text.split("x").map(Number) as [number, number]);
const plan =
  asked.length > 0
    ? asked
    : ([
        [100_000, 5],
        [1_000_000, 5],
        [10_000_000, 1],
      ] as [number, number][]);
process.env.TRAMA_KEYS = await mkdtemp(join(tmpdir(), "trama-bench-keys-"));

interface Measured {
  readonly rows: number;
  readonly runs: number;
  readonly seconds: number;
  /** Processor seconds of all runs together, divided by the runs: tells less about what else the machine does. */
  readonly cpu: number;
  readonly memory: number;
  readonly working: number;
  readonly restricted: number;
  readonly open: number;
}

const measured: Measured[] = [];
for (const [rows, runs] of plan) {
  measured.push(await measure(rows, runs));
  console.error(JSON.stringify(measured.at(-1)));
}
const lines = [
  "| observations | publish (s, median) | processor (s, mean) | runs | most memory (MB) | working store (MB) | restricted (MB) | public (MB) |",
  "|--:|--:|--:|--:|--:|--:|--:|--:|",
  ...measured.map(
    ({ rows, runs, seconds, cpu, memory, working, restricted, open }) =>
      `| ${rows.toLocaleString("en")} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${runs} | ${memory} | ${working} | ${restricted} | ${open} |`,
  ),
];
console.log(lines.join("\n"));
await writeSection(lines);

async function measure(rows: number, runs: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "trama-bench-"));
  try {
    const home = await openHome(join(folder, "home"), () => new Date());
    const { at, seq } = await home.ledger.append({ kind: "received", sha256: "0".repeat(64), source: "entry" });
    await drawObservations(home.working, { rows, at, sequence: seq, sha256: "0".repeat(64) });
    const counts = { read: rows, accepted: rows, rejected: 0, quarantined: 0, skipped: 0 };
    await home.ledger.append({ kind: "loaded", sha256: "0".repeat(64), counts, decisions: [] });
    const seconds: number[] = [];
    let memory = 0;
    const before = process.cpuUsage();
    const watch = setInterval(() => {
      memory = Math.max(memory, process.memoryUsage.rss());
    }, 50);
    for (let run = 0; run < runs; run += 1) {
      const started = performance.now();
      let last = started;
      await publish(home, {
        progress: (step) => {
          console.error(
            `  ${rows} rows, run ${run + 1}: ${step} (after ${((performance.now() - last) / 1000).toFixed(1)} s)`,
          );
          last = performance.now();
        },
      });
      seconds.push((performance.now() - started) / 1000);
    }
    clearInterval(watch);
    const { user, system } = process.cpuUsage(before);
    const size = async (path: string) => Math.round((await stat(path)).size / 1e6);
    const newest = join(home.releases, String(runs));
    return {
      rows,
      runs,
      seconds: median(seconds),
      cpu: (user + system) / 1e6 / runs,
      memory: Math.round(memory / 1e6),
      working: await size(home.working),
      restricted: await size(join(newest, "restricted.duckdb")),
      open: await size(join(newest, "public.duckdb")),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeSection(lines: readonly string[]): Promise<void> {
  const path = join(root, "docs/benchmarks.md");
  const text = await readFile(path, "utf8").catch(() => "# Benchmarks\n");
  const begin = "<!-- publish: npm run bench -->";
  const end = "<!-- /publish -->";
  const section = [
    begin,
    `Publishing (derive, protect, read back, hash) on ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}; scores drawn`,
    "from a fixed seed over 40 countries, ten years and 16 results, one in eleven a revision.",
    "",
    ...lines,
    end,
  ].join("\n");
  const at = text.indexOf(begin);
  const next =
    at < 0
      ? `${text.trimEnd()}\n\n## Publish\n\n${section}\n`
      : text.slice(0, at) + section + text.slice(text.indexOf(end) + end.length);
  await writeFile(path, next);
}
