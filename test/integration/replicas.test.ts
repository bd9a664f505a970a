import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cp, mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { emptyFolder, root } from "../home.ts";

const readers = 2;
let folder: string;
let releases: string;
const servers: ChildProcess[] = [];
const ports: number[] = [];

beforeAll(async () => {
  folder = await emptyFolder("replicas");
  releases = join(folder, "releases");
  await cp(join(inject("sampleHome"), "releases"), releases, { recursive: true });
  await cp(join(releases, "1"), join(releases, "2"), { recursive: true });
  for (let number = 0; number < readers; number += 1) {
    const home = join(folder, `reader-${number}`);
    await mkdir(home);
    await symlink(releases, join(home, "releases"));
    ports.push(await started(home, join(folder, `keys-${number}`)));
  }
}, 300_000);
afterAll(async () => {
  for (const server of servers) server.kill();
  await rm(folder, { recursive: true, force: true });
});

/** A reader in a process of its own, over the releases folder and nothing else; gives its port. */
function started(home: string, keys: string): Promise<number> {
  const server = spawn(process.execPath, [join(root, "trama.js"), "serve", "--port", "0", "--home", home], {
    env: { ...process.env, TRAMA_KEYS: keys },
  });
  servers.push(server);
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (text) => {
      said += text;
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (found) resolve(Number(found));
    });
    server.once("exit", () => reject(new Error(said)));
  });
}

/** Makes a release the current one as publishing does. */
async function show(release: number): Promise<void> {
  const draft = join(releases, "current.new");
  await writeFile(draft, `${release}\n`);
  await rename(draft, join(releases, "current"));
}

/** nginx with the project's own file where it is installed; otherwise a proxy of a few lines that takes turns. */
async function proxy(): Promise<{ readonly port: number; readonly name: string; close(): Promise<void> }> {
  if (spawnSync("nginx", ["-v"]).status === 0) {
    const port = await freePort();
    const state = join(folder, "nginx");
    await mkdir(state);
    const { readFile } = await import("node:fs/promises");
    const text = (await readFile(join(root, "deploy/nginx.conf"), "utf8"))
      .replace("#READERS", ports.map((one) => `server 127.0.0.1:${one};`).join(" "))
      .replace("#HOME", `server 127.0.0.1:${ports[0]};`)
      .replace("#LISTEN", `listen 127.0.0.1:${port};`);
    await writeFile(join(state, "nginx.conf"), text);
    const child = spawn("nginx", ["-p", state, "-c", join(state, "nginx.conf"), "-g", "daemon off;"]);
    await until(async () => (await fetch(`http://127.0.0.1:${port}/v1/health`)).ok);
    return {
      ...{ port, name: "nginx" },
      close: async () => {
        child.kill();
        await new Promise((resolve) => child.once("exit", resolve));
      },
    };
  }
  let turn = 0;
  const server: Server = createServer((incoming, outgoing) => {
    const port = ports[turn++ % ports.length];
    const { method, url, headers } = incoming;
    request({ port, host: "127.0.0.1", method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    }).end();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, name: "a proxy in turn", close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The proxy does not answer.");
}

it("readers behind one address answer every request while releases are switched under them", async () => {
  await show(1);
  const { port, close } = await proxy();
  const paths = [
    "/v1/health",
    "/v1/cells?by=region",
    "/v1/cells?by=world&result=ST1",
    "/v1/countries",
    "/v1/distribution?by=world",
  ];
  const seen = new Map<number, number>();
  const troubles: string[] = [];
  let done = 0;
  let asking = true;
  const ask = async (asker: number) => {
    for (let turn = asker; asking; turn += 1) {
      const path = paths[turn % paths.length] as string;
      const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch((error: unknown) => String(error));
      done += 1;
      if (typeof answer === "string") troubles.push(`${path}: ${answer}`);
      else {
        const { release } = (await answer.json()) as { readonly release: number };
        const tag = answer.headers.get("etag");
        if (answer.status !== 200) troubles.push(`${path}: ${answer.status}`);
        else if (tag !== null && !tag.replace("W/", "").startsWith(`"r${release}-`))
          troubles.push(`${path}: release ${release} under ${tag}`);
        seen.set(release, (seen.get(release) ?? 0) + 1);
      }
    }
  };
  const askers = Array.from({ length: 12 }, (_, asker) => ask(asker));
  for (let turn = 0; turn < 20; turn += 1) {
    await show(1 + ((turn + 1) % 2));
    const from = done;
    // The next switch comes when this one has been answered for a while, however fast the machine is.
    await until(async () => done >= from + 50 || troubles.length > 0);
  }
  asking = false;
  await Promise.all(askers);
  await close();
  expect(troubles).toEqual([]);
  expect([...seen.keys()].sort()).toEqual([1, 2]);
  expect(done).toBeGreaterThan(1_000);
});

it("every reader gives the same bytes under the same tag", async () => {
  await show(2);
  const answers = await Promise.all(
    ports.map(async (port) => {
      const answer = await fetch(`http://127.0.0.1:${port}/v1/cells?by=country&result=ST1`);
      return [answer.headers.get("etag"), await answer.text()];
    }),
  );
  expect(new Set(answers.map(String)).size).toBe(1);
});
