import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { arrowStream, openReader, openWriter } from "@trama/data/store";
import { createApp } from "../../api/app.ts";
import { openReleases } from "../../api/release.ts";
import { sampleHome } from "./published-sample.ts";

/**
 * What an answer costs beyond DuckDB, as ratios in one run: cells that nobody asked for before against the same statement
 * prepared and read alone, a million rows as Arrow against reading their columns and doing nothing with them.
 * `tsx test/bench/answers.ts [HOME of a published sample]`; medians.
 */
const runs = 5;
const folder = await mkdtemp(join(tmpdir(), "trama-bench-"));
process.env.TRAMA_KEYS ??= join(folder, "keys");
try {
  console.log(await arrow());
  console.log(await uncached(process.argv[2] ?? (await sampleHome(folder))));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Questions that nobody asked before, against the same statements prepared and read by DuckDB alone. */
async function uncached(home: string): Promise<string> {
  const releases = openReleases(join(home, "releases"));
  const app = createApp({ releases });
  const questions = Array.from(
    { length: 60 },
    (_, index) =>
      `/v1/cells?result=ST${1 + (index % 5)}~IN${1 + (index % 4)}&by=country&time=${2019 + (index % 4)}..${2022 + (index % 4)}&country=GTM~KEN~${["COL", "HND", "THA", "IDN", "MEX"][index % 5]}&type=${["trade-union", "movement", "ngo"][index % 3]}`,
  );
  const store = await openReader(
    join(home, "releases", readFileSync(join(home, "releases/current"), "utf8").trim(), "public.duckdb"),
  );
  const connection = await store.connect();
  const alone = await connection.prepare(
    "SELECT * FROM cell WHERE audience = 'open' AND figure = 'in_place' AND country IS NOT NULL AND presence = 'all' AND panel IS NULL AND formality IS NULL AND setting IS NULL AND type = $1 AND year_from IS NULL AND result IN ($2, $3) AND country IN ($4, $5, $6) AND year >= $7 AND year <= $8 ORDER BY rowid",
  );
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const [index, question] of questions.entries()) {
    let from = performance.now();
    const answer = await app.request(question);
    await answer.arrayBuffer();
    ours.push(performance.now() - from);
    if (answer.status !== 200) throw new Error(`${question} gave ${answer.status}`);
    from = performance.now();
    alone.bind([
      ["trade-union", "movement", "ngo"][index % 3] as string,
      `ST${1 + (index % 5)}`,
      `IN${1 + (index % 4)}`,
      "GTM",
      "KEN",
      ["COL", "HND", "THA", "IDN", "MEX"][index % 5] as string,
      2019 + (index % 4),
      2022 + (index % 4),
    ]);
    (await alone.runAndReadAll()).getRowObjects();
    theirs.push(performance.now() - from);
  }
  connection.closeSync();
  store.close();
  await releases.close();
  return `uncached cells: ${median(ours).toFixed(2)} ms; DuckDB alone ${median(theirs).toFixed(2)} ms; ratio ${(median(ours) / median(theirs)).toFixed(2)}`;
}

/** A million rows as Arrow, against reading their columns and doing nothing with them. */
async function arrow(): Promise<string> {
  const store = await openWriter(":memory:");
  const connection = await store.connect();
  await connection.run(
    `CREATE TABLE t AS SELECT 'Region ' || (i % 10) AS region, 'Country ' || (i * 7919 % 200) AS country, (1990 + i % 34)::SMALLINT AS year,
       i::INTEGER AS id, CASE WHEN i % 13 = 0 THEN NULL ELSE (i * 31)::BIGINT END AS big, CASE WHEN i % 10 = 0 THEN NULL ELSE i / 7.0::DOUBLE END AS value,
       (i % 2 = 0) AS flag, DATE '2000-01-01' + (i % 9000)::INTEGER AS day FROM range(1000000) r(i)`,
  );
  const written: number[] = [];
  const read: number[] = [];
  const fetched: number[] = [];
  let bytes = 0;
  for (let run = 0; run < runs; run += 1) {
    let from = performance.now();
    bytes = (await arrowStream(connection, "SELECT * FROM t")).length;
    written.push(performance.now() - from);
    from = performance.now();
    (await connection.runAndReadAll("SELECT * FROM t")).getColumns();
    read.push(performance.now() - from);
    from = performance.now();
    await (await connection.stream("SELECT * FROM t")).fetchAllChunks();
    fetched.push(performance.now() - from);
  }
  connection.closeSync();
  store.close();
  return `a million rows as Arrow: ${Math.round(median(written))} ms, ${(bytes / 1e6).toFixed(1)} MB; the columns read into values alone ${Math.round(median(read))} ms, ratio ${(median(written) / median(read)).toFixed(2)}; fetched and not looked at ${Math.round(median(fetched))} ms, ratio ${(median(written) / median(fetched)).toFixed(2)}`;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
}
