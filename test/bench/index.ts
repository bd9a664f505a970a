import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../home.ts";
import { type Figure, told } from "./figure.ts";
import { pageOf, pictureOf, thisMachine } from "./page.ts";

/**
 * Runs the benches one after the other, each in a process of its own, and writes what they tell to docs/benchmarks.md,
 * with a picture: `npm run bench`, `npm run bench -- queries http` for some, `-- --most 1000000` for no more observations
 * than that. What a bench tells replaces what it told before, line by line. TRAMA_BENCH names a folder where
 * generated releases are kept for the next time.
 */
const given = process.argv.slice(2);
const at = given.indexOf("--most");
const most = at < 0 ? 10_000_000 : Number(given[at + 1]);
const names = given.filter((name, index) => !name.startsWith("--") && (at < 0 || index !== at + 1));
const folder = process.env.TRAMA_BENCH ?? (await mkdtemp(join(tmpdir(), "trama-bench-")));

/** Each bench and its arguments. Protection writes a page of its own. */
const sizes = [1_000_000, 10_000_000, 50_000_000].filter((rows) => rows <= most);
const benches: readonly (readonly [name: string, ...args: string[]])[] = [
  ["formats"],
  ...sizes.map((rows) => ["ingest", String(rows)] as const),
  ...sizes.map((rows) => ["queries", folder, String(rows), ...(rows <= 1e7 ? ["peers"] : [])] as const),
  ...sizes.filter((rows) => rows <= 1e7).map((rows) => ["rollups", folder, String(rows)] as const),
  ["http", folder],
  ["comparisons", String(most)],
  ["publish", "sample", ...(most >= 1e7 ? ["10000000"] : [])],
  ["protect"],
  ["report"],
  ["dashboard"],
];

const file = join(root, "docs/benchmarks.json");
let figures = JSON.parse(await readFile(file, "utf8").catch(() => "[]")) as Figure[];
try {
  for (const [name, ...args] of benches) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n${name} ${args.filter((arg) => arg !== folder).join(" ")}`);
    for (const figure of await run(name, args)) {
      const before = figures.findIndex((old) => keyOf(old) === keyOf(figure));
      figures = before < 0 ? [...figures, figure] : figures.with(before, figure);
      await write();
    }
  }
} finally {
  if (!process.env.TRAMA_BENCH) await rm(folder, { recursive: true, force: true });
}

function keyOf({ part, what, unit, against }: Figure): string {
  return [part, what, unit, against?.name ?? ""].join("|");
}

/** The figures that a bench tells; all else that it says is passed on. */
async function run(name: string, args: readonly string[]): Promise<Figure[]> {
  const tsx = ["--import", "tsx", join(root, `test/bench/${name}.ts`), ...args];
  const child = spawn(process.execPath, tsx, {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.base.json") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const found: Figure[] = [];
  for await (const line of createInterface(child.stdout)) {
    const figure = told(line);
    if (!figure) console.log(line);
    else {
      found.push(figure);
      console.log(
        `  ${figure.what}: ${figure.ours.median.toPrecision(3)} ${figure.unit}${figure.ratio ? `, ratio ${figure.ratio.median.toPrecision(3)}` : ""}`,
      );
    }
  }
  const code = child.exitCode ?? (await new Promise<number | null>((resolve) => child.once("exit", resolve)));
  if (code !== 0) throw new Error(`The bench ${name} ended with ${code}.`);
  return found;
}

async function write(): Promise<void> {
  const parts = [...new Set(figures.map(({ part }) => part))];
  figures.sort((one, other) => parts.indexOf(one.part) - parts.indexOf(other.part));
  await writeFile(file, `${JSON.stringify(figures, null, 1)}\n`);
  await writeFile(join(root, "docs/benchmarks.svg"), pictureOf(figures));
  const { version } = createRequire(import.meta.url)("@duckdb/node-api/package.json") as { version: string };
  const page = join(root, "docs/benchmarks.md");
  const text = await readFile(page, "utf8");
  const [begin, end] = ["<!-- figures: npm run bench -->", "<!-- /figures -->"];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`${page} has no place for the figures.`);
  const body = pageOf(figures, thisMachine(version, new Date()));
  await writeFile(page, `${text.slice(0, from)}${begin}\n${body}\n${text.slice(to)}`);
}
