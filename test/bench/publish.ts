import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeSamples } from "@trama/data/samples";
import { openHome } from "../../pipelines/home.ts";
import { ingest } from "../../pipelines/ingest.ts";
import { publish } from "../../pipelines/publish/publish.ts";
import { type Cost, inOwnProcess, tellCost } from "./child.ts";
import { tell } from "./figure.ts";
import { spread } from "./measure.ts";
import { drawObservations } from "./observations.ts";

/**
 * How long a first release takes, with protection and gate: of the sample, and of so many generated observations. Each in a
 * process and a home of its own. `tsx test/bench/publish.ts [sample ROWS …]`.
 */
const runs = 5;
const [first = "", ...rest] = process.argv.slice(2);
const [what = "", folder = ""] = rest;
if (first === "make") await tellCost(() => make(what, folder));
else if (first === "publish") await tellCost(() => publishOnce(folder));
else await measureAll([first, ...rest].filter(Boolean));

async function measureAll(asked: readonly string[]): Promise<void> {
  for (const what of asked.length > 0 ? asked : ["sample", "10000000"]) {
    const costs: Cost[] = [];
    for (let run = 0; run < runs; run += 1) {
      const folder = await mkdtemp(join(tmpdir(), "trama-bench-"));
      try {
        const own = (doing: string) =>
          inOwnProcess(fileURLToPath(import.meta.url), [doing, what, folder], { TRAMA_KEYS: join(folder, "keys") });
        own("make");
        costs.push(own("publish"));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
    const named = what === "sample" ? "the sample" : `${Number(what) / 1e6} M observations`;
    const of = (kind: "milliseconds" | "processor") => spread(costs.map((cost) => cost[kind] / 1000));
    const about = { part: "Publishing a first release", unit: "s" } as const;
    const bound = what === "sample" ? 60 : 300;
    tell({ ...about, what: named, ours: of("milliseconds"), aim: { kind: "at-most", bound } });
    tell({ ...about, what: `${named}, processor time of all threads`, ours: of("processor") });
    tell({
      ...{ ...about, what: `${named}, most memory`, unit: "MB", ours: spread(costs.map(({ peak }) => peak)) },
      ...(what === "sample" ? {} : { aim: { kind: "at-most", bound: 4000 } as const }),
    });
  }
}

/** A home in the folder, in which nothing has been published. */
async function make(what: string, folder: string): Promise<number> {
  const path = join(folder, "home");
  if (what === "sample") {
    await writeSamples(join(folder, "reports"));
    await ingest(path, () => new Date(), [join(folder, "reports")]);
    return 0;
  }
  const home = await openHome(path, () => new Date());
  const [sha256, rows] = ["0".repeat(64), Number(what)];
  const { at, seq } = await home.ledger.append({ kind: "received", sha256, source: "entry" });
  await drawObservations(home.working, { rows, at, sequence: seq, sha256 });
  const counts = { read: rows, accepted: rows, rejected: 0, quarantined: 0, skipped: 0 };
  await home.ledger.append({ kind: "loaded", sha256, counts, decisions: [] });
  return rows;
}

async function publishOnce(folder: string): Promise<number> {
  const { release } = await publish(await openHome(join(folder, "home"), () => new Date()));
  return release;
}
