import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { database, openReader } from "@trama/data/store";
import { CompiledQuery } from "kysely";
import { drillDown, rolledUp } from "./answers.ts";
import { tell } from "./figure.ts";
import { interleaved, ratio, spread, timed } from "./measure.ts";
import { borrowed, columns, type Peer, postgres, sqlite } from "./peers.ts";
import { askedOf, kinds, ordered, sameQuestion, wideQuestions } from "./questions.ts";
import { madeRelease } from "./release.ts";

/**
 * What answers cost at so many observations: roll-ups against the scores themselves, a drill-down against its statements
 * alone, and the same questions in other engines on the same rows, whose answers must be equal.
 * `tsx test/bench/queries.ts FOLDER ROWS [peers]`.
 */
const [folder = "", size = "1000000", withPeers] = process.argv.slice(2);
const rows = Number(size);
const runs = 5;
/** Questions to the roll-ups for each raw one, and before the first: a server that has run for a minute. */
const questions = 9;
const before = 250;
/** Milliseconds under which a question to another engine is asked so many times in a run, by both. */
const brief = 50;
/** Choosing the last revisions of fifty million observations takes more memory than a reader of a release may have. */
const ofThese = rows <= 1e7 ? (["raw", "derived"] as const) : (["derived"] as const);
const tableOf = { raw: "observations", derived: "scores" } as const;
const named = `${rows / 1e6} M observations`;

const made = await madeRelease(folder, rows);
const store = await openReader(made.restricted, { memory: "4GB" });
const askers = { raw: database(store, 1), derived: database(store, 1) };
for (const [of, db] of Object.entries(askers))
  await db.executeQuery(CompiledQuery.raw(`CREATE TEMP VIEW score AS ${askedOf[of as keyof typeof askedOf]}`));
/** As the platform asks: each question prepared once, its rows as objects. */
const ask = async (question: string, of: keyof typeof askedOf = "derived") =>
  (await askers[of].executeQuery<Record<string, unknown>>(CompiledQuery.raw(question))).rows;

await rollUps();
await deeper();
if (withPeers) await compare();
for (const db of Object.values(askers)) await db.destroy();
store.close();

async function rollUps(): Promise<void> {
  const answers = rolledUp(made);
  for (const kind of kinds) {
    const asked = sameQuestion(kind, before).sql;
    if (rows <= 1e7) same(await ask(asked, "raw"), (await ask(asked)).map(lineOf), `${kind} of the observations`);
    let turn = 0;
    for (; turn < before; turn += 1) await answers.ask(sameQuestion(kind, turn).ours);
    const [ours, worked]: [number[], number[]] = [[], []];
    const theirs: Record<keyof typeof askedOf, number[]> = { raw: [], derived: [] };
    for (let run = 0; run < runs; run += 1) {
      const used = process.cpuUsage();
      ours.push(await middle(questions, () => answers.ask(sameQuestion(kind, turn++).ours)));
      const { user, system } = process.cpuUsage(used);
      worked.push((user + system) / 1000 / questions);
      for (const of of ofThese) theirs[of].push(await timed(() => ask(asked, of)));
    }
    const about = { part: "Answers from roll-ups", unit: "ms", ours: spread(ours) } as const;
    tell({ ...about, what: `${kind}, ${named}`, aim: { kind: "at-most", bound: 3 } });
    // Of progress a process of its own does the larger part.
    if (kind !== "progress")
      tell({ ...about, what: `${kind}, ${named}, processor time of all threads`, ours: spread(worked) });
    for (const of of ofThese)
      tell({
        ...about,
        what: `${kind} against the same of the ${tableOf[of]}, ${named}`,
        against: { name: `DuckDB over the ${tableOf[of]}`, value: spread(theirs[of]) },
        ratio: ratio(theirs[of], ours),
        ...(of === "raw" && rows === 1e7 ? { aim: { kind: "ratio-at-least", bound: 100 } as const } : {}),
      });
  }
  await answers.close();
}

async function deeper(): Promise<void> {
  const { ours, alone, close } = await drillDown(made);
  const times = await interleaved(7, { ours, alone });
  tell({
    part: "Drill-down to the scores",
    what: `one result, 40 countries, ten years, ${named}`,
    unit: "ms",
    ours: spread(times.ours),
    against: { name: "its statements in DuckDB alone", value: spread(times.alone) },
    ratio: ratio(times.ours, times.alone),
    aim: { kind: "ratio-at-most", bound: 1.2 },
  });
  await close();
}

async function compare(): Promise<void> {
  const apart = await mkdtemp(join(tmpdir(), "trama-bench-peers-"));
  try {
    const csv = join(apart, "score.csv");
    await write(csv);
    for (const [name, open] of [
      ["PostgreSQL", postgres],
      ["SQLite", sqlite],
    ] as const) {
      const peer = await open(apart, csv);
      if (!peer) console.log(`${name} is not installed here; it was not compared.`);
      else await against(peer);
    }
    if (rows <= 1e6) await arquero(apart, csv);
  } finally {
    await rm(apart, { recursive: true, force: true });
  }
}

/** The scores as a file that every engine reads. The reader of a release may write no file, so another does. */
async function write(csv: string): Promise<void> {
  const { openWriter } = await import("@trama/data/store");
  const writer = await openWriter(":memory:");
  const own = await writer.connect();
  await own.run(`ATTACH '${made.restricted}' AS made (READ_ONLY)`);
  await own.run(`COPY (SELECT ${columns} FROM made.year_score) TO '${csv}' (HEADER)`);
  own.closeSync();
  writer.close();
}

async function against(peer: Peer): Promise<void> {
  try {
    for (const kind of kinds) {
      const question = wideQuestions[kind];
      const [ours, theirs] = [await ask(question), await peer.ask(question)];
      same(ours, theirs, `${kind} in ${peer.name}`);
      const [ourTimes, theirTimes]: [number[], number[]] = [[], []];
      // What follows another engine's work finds neither the processor's caches nor its threads as it left them.
      const many = (await timed(() => peer.ask(question))) < brief ? questions : 1;
      const both = [
        { times: ourTimes, work: () => ask(question) },
        { times: theirTimes, work: () => peer.ask(question) },
      ];
      for (let run = 0; run < runs; run += 1)
        for (const { times, work } of run % 2 === 0 ? both : [...both].reverse()) times.push(await middle(many, work));
      tell({
        part: "The same questions elsewhere",
        what: `${kind} of the scores, ${named}`,
        unit: "ms",
        ours: spread(ourTimes),
        against: { name: peer.name, value: spread(theirTimes) },
        ratio: ratio(theirTimes, ourTimes),
        aim: { kind: "ratio-at-least", bound: 3 },
      });
    }
  } finally {
    await peer.close();
  }
}

/** The middle time of questions asked one after the other, so many. */
async function middle(many: number, work: () => unknown): Promise<number> {
  const each: number[] = [];
  for (let question = 0; question < many; question += 1) each.push(await timed(work));
  return spread(each).median;
}

function same(ours: readonly Record<string, unknown>[], theirs: readonly string[], what: string): void {
  const [one, other] = [ordered(ours.map(lineOf)), ordered(theirs)];
  if (one.length !== other.length || one.some((line, at) => line !== other[at]))
    throw new Error(`${what}: ${one.length} and ${other.length} rows, and they are not the same.`);
}

function lineOf(row: Readonly<Record<string, unknown>>): string {
  return Object.values(row).join(",");
}

/** An analytics package in the same process, on the first question. */
async function arquero(apart: string, csv: string): Promise<void> {
  interface Table {
    groupby(...names: string[]): Table;
    rollup(values: Record<string, string>): Table;
    filter(which: string): Table;
    objects(): { result: string; country: string; year: number; n: number; k: number }[];
  }
  const aq = await borrowed<{ fromCSV(text: string): Table }>(join(apart, "arquero"), "arquero", "7.2.1");
  if (!aq) return console.log("arquero cannot be had here; it was not compared.");
  const { readFile } = await import("node:fs/promises");
  const table = aq.fromCSV(await readFile(csv, "utf8"));
  const group = () =>
    table
      .groupby("result", "country", "year")
      .rollup({ n: "d => op.valid(d.score)", k: "d => op.sum(d.score >= 3 ? 1 : 0)" })
      .objects();
  const theirs = group().map(({ result, country, year, n, k }) => [result, country, year, n, k].join(","));
  same(await ask(wideQuestions.cells), theirs, "cells in arquero");
  const times = await interleaved(runs, { ours: () => ask(wideQuestions.cells), theirs: group });
  tell({
    part: "The same questions elsewhere",
    what: `cells of the scores, ${named}`,
    unit: "ms",
    ours: spread(times.ours),
    against: { name: "arquero 7.2.1", value: spread(times.theirs) },
    ratio: ratio(times.theirs, times.ours),
    aim: { kind: "ratio-at-least", bound: 3 },
  });
}
