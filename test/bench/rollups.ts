import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tables } from "@trama/data/schema";
import { openWriter } from "@trama/data/store";
import { deriveCells } from "../../pipelines/derive/cells/index.ts";
import { createTables } from "../../pipelines/load/create-tables.ts";
import { tell } from "./figure.ts";
import { ratio, spread, timed } from "./measure.ts";
import { writeScores } from "./observations.ts";
import { madeRelease } from "./release.ts";

/**
 * All roll-ups of a release rebuilt from its scores, against COPY of as many rows of a CSV into text columns.
 * `tsx test/bench/rollups.ts FOLDER ROWS`.
 */
const [folder = "", size = "1000000"] = process.argv.slice(2);
const rows = Number(size);
const made = await madeRelease(folder, rows);
const apart = await mkdtemp(join(tmpdir(), "trama-bench-"));
try {
  const csv = join(apart, "scores.csv");
  await writeScores(csv, rows);
  const [ours, copies]: [number[], number[]] = [[], []];
  for (let run = 0; run < 5; run += 1) {
    ours.push(await rebuilt(join(apart, `cells-${run}.duckdb`)));
    copies.push(await copied(csv, join(apart, `copy-${run}.duckdb`)));
  }
  tell({
    part: "Rebuilding all roll-ups",
    what: `every cell of ${rows / 1e6} M observations`,
    unit: "ms",
    ours: spread(ours),
    against: { name: "COPY of as many rows", value: spread(copies) },
    ratio: ratio(ours, copies),
    aim: { kind: "ratio-at-most", bound: 1 },
  });
} finally {
  await rm(apart, { recursive: true, force: true });
}

/** Milliseconds to make the table of cells from the tables that it is counted from. */
async function rebuilt(path: string): Promise<number> {
  const store = await openWriter(path, { memory: "3GB" });
  const connection = await store.connect();
  await connection.run(`ATTACH '${made.restricted}' AS made (READ_ONLY)`);
  for (const name of ["year_score", "country", "observation", "report", "funding", "collective", "project", "target"])
    await connection.run(`CREATE TEMP VIEW ${name} AS SELECT * FROM made.${name}`);
  await createTables(connection, [tables.cell], "restricted");
  const took = await timed(async () => {
    await deriveCells(connection, 1);
    await connection.run("CHECKPOINT");
  });
  connection.closeSync();
  store.close();
  await rm(path);
  return took;
}

async function copied(csv: string, path: string): Promise<number> {
  const store = await openWriter(path);
  const connection = await store.connect();
  await connection.run(
    "CREATE TABLE scores (project VARCHAR, country VARCHAR, period VARCHAR, collective VARCHAR, result VARCHAR, score VARCHAR, evidence VARCHAR)",
  );
  const took = await timed(async () => {
    await connection.run(`COPY scores FROM '${csv}' (HEADER, AUTO_DETECT false)`);
    await connection.run("CHECKPOINT");
  });
  connection.closeSync();
  store.close();
  await rm(path);
  return took;
}
