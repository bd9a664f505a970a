import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Protection } from "@trama/data/schema";
import { ingest, withHome } from "../../pipelines/ingest.ts";
import { publish } from "../../pipelines/publish/publish.ts";
import { root } from "../home.ts";
import { type Drawn, draw, reportsOf, revise } from "./generated.ts";

/** Seeds and releases of each to measure: `npx tsx test/bench/protect.ts 1,2,3 3`. */
const seeds = (process.argv[2] ?? "1,2,3,4,5").split(",").map(Number);
const releases = [1, 2, 3].slice(0, Number(process.argv[3] ?? 3));
process.env.TRAMA_KEYS = await mkdtemp(join(tmpdir(), "trama-bench-keys-"));

interface Measured {
  readonly seed: number;
  readonly release: number;
  readonly wall: number;
  readonly cpu: number;
  readonly counts: number;
  readonly protection: Protection;
}

const measured: Measured[] = [];
for (const seed of seeds) {
  const folder = await mkdtemp(join(tmpdir(), "trama-bench-"));
  const home = join(folder, "home");
  let before: Drawn[] = [];
  for (const release of releases) {
    const drawn: Drawn[] = release === 1 ? draw(seed) : revise(before, seed * 10 + release);
    const reports = join(folder, `reports-${release}`);
    await mkdir(reports);
    for (const [name, text] of Object.entries(reportsOf(drawn, before, `r${release}`)))
      await writeFile(join(reports, name), text);
    before = drawn;
    const { totals } = await ingest(home, () => new Date(), [reports], { acceptRevision: true });
    if (totals.rejected > 0) throw new Error(`${totals.rejected} generated rows were rejected.`);
    const [started, used] = [performance.now(), process.cpuUsage()];
    let counted = 0;
    const { protection } = await withHome(
      home,
      () => new Date(),
      "publish",
      0,
      (open) =>
        publish(open, {
          progress: (step) => {
            if (/^protect 8\//.test(step)) counted = (performance.now() - started) / 1000;
          },
        }),
    );
    const { user, system } = process.cpuUsage(used);
    const wall = (performance.now() - started) / 1000;
    measured.push({
      seed,
      release,
      wall,
      cpu: (user + system) / 1e6,
      counts: counted,
      protection: protection as Protection,
    });
    console.error(JSON.stringify(measured.at(-1)));
  }
  await rm(folder, { recursive: true, force: true });
}

const lines = [
  "| figure | eligible, all seeds and releases | published, median | least | exactly, median |",
  "|---|--:|--:|--:|--:|",
  ...[
    "world",
    "region",
    "country",
    "world and type",
    "region and type",
    "country and type",
    "donor",
    "open",
    "shares",
  ].map((level) => {
    const parts = measured.flatMap(({ protection }) => partOf(protection, level));
    const sorted = (of: (part: Part) => number) =>
      parts.map((part) => of(part) / part.eligible).sort((one, other) => one - other);
    const [shares, exact] = [
      sorted(({ published }) => published),
      sorted(({ published, banded = 0 }) => published - banded),
    ];
    const eligible = parts.reduce((sum, part) => sum + part.eligible, 0);
    return `| ${level} | ${eligible} | ${percent(shares[Math.floor(shares.length / 2)])} | ${percent(shares[0])} | ${level === "shares" ? "" : percent(exact[Math.floor(exact.length / 2)])} |`;
  }),
  "",
  `Attackers found ${measured.reduce((sum, { protection }) => sum + Object.values(protection.attacks).reduce((a, b) => a + b, 0), 0)} in ${measured.length} releases of seeds ${seeds.join(", ")}. ` +
    `Counts took ${span(measured.map(({ counts }) => counts))} s, a whole publication ${span(measured.map(({ wall }) => wall))} s (processor ${span(measured.map(({ cpu }) => cpu))} s).`,
];
console.log(lines.join("\n"));
await writeSection(lines);

interface Part {
  readonly eligible: number;
  readonly published: number;
  readonly banded?: number | undefined;
}

function partOf(protection: Protection, level: string): Part[] {
  if (level === "open") return [protection];
  if (level === "shares")
    return protection.shares ? [{ eligible: protection.shares.candidates, published: protection.shares.kept }] : [];
  const found = protection.levels?.[level];
  return found ? [found] : [];
}

function percent(share: number | undefined): string {
  return share === undefined ? "" : `${Math.round(100 * share)}%`;
}

function span(values: readonly number[]): string {
  const sorted = [...values].sort((one, other) => one - other).map(Math.round);
  return `${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]}-${sorted.at(-1)})`;
}

async function writeSection(body: readonly string[]): Promise<void> {
  const path = join(root, "docs/protection.md");
  const [begin, end] = ["<!-- protect: npm run bench -->", "<!-- /protect -->"];
  const text = await readFile(path, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`${path} has no place for the figures.`);
  await writeFile(path, `${text.slice(0, from)}${begin}\n${body.join("\n")}\n${text.slice(to)}`);
}
