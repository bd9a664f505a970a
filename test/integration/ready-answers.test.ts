import { cp, rename, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { type Accounts, openAccounts } from "../../api/accounts/accounts.ts";
import { createApp } from "../../api/app.ts";
import { listenerOf } from "../../api/listener.ts";
import { metrics } from "../../api/metrics/metrics.ts";
import { openReleases, type Releases } from "../../api/release.ts";
import { openRestricted, type Restricted } from "../../api/restricted/restricted.ts";
import { readyAnswers } from "../../api/routes/ready-answers.ts";
import { emptyFolder } from "../home.ts";

const path = "/v1/cells?by=region&result=ST1";
let folder: string;
let releases: Releases;
let restricted: Restricted;
let accounts: Accounts;
let server: Server;
let port: number;
/** Whether each request was answered on the short road, and the lines of the log. */
const short: boolean[] = [];
const lines: string[] = [];
const counted = metrics();

beforeAll(async () => {
  folder = join(await emptyFolder("ready"), "releases");
  await cp(join(inject("sampleHome"), "releases"), folder, { recursive: true });
  await cp(join(folder, "1"), join(folder, "2"), { recursive: true });
  const home = await emptyFolder("ready-accounts");
  accounts = await openAccounts(join(home, "home"), { keys: join(home, "keys") });
  releases = openReleases(folder);
  restricted = openRestricted(folder, releases);
  const log = (line: string) => lines.push(line);
  const made = readyAnswers({ releases, metrics: counted, log, most: 4 * 1024 * 1024 });
  const ready = {
    ...made,
    send: (...given: Parameters<typeof made.send>) => {
      const sent = made.send(...given);
      short.push(sent);
      return sent;
    },
  };
  const app = createApp({ releases, accounts, restricted, metrics: counted, log, ready });
  server = createServer(listenerOf(app, ready, "127.0.0.1")).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  restricted.close();
  accounts.close();
  await releases.close();
});
beforeEach(async () => {
  await show("1\n");
  short.length = 0;
  lines.length = 0;
});

/** Writes `current` as a publication does, by a rename. */
async function show(text: string): Promise<void> {
  await writeFile(join(folder, "next"), text);
  await rename(join(folder, "next"), join(folder, "current"));
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks over a connection, with these headers and no others. */
function ask(address: string, headers: Record<string, string> = {}, method = "GET", body?: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path: address, method, headers, agent: false }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece) => pieces.push(piece));
      answer.on("end", () =>
        resolve({ status: answer.statusCode as number, headers: answer.headers, body: Buffer.concat(pieces) }),
      );
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** What a caller can tell apart, without the moment and how the bytes were cut for sending. */
function told({ status, headers, body }: Answered) {
  const { date: _, "content-length": _length, "transfer-encoding": _chunks, ...rest } = headers;
  return { status, headers: rest, body: body.toString("base64") };
}

describe("an answer that stands ready", () => {
  it("is what the general road gave, header by header and byte by byte, in every format and packing", async () => {
    for (const headers of [
      {},
      { accept: "text/csv" },
      { accept: "application/vnd.apache.arrow.stream" },
      { "accept-encoding": "gzip" },
      { "accept-encoding": "br, gzip;q=0.5", accept: "application/json" },
      { origin: "https://elsewhere.example", "accept-language": "fr" },
    ] as Record<string, string>[]) {
      const first = await ask(path, headers);
      const again = await ask(path, headers);
      expect([headers, told(again)]).toEqual([headers, told(first)]);
      expect(again.headers["content-length"]).toBe(String(again.body.length));
    }
    const { headers } = await ask(path);
    expect(short.filter(Boolean).length).toBeGreaterThan(5);
    expect(short.at(-1)).toBe(true);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["cache-control"]).toBe("public, max-age=300");
    expect(headers.vary).toMatch(/Accept, Accept-Encoding.*Cookie, Authorization/);
  });

  it("is not sent again to who has it already, and then says so as the general road does", async () => {
    await show("2\n");
    const { headers } = await ask(path, { "accept-encoding": "gzip" });
    await ask(path);
    const strong = (headers.etag as string).replace(/^W\//, "");
    for (const tag of [strong, `W/${strong}`, `"other", ${strong}`]) {
      const ready = await ask(path, { "if-none-match": tag });
      expect([tag, short.at(-1), ready.status, ready.body.length]).toEqual([tag, true, 304, 0]);
      const general = await ask(path, { "if-none-match": tag, accept: `application/json;x=${tag.length}` });
      expect([short.at(-1), told(general)]).toEqual([false, told(ready)]);
    }
    expect((await ask(path, { "if-none-match": '"other"' })).status).toBe(200);
    expect(short.at(-1)).toBe(true);
  });

  it("is never of an older release once current was switched, nor of one that was withdrawn", async () => {
    const release = async () => JSON.parse((await ask(path)).body.toString()).release as number;
    expect([await release(), await release()]).toEqual([1, 1]);
    await show("2\n");
    expect([await release(), short.at(-1), await release(), short.at(-1)]).toEqual([2, false, 2, true]);
    await show("1\n");
    expect([await release(), await release()]).toEqual([1, 1]);
    await show("withdrawn 1\n");
    expect((await ask(path)).status).toBe(410);
    await show("2\n");
    const whole = "/v1/releases/1/cells";
    expect([(await ask(whole)).status, (await ask(whole)).status]).toEqual([200, 200]);
    await rename(join(folder, "1"), join(folder, "1.withdrawn"));
    const gone = (await ask(whole)).status;
    await rename(join(folder, "1.withdrawn"), join(folder, "1"));
    expect(gone).toBe(410);
  });

  it("is for the public alone: who shows a cookie or a token is asked who they are, and their answers are not kept", async () => {
    const { password } = await accounts.people.add({
      name: "ready-manager",
      role: "manager",
      scope: { countries: ["GTM"] },
      oneTime: false,
    });
    const json = { "content-type": "application/json", host: `127.0.0.1:${port}` };
    const body = JSON.stringify({ name: "ready-manager", password });
    const { headers } = await ask("/v1/session", json, "POST", body);
    const cookie = (headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
    const own = "/v1/cells?country=GTM&result=ST1";
    const exact = await ask(own, { cookie });
    expect([exact.status, exact.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    const open = await ask(own);
    expect([short.at(-1), open.body.equals(exact.body)]).toEqual([false, false]);
    expect((await ask(own)).body.equals(open.body)).toBe(true);
    expect(short.at(-1)).toBe(true);
    expect((await ask(own, { cookie })).body.equals(exact.body)).toBe(true);
    expect((await ask(own, { authorization: `Bearer trama_${"x".repeat(30)}` })).status).toBe(401);
    expect((await ask(own, { cookie: "other=1" })).headers["cache-control"]).toBe("public, max-age=300");
    expect(short.slice(-3)).toEqual([false, false, false]);
    expect((await ask("/v1/session")).headers["cache-control"]).not.toMatch(/public/);
  });

  it("is given for GET without a body alone; HEAD, OPTIONS and what is refused take the general road", async () => {
    const whole = await ask(path);
    await ask(path);
    const head = await ask(path, {}, "HEAD");
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, whole.headers.etag]);
    expect((await ask(path, {}, "OPTIONS")).status).toBe(204);
    expect((await ask(path, { "content-length": "2" }, "GET", "{}")).status).toBe(200);
    expect((await ask(path, { range: "bytes=0-10" })).status).toBe(200);
    expect(short.slice(-4)).toEqual([false, false, false, false]);
    for (const address of ["/v1/cells?by=nothing", "/v1/nowhere", "/v1/observations"])
      for (let turn = 0; turn < 2; turn += 1) {
        expect((await ask(address)).status).toBeGreaterThan(399);
        expect(short.at(-1)).toBe(false);
      }
    expect((await ask(path, { host: "a b" })).status).toBe(400);
  });

  it("is counted and told of in the log as any other, without anything of the question", async () => {
    const address = "/v1/cells?by=world&result=IN1";
    const total = async () =>
      Number(
        /trama_http_requests_total\{method="GET",route="\/v1\/cells",status="2xx"\} (\d+)/.exec(
          await counted.text(),
        )?.[1] ?? 0,
      );
    const before = await total();
    for (let turn = 0; turn < 4; turn += 1) await ask(address);
    expect(short).toEqual([false, true, true, true]);
    expect((await total()) - before).toBe(4);
    const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(said.map(({ at: _, ms: _ms, ...rest }) => rest)).toEqual(
      [1, 2, 3, 4].map(() => ({ method: "GET", route: "/v1/cells", status: 200, role: "public" })),
    );
  });

  it("makes room for others when there are many, the one asked for longest ago first", async () => {
    await ask(path);
    await ask(path);
    expect(short.at(-1)).toBe(true);
    for (let year = 2019; year <= 2025; year += 1)
      for (let turn = 0; turn < 12; turn += 1) {
        await ask(`/v1/cells?time=${year}`, { accept: `application/json;turn=${turn}` });
        if (turn === 0) await ask("/v1/cells?by=world&result=ST1");
      }
    await ask("/v1/cells?by=world&result=ST1");
    expect(short.at(-1)).toBe(true);
    await ask(path);
    expect(short.at(-1)).toBe(false);
  });
});
