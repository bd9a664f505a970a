import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { all, openReader, openWriter } from "@trama/data/store";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApp } from "../../api/app.ts";
import { type PublishedCells, publishedCells } from "../../api/queries/published-cells.ts";
import { findExactCells } from "../../api/queries/restricted/cells.ts";
import { openReleases, type Releases } from "../../api/release.ts";
import { openRestricted } from "../../api/restricted/restricted.ts";
import { manager, rolledUp } from "../bench/answers.ts";
import { columns, postgres, sqlite } from "../bench/peers.ts";
import { askedOf, kinds, ordered, sameQuestion, wideQuestions } from "../bench/questions.ts";
import { type Made, madeRelease } from "../bench/release.ts";

/** The benches at small size: what they time must be the same answers everywhere. Nothing here looks at a clock. */
let folder: string;
let made: Made;
let releases: Releases;

interface CellsAnswer {
  readonly cells: { result: string; country: string; year: number; n: [number, number]; k: [number, number] }[];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "trama-test-bench-"));
  made = await madeRelease(folder, 20_000);
  releases = openReleases(made.releases);
}, 300_000);
afterAll(async () => {
  await releases.close();
  await rm(folder, { recursive: true, force: true });
});

async function raw(question: string, of: keyof typeof askedOf = "derived"): Promise<string[]> {
  const store = await openReader(made.restricted);
  const connection = await store.connect();
  await connection.run(`CREATE TEMP VIEW score AS ${askedOf[of]}`);
  const rows = (await connection.runAndReadAll(question)).getRowsJson();
  connection.closeSync();
  store.close();
  return ordered(rows.map((row) => row.join(",")));
}

it("the cells that readers are given are those that the scores themselves give", async () => {
  const answer = await createApp({ releases }).request("/v1/cells?by=country");
  const { cells } = (await answer.json()) as CellsAnswer;
  const told = cells
    .filter(({ n }) => n[0] !== null)
    .map(({ result, country, year, n, k }) => [result, country, year, n[0], k[0]].join(","));
  expect(ordered(told)).toEqual(
    (await raw(wideQuestions.cells)).filter((line) => !line.endsWith(",0,0") || told.includes(line)),
  );
  expect(told.length).toBeGreaterThan(1_000);
});

it("the scores of a release give what the observations give that they were made of", async () => {
  for (const kind of kinds) {
    const found = await raw(wideQuestions[kind]);
    expect([kind, await raw(wideQuestions[kind], "raw")]).toEqual([kind, found]);
    expect(found.length).toBeGreaterThan(10);
  }
});

/** Lines of the platform's answer as the same question in SQL gives them; places of which nothing is told left out. */
const linesOf = {
  cells: ({ cells }: { cells: Told[] }) =>
    cells.flatMap(({ result, country, year, n, k }) => (n?.[0] == null ? [] : [[result, country, year, n[0], k?.[0]]])),
  distribution: ({ classes }: { classes: Told[] }) =>
    classes.flatMap(({ result, country, year, score_from, k }) =>
      k?.[0] ? [[result, country, year, score_from, k[0]]] : [],
    ),
  change: ({ changes }: { changes: Told[] }) =>
    changes.flatMap(({ result, country, n, before, after }) =>
      n?.[0] ? [[result, country, n[0], ...of(n, before, after)]] : [],
    ),
  progress: (rows: Told[]) =>
    rows.map(({ result, project, n, baseline, latest }) => [result, project, n?.[0], ...of(n, baseline, latest)]),
};
type Pair = readonly [number | null, number | null];
type Told = Readonly<Record<"result" | "country" | "project" | "year" | "score_from", string>> &
  Readonly<Partial<Record<"n" | "k" | "before" | "after" | "baseline" | "latest", Pair>>>;
const of = (n: Pair | undefined, ...shares: (Pair | undefined)[]) =>
  shares.map((share) => Math.round((share?.[0] as number) * (n?.[0] as number)));

it("each question whose time is told is the same to the platform and in SQL", async () => {
  const answers = rolledUp(made);
  for (const kind of kinds)
    for (const turn of [0, 7, 100]) {
      const { ours, sql } = sameQuestion(kind, turn);
      const answer = await answers.ask(ours);
      const told = answer instanceof Response ? await answer.json() : answer;
      const lines = (linesOf[kind] as (told: unknown) => unknown[][])(told).map((line) => line.join(","));
      const expected = await raw(sql);
      expect([kind, turn, ordered(lines)]).toEqual([kind, turn, expected]);
      expect(expected.length).toBeGreaterThan(10);
      expect([kind, turn, await raw(sql, "raw")]).toEqual([kind, turn, expected]);
    }
  await answers.close();
});

it("groups of country, year and score are counted at their place, not looked up", async () => {
  const [plan] = await raw(`EXPLAIN ${wideQuestions.distribution}`);
  expect(plan).toContain("PERFECT_HASH_GROUP_BY");
});

it("no public question is asked twice while its time is taken", () => {
  for (const kind of kinds) {
    const asked = Array.from({ length: 300 }, (_, turn) => JSON.stringify(sameQuestion(kind, turn).ours));
    expect([kind, new Set(asked).size]).toEqual([kind, kind === "progress" ? 40 : 300]);
  }
});

it("a manager of all countries is told the same from the scores as readers are from the roll-ups", async () => {
  const restricted = openRestricted(made.releases, releases);
  const exact = await restricted.read(manager, ({ rows }) => findExactCells(rows, 1, { by: "country" }));
  restricted.close();
  const answer = await createApp({ releases }).request("/v1/cells?by=country");
  const { cells } = (await answer.json()) as CellsAnswer;
  const line = ({ result, country, year, n, k }: CellsAnswer["cells"][number]) =>
    [result, country, year, n[0] ?? 0, k[0] ?? 0].join(",");
  expect(ordered(exact.map((cell) => line(cell as never)))).toEqual(ordered(cells.map(line)));
});

it("the same cells come as Arrow, in less than half the bytes of JSON", async () => {
  const app = createApp({ releases });
  const [json, arrow] = (await Promise.all(
    ["json", "arrow"].map(async (format) => {
      const answer = await app.request(`/v1/cells?by=country&format=${format}`, {
        headers: { "accept-encoding": "identity" },
      });
      return new Uint8Array(await answer.arrayBuffer());
    }),
  )) as [Uint8Array, Uint8Array];
  const { cells } = JSON.parse(new TextDecoder().decode(json)) as CellsAnswer;
  const table = tableFromIPC(arrow);
  expect([...(table.getChild("k_lo") ?? [])]).toEqual(cells.map(({ k }) => k[0]));
  expect([...(table.getChild("country") ?? [])]).toEqual(cells.map(({ country }) => country));
  expect(arrow.length / json.length).toBeLessThan(0.5);
});

it.each([
  ["PostgreSQL", postgres],
  ["SQLite", sqlite],
] as const)("%s, where it is installed, answers the four questions as DuckDB does", async (_, open) => {
  const apart = await mkdtemp(join(tmpdir(), "trama-test-peer-"));
  const csv = join(apart, "score.csv");
  const writer = await openWriter(":memory:");
  const connection = await writer.connect();
  await connection.run(`ATTACH '${made.restricted}' AS made (READ_ONLY)`);
  const [counted] = await all<{ n: number }>(connection, `SELECT count(*) AS n FROM made.year_score`);
  await connection.run(`COPY (SELECT ${columns} FROM made.year_score) TO '${csv}' (HEADER)`);
  connection.closeSync();
  writer.close();
  expect(counted?.n).toBeGreaterThan(15_000);
  const peer = await open(apart, csv);
  try {
    for (const kind of peer ? kinds : [])
      expect(ordered((await peer?.ask(wideQuestions[kind])) ?? [])).toEqual(await raw(wideQuestions[kind]));
  } finally {
    await peer?.close();
    await rm(apart, { recursive: true, force: true });
  }
});

it("sixteen equal questions at once cost one query", async () => {
  let asked = 0;
  let cells: PublishedCells | undefined;
  const counting: Releases = {
    ...releases,
    read: (work) =>
      releases.read((release) => {
        const counter = {
          transformQuery: ({ node }: { node: never }) => {
            asked += 1;
            return node;
          },
          transformResult: async ({ result }: { result: never }) => result,
        };
        const db = release.db.withPlugin(counter as never);
        cells ??= publishedCells(db);
        return work({ ...release, db, cells });
      }),
  };
  const app = createApp({ releases: counting });
  const ask = async (result: string) => (await app.request(`/v1/cells?by=country&result=${result}`)).text();
  // Of which results there are cells is asked once a release.
  await ask("ST3");
  asked = 0;
  const answers = await Promise.all(Array.from({ length: 16 }, () => ask("ST1")));
  expect(new Set(answers).size).toBe(1);
  expect(asked).toBe(1);
  await ask("ST2");
  expect(asked).toBe(2);
});
