import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { resultCodes } from "@trama/data/framework";
import { openReader } from "@trama/data/store";
import { root } from "../home.ts";
import { tell } from "./figure.ts";
import { ratio, spread, timed } from "./measure.ts";
import { firstYear } from "./observations.ts";
import { madeRelease } from "./release.ts";

/**
 * The API against what the machine allows: answers that nobody asked for before against their statement in DuckDB alone,
 * cached answers against a bare node server that returns the same bytes, and the server's memory over many requests.
 * `tsx test/bench/http.ts FOLDER`.
 */
const runs = 5;
const connections = 50;
const perRun = 6_000;
const path = "/v1/cells?by=region&time=2019..2025";
/** What readers of a dashboard ask for: results, years and ways of putting them together, one after the other. */
const many = ["ST1", "ST3", "IN1", "IN4", "EX2", "EX4"].flatMap((result) =>
  [2019, 2021, 2023, 2025].flatMap((year) => [
    `/v1/cells?by=world&result=${result}&time=${year}`,
    `/v1/cells?by=country&result=${result}&time=${year}`,
    `/v1/distribution?by=region&result=${result}&time=${year}`,
  ]),
);
if (process.argv[2] === "bare") await bareServer(process.argv[3] as string);
else await main(process.argv[2] ?? "");

async function main(made: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "trama-bench-"));
  process.env.TRAMA_KEYS ??= join(folder, "keys");
  const { releases, open } = await madeRelease(made, 1_000_000);
  const home = join(folder, "home");
  await mkdir(home);
  await symlink(releases, join(home, "releases"));
  const servers: ChildProcess[] = [];
  try {
    const ours = await started(servers, ["trama.js", "serve", "--port", "0", "--home", home]);
    const bytes = Buffer.from(await (await fetch(`http://127.0.0.1:${ours.port}${path}`)).arrayBuffer());
    const file = join(folder, "bytes.json");
    await writeFile(file, bytes);
    const bare = await started(servers, ["--import", "tsx", fileURLToPath(import.meta.url), "bare", file]);
    await uncached(ours.port, open);
    await load(ours.port, 3_000);
    await load(bare.port, 3_000);
    const cached: Loaded[] = [];
    const floor: Loaded[] = [];
    for (let run = 0; run < runs; run += 1) {
      cached.push(await load(ours.port, perRun));
      floor.push(await load(bare.port, perRun));
    }
    const [fast, bareFast] = [cached, floor].map((loads) => loads.map(({ perSecond }) => perSecond)) as [
      number[],
      number[],
    ];
    tell({
      ...{
        part: "Answers over HTTP",
        what: `a cached answer of ${Math.round(bytes.length / 1000)} kB, ${connections} connections`,
      },
      ...{
        unit: "requests/s",
        ours: spread(fast),
        against: { name: "a bare node server, the same bytes", value: spread(bareFast) },
      },
      ...{ ratio: ratio(fast, bareFast), aim: { kind: "ratio-at-least", bound: 0.5 } },
    });
    const told = [`${memory(ours.child)} MB before`];
    for (let done = 20_000; done <= 100_000; done += 20_000) {
      const { p99, perSecond } = await load(ours.port, 20_000, many);
      told.push(`${memory(ours.child)} MB after ${done} (${Math.round(perSecond)}/s, p99 ${p99.toFixed(0)} ms)`);
    }
    console.log(`memory of the server, ${many.length} questions in turn: ${told.join(", ")}`);
  } finally {
    for (const server of servers) server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sixteen results taken by twos and sixes give more questions than are asked here, so each is asked for the first time. */
function* questions(results: number): Generator<{ results: string[]; from: number }> {
  for (let from = firstYear; ; from = from === firstYear ? firstYear + 1 : firstYear)
    for (let start = 0; start < resultCodes.length; start += 1)
      for (let step = 1; step < 8; step += 2)
        yield {
          results: Array.from({ length: results }, (_, at) => resultCodes[(start + at * step) % 16] as string).sort(),
          from,
        };
}

/** New questions of different sizes over one connection, in turn with their statement prepared and read in this process. */
async function uncached(port: number, file: string): Promise<void> {
  const store = await openReader(file);
  const connection = await store.connect();
  for (const [results, years] of [
    [1, 1],
    [2, 5],
    [6, 10],
  ] as const)
    for (const format of ["json", "arrow"] as const) {
      const seen = new Set<string>();
      const asked = questions(results);
      const next = (): { address: string; statement: string } => {
        for (;;) {
          const { results: codes, from } = asked.next().value as { results: string[]; from: number };
          const time = `${from}..${from + years - 1}`;
          const address = `/v1/cells?by=country&result=${codes.join("~")}&time=${time}&format=${format}`;
          if (new Set(codes).size < results || seen.has(address)) continue;
          seen.add(address);
          return { address, statement: statementOf(codes, from, from + years - 1) };
        }
      };
      const [ours, theirs]: [number[], number[]] = [[], []];
      let rows = 0;
      for (let run = -3; run < 15; run += 1) {
        const { address, statement } = next();
        const took = await timed(async () => {
          const answer = await fetch(`http://127.0.0.1:${port}${address}`, {
            headers: { "accept-encoding": "identity" },
          });
          if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
          await answer.arrayBuffer();
        });
        const alone = await timed(async () => {
          rows = (await (await connection.run(statement)).getRowObjects()).length;
        });
        if (run >= 0) {
          ours.push(took);
          theirs.push(alone);
        }
      }
      tell({
        ...{ part: "Answers over HTTP", what: `cells nobody asked for before, ${rows} rows, ${format}`, unit: "ms" },
        ...{ ours: spread(ours), against: { name: "the statement in DuckDB alone", value: spread(theirs) } },
        ...{
          ratio: ratio(ours, theirs),
          aim: { kind: "ratio-or-more", bound: format === "json" ? 1.25 : 1.15, more: 1 },
        },
      });
    }
  connection.closeSync();
  store.close();
}

/** What the route asks of DuckDB, as text. */
function statementOf(results: readonly string[], from: number, to: number): string {
  return `SELECT result, dimension, sub_dimension, country, region, year, type, status, n_lo, n_hi, k_lo, k_hi, share_lo, share_hi, interval_lo, interval_hi, median_lo, median_hi, flags, as_of
    FROM cell WHERE audience = 'open' AND figure = 'in_place' AND country IS NOT NULL AND region IS NOT NULL AND presence = 'all' AND panel IS NULL AND formality IS NULL AND setting IS NULL
      AND type IS NULL AND year_from IS NULL AND result IN (${results.map((code) => `'${code}'`).join(", ")}) AND year >= ${from} AND year <= ${to} ORDER BY rowid`;
}

/** A server in a process of its own, and the port that it says it listens on. */
function started(servers: ChildProcess[], args: readonly string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.base.json") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  servers.push(child);
  return new Promise((resolve, reject) => {
    let said = "";
    const look = (text: Buffer) => {
      said += text;
      const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port) resolve({ child, port: Number(port) });
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.once("exit", () => reject(new Error(said)));
  });
}

async function bareServer(file: string): Promise<void> {
  const { createServer } = await import("node:http");
  const bytes = readFileSync(file);
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json; charset=utf-8", "Content-Length": bytes.length });
    response.end(bytes);
  });
  server.listen(0, "127.0.0.1", () => {
    const at = server.address();
    console.log(`http://127.0.0.1:${typeof at === "object" ? at?.port : 0}`);
  });
}

interface Loaded {
  readonly perSecond: number;
  /** Milliseconds within which 99 of 100 were answered. */
  readonly p99: number;
}

/** Asks so many times over connections that are kept, each asking again as soon as it is answered. */
async function load(port: number, requests: number, asked: readonly string[] = [path]): Promise<Loaded> {
  const times: number[] = [];
  let left = requests;
  const from = performance.now();
  const written = asked.map(
    (one) => `GET ${one} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: application/json\r\n\r\n`,
  );
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(port, "127.0.0.1");
          let sent = 0;
          let wanted = -1;
          let got = 0;
          const ask = () => {
            if (left === 0) return socket.end();
            left -= 1;
            sent = performance.now();
            wanted = -1;
            got = 0;
            socket.write(written[left % written.length] as string);
          };
          socket.on("connect", ask);
          socket.on("data", (bytes) => {
            if (wanted < 0) {
              const head = bytes.indexOf("\r\n\r\n");
              const text = bytes.subarray(0, head).toString("latin1");
              if (!text.startsWith("HTTP/1.1 200")) return reject(new Error(text.split("\r\n")[0]));
              wanted = head + 4 + Number(/content-length: (\d+)/i.exec(text)?.[1]);
            }
            got += bytes.length;
            if (got < wanted) return;
            times.push(performance.now() - sent);
            ask();
          });
          socket.on("close", () => resolve());
          socket.on("error", reject);
        }),
    ),
  );
  const seconds = (performance.now() - from) / 1000;
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] as number };
}

function memory({ pid }: ChildProcess): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
}
