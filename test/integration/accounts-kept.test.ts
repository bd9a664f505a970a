import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../api/app.ts";
import { openReleases } from "../../api/release.ts";
import { root, trama } from "../home.ts";
import { type Office, office } from "../office.ts";

let team: Office;
let password: string;

beforeAll(async () => {
  team = await office("accounts-kept");
  await team.ingest(
    await team.report(
      "first.csv",
      Array.from({ length: 6 }, (_, one) => `P1,GTM,2024,1,c${one},ST1,,2,2,`),
    ),
  );
  expect((await team.run("publish")).code).toBe(0);
  const added = await team.run(
    "user",
    "add",
    "ana",
    "--role",
    "manager",
    "--country",
    "GTM,HND",
    "--project",
    "P9",
    "--json",
  );
  expect([added.code, added.stderr]).toEqual([0, ""]);
  password = (JSON.parse(added.stdout) as { password: string }).password;
});

describe("the commands about accounts", () => {
  it("make, list, change, disable and reset accounts, and say what is wrong", async () => {
    const { accounts } = JSON.parse((await team.run("user", "list", "--json")).stdout) as { accounts: object[] };
    expect(accounts).toMatchObject([
      { name: "ana", role: "manager", scope: { countries: ["GTM", "HND"], projects: ["P9"] }, must_change: true },
    ]);
    expect((await team.run("user", "set", "ana", "--country", "GTM")).stdout).toMatch(/ana +manager +GTM/);
    expect((await team.run("user", "disable", "ana")).stdout).toMatch(/\(disabled\)/);
    expect((await team.run("user", "enable", "ana")).stdout).not.toMatch(/\(disabled\)/);
    const again = await team.run("user", "password", "ana", "--json");
    expect((JSON.parse(again.stdout) as { password: string }).password).not.toBe(password);
    for (const [args, code, words] of [
      [["user", "add", "berta", "--role", "manager"], 1, /needs countries or projects/],
      [["user", "add", "berta", "--role", "king"], 1, /no role "king"/],
      [["user", "add", "berta"], 1, /--role/],
      [["user", "add", "ana", "--role", "researcher"], 1, /already/],
      [["user", "set", "nobody", "--role", "researcher"], 1, /no account "nobody"/],
      [["user", "crown", "ana"], 2, /does not know "crown"/],
      [["token", "create", "ana", "--use", "rule"], 1, /no use "rule"/],
      [["token", "create", "ana", "--days", "400"], 1, /1 to 366 days/],
      [["token", "revoke", "ana"], 1, /ID/],
    ] as const) {
      const ran = await team.run(...args);
      expect([args, ran.code, ran.stderr]).toEqual([args, code, expect.stringMatching(words)]);
    }
    const made = JSON.parse((await team.run("token", "create", "ana", "--label", "notebook", "--json")).stdout) as {
      token: { id: string };
    };
    expect((await team.run("token", "list", "ana")).stdout).toMatch(/notebook/);
    expect((await team.run("token", "revoke", "ana", made.token.id)).code).toBe(0);
    expect((await team.run("token", "list", "ana")).stdout).toMatch(/has no token/);
  });
});

describe("a backup", () => {
  it("has the accounts and the audit log, and a restored home knows both", async () => {
    const place = join(team.folder, "backup");
    const made = await team.run("backup", "--out", place, "--json");
    expect([made.code, made.stderr]).toEqual([0, ""]);
    const { files } = JSON.parse(made.stdout) as { files: Record<string, unknown> };
    expect(Object.keys(files)).toEqual(expect.arrayContaining(["accounts.db", "audit.jsonl"]));
    const restored = join(team.folder, "restored");
    expect((await trama(["restore", place, "--home", restored])).code).toBe(0);
    expect((await trama(["user", "list", "--home", restored])).stdout).toMatch(/ana +manager/);
    const verified = await trama(["verify", "--quick", "--json", "--home", restored]);
    expect(verified.code).toBe(0);
    expect((JSON.parse(verified.stdout) as { audit: { lines: number } }).audit.lines).toBeGreaterThan(5);
  });
});

describe("trama verify", () => {
  it("finds an audit log that somebody changed or cut", async () => {
    const path = join(team.home, "audit.jsonl");
    const whole = await readFile(path, "utf8");
    expect((await team.run("verify", "--quick")).stdout).toMatch(/lines in the audit log/);
    await writeFile(path, whole.replace("user disable", "user enable"));
    const changed = await team.run("verify", "--quick");
    expect([changed.code, changed.stdout]).toEqual([
      1,
      expect.stringMatching(/Line \d+ of .*audit\.jsonl is not as it was written/),
    ]);
    await writeFile(path, whole.slice(0, whole.indexOf("\n") + 1));
    const cut = await team.run("verify", "--quick");
    expect([cut.code, cut.stdout]).toEqual([1, expect.stringMatching(/was cut/)]);
    await writeFile(path, whole);
    expect((await team.run("verify", "--quick")).code).toBe(0);
  });
});

describe("the server", () => {
  it("makes an admin at its first start, logs requests without data, and stops when asked", async () => {
    const fresh = await office("first-serve");
    const server = spawn(
      process.execPath,
      [join(root, "trama.js"), "serve", "--home", fresh.home, "--port", "0", "--log"],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    let said = "";
    const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
    server.stderr.on("data", (text: Buffer) => {
      said += text;
    });
    const address = await new Promise<string>((resolve, reject) => {
      server.once("exit", () => reject(new Error(said)));
      server.stderr.on("data", () => {
        const found = /http:\/\/\S+/.exec(said);
        if (found) resolve(found[0]);
      });
    });
    const secret = /one-time password (\S+)/.exec(said)?.[1] as string;
    const sent = (path: string, method: string, body: unknown, cookie = "") =>
      fetch(`${address}${path}`, {
        method,
        headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}) },
        body: JSON.stringify(body),
      });
    const response = await sent("/v1/session", "POST", { name: "admin", password: secret });
    expect(response.status).toBe(200);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    expect((await fetch(`${address}/v1/accounts`, { headers: { cookie } })).status).toBe(403);
    expect((await fetch(`${address}/v1/ready`)).status).toBe(503);
    expect((await fetch(`${address}/v1/cells?result=ST1&country=GTM`)).status).toBe(503);
    server.kill("SIGTERM");
    expect(await ended).toBe(0);
    const log = said
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as object);
    expect(log).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ method: "POST", route: "/v1/session", status: 200, role: "admin" }),
        expect.objectContaining({ method: "GET", route: "/v1/cells", status: 503, role: "public" }),
      ]),
    );
    expect(JSON.stringify(log)).not.toMatch(/ST1|GTM/);
    expect(JSON.stringify(log)).not.toContain(secret);
  });

  it("says that it is not ready once it is about to stop, and still answers", async () => {
    const releases = openReleases(join(team.home, "releases"));
    let stopping = false;
    const app = createApp({ releases, stopping: () => stopping });
    expect((await app.request("/v1/ready")).status).toBe(200);
    stopping = true;
    expect((await app.request("/v1/ready")).status).toBe(503);
    expect((await app.request("/v1/cells")).status).toBe(200);
    await releases.close();
  });
});
