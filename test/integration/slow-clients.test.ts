import { type ChildProcess, spawn } from "node:child_process";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { root } from "../home.ts";

let server: ChildProcess;
let port: number;

beforeAll(async () => {
  server = spawn(process.execPath, [join(root, "trama.js"), "serve", "--port", "0", "--home", inject("sampleHome")]);
  port = await new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (text) => {
      said += text;
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (found) resolve(Number(found));
    });
    server.once("exit", () => reject(new Error(said)));
  });
}, 120_000);
afterAll(() => server.kill());

/** A connection that has sent so much of a request and goes on byte by byte. */
function drip(begun: string): { readonly socket: Socket; readonly closed: Promise<string> } {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (bytes) => {
    answer += bytes.toString("latin1");
  });
  socket.on("error", () => {});
  const closed = new Promise<string>((resolve) => socket.on("close", () => resolve(answer)));
  socket.write(begun);
  const timer = setInterval(() => socket.write("x"), 1_000);
  closed.then(() => clearInterval(timer));
  return { socket, closed };
}

it("answers everybody else while two hundred clients send their requests by drips, and cuts those off", async () => {
  const slow = Array.from({ length: 200 }, () => drip("GET /v1/cells HTTP/1.1\r\nHost: x\r\nX-Slow: "));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => fetch(`http://127.0.0.1:${port}/v1/health`).then(({ status }) => status)),
  );
  expect(answers).toEqual(Array.from({ length: 20 }, () => 200));
  const ends = await Promise.all(slow.map(({ closed }) => closed));
  expect(ends.every((text) => text === "" || text.startsWith("HTTP/1.1 408"))).toBe(true);
}, 120_000);

it("takes a request that is no HTTP, or whose parts contradict each other, for what it is", async () => {
  for (const text of [
    "\u0000\u0001\u0002\r\n\r\n",
    "GET /v1/health HTTP/9.9\r\nHost: x\r\n\r\n",
    "GET /v1/health HTTP/1.1\r\n\r\n",
    `GET /${"a".repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET /v1/health HTTP/1.1\r\nHost: x\r\n${"X: y\r\n".repeat(5_000)}\r\n`,
    "POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
  ]) {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    const answer = await new Promise<string>((resolve) => {
      let said = "";
      socket.on("data", (bytes) => {
        said += bytes.toString("latin1");
      });
      socket.on("close", () => resolve(said));
      socket.end(text);
    });
    expect([text.slice(0, 30), /^HTTP\/1\.1 5/.test(answer)]).toEqual([text.slice(0, 30), false]);
  }
  expect((await fetch(`http://127.0.0.1:${port}/v1/health`)).status).toBe(200);
}, 60_000);
