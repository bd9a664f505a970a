import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { results } from "@trama/data/framework";
import { openHome } from "../../pipelines/home.ts";
import { openWorking } from "../../pipelines/load/working.ts";
import { publish } from "../../pipelines/publish/publish.ts";
import { root } from "../home.ts";

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
    await fill(home.working, rows, at, seq);
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
      seconds: seconds.sort((a, b) => a - b)[Math.floor(seconds.length / 2)] as number,
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

/** Fills a working store with scores drawn from a fixed seed: 40 countries, ten years, the 16 results, one in ten revised. */
async function fill(path: string, rows: number, at: string, sequence: number): Promise<void> {
  const store = await openWorking(path);
  const connection = await store.connect();
  const codes = results.map(({ code, dimension }) => `('${code}', '${dimension}')`).join(", ");
  const countries =
    "['GTM','HND','SLV','NIC','COL','PER','BOL','ECU','BRA','MEX','CRI','PAN','PRY','CHL','ARG','VEN','KEN','UGA','TZA','RWA','COD','CMR','SEN','MLI','BFA','NER','TCD','MOZ','ZWE','ZAF','THA','IDN','PHL','MMR','KHM','NPL','IND','BGD','LKA','PAK']";
  await connection.run(`
    INSERT INTO report BY NAME SELECT '${"0".repeat(16)}' AS report, '${"0".repeat(64)}' AS sha256, ${sequence} AS sequence, 'bench.csv' AS name,
      'entry' AS source, 1 AS version, true AS synthetic, '0' AS framework_version, ${rows} AS rows_read, ${rows} AS rows_accepted,
      0 AS rows_rejected, 0 AS rows_quarantined, 0 AS rows_skipped, TIMESTAMPTZ '${at}' AS learned_at`);
  // 80 projects × 10 years × 16 results, each with and without words: what rows share, numbered as they are drawn below.
  await connection.run(`
    INSERT INTO observation_about BY NAME
    WITH item AS (SELECT row_number() OVER () - 1 AS i, code, dimension FROM (VALUES ${codes}) t(code, dimension))
    SELECT (((p * 10 + y) * 16 + i) * 2 + w + 1)::INTEGER AS about, code AS indicator, code AS result, dimension,
      ${countries}[1 + p % 40] AS country, 'P' || p AS project, (2015 + y)::SMALLINT AS year, (2015 + y)::VARCHAR AS period,
      'accepted' AS panel, w = 1 AS noted, 1 AS revision, 1 AS version, '${"0".repeat(16)}' AS report, 'bench' AS sheet, TIMESTAMPTZ '${at}' AS learned_at
    FROM item, range(80) a(p), range(10) b(y), range(2) d(w)`);
  await connection.run(`
    INSERT INTO observation_collective SELECT c + 1, 'c-' || lpad(to_hex(c), 16, '0') FROM range(${Math.ceil(rows / 176)}) r(c)`);
  await connection.run(`
    INSERT INTO observation_row BY NAME
    WITH drawn AS (SELECT n, n // 176 AS c, least((n % 176) // 16, 9) AS y, n % 16 AS i, hash(n, 7) AS h FROM range(${rows}) r(n))
    SELECT (c + 1)::INTEGER AS collective_number, (((c % 80 * 10 + y) * 16 + i) * 2 + (h % 3 = 0)::INTEGER + 1)::INTEGER AS about,
      (h % 5)::SMALLINT AS score, (h // 8 % 5)::SMALLINT AS evidence, (n + 2)::INTEGER AS row
    FROM drawn ORDER BY n`);
  await connection.run("CHECKPOINT");
  connection.closeSync();
  store.close();
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
