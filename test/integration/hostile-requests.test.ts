import { DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { sending } from "../accounts.ts";
import { nasty } from "../nasty.ts";
import { signInto } from "../sign-in.ts";

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

let made: Awaited<ReturnType<typeof signInto>>;
let operations: { path: string; method: string; parameters: { name: string; in: string }[] }[];
/** Every statement that reached DuckDB while requests were answered. */
const statements = new Set<string>();
const prepare = DuckDBConnection.prototype.prepare;

beforeAll(async () => {
  DuckDBConnection.prototype.prepare = function kept(statement: string) {
    statements.add(statement);
    return prepare.call(this, statement);
  };
  made = await signInto(inject("sampleHome"));
  const { paths } = (await (await made.nobody("/openapi.json")).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      path,
      method: method.toUpperCase(),
      parameters: parameters.map(({ name, in: where }) => ({ name, in: where })),
    })),
  );
});
afterAll(async () => {
  DuckDBConnection.prototype.prepare = prepare;
  await made.close();
});

/** The text as it may stand in an address; a lone half of a character becomes what a program would send for it. */
const encoded = (text: string) => encodeURIComponent(Buffer.from(text).toString("utf8"));
const reads = () => operations.filter(({ method }) => method === "GET");

/** Asks, and says what is wrong with the answer: a fault of ours, or trouble told in another way than as a problem. */
async function wrongWith(path: string, init?: RequestInit): Promise<string | undefined> {
  const response = await made.nobody(path, init);
  const { status } = response;
  const type = response.headers.get("content-type") ?? "";
  const text = await response.text();
  if (status >= 500) return `${path} gave ${status}`;
  if (status >= 400 && !type.startsWith("application/problem+json")) return `${path} gave ${status} as ${type}`;
  if (response.headers.has("content-encoding")) return undefined;
  if (status >= 400 && !(JSON.parse(text) as { code?: string }).code) return `${path} gave ${status} without a code`;
  return undefined;
}

describe("whatever is written into a question", () => {
  it("is answered or refused as a problem, for every parameter of every route", async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const { path, parameters } of reads())
      for (const { name, in: where } of parameters)
        for (const text of nasty) {
          const question =
            where === "path"
              ? path.replace(`{${name}}`, encoded(text))
              : `${path.replace(/\{[^}]+\}/g, "1")}?${name}=${encoded(text)}`;
          const found = await wrongWith(question);
          if (found) wrong.push(found.slice(0, 200));
          asked += 1;
        }
    console.log(`${asked} hostile questions of ${reads().length} routes: ${wrong.length} answered wrongly`);
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(2_000);
  }, 240_000);

  it("is answered or refused whatever parameters are made up", async () => {
    const names = [...new Set(operations.flatMap(({ parameters }) => parameters.map(({ name }) => name)))];
    const question = fc
      .array(
        fc.tuple(
          fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string() }),
          fc.oneof(
            fc.constantFrom("ST1", "GTM", "2024..2025", "region", "matched", "2025", "type", ...nasty.slice(0, 60)),
            fc.string({ unit: "binary", maxLength: 40 }),
          ),
        ),
        { maxLength: 6 },
      )
      .map((pairs) => pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&"));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...reads().map(({ path }) => path)), question, async (path, rest) => {
        expect(await wrongWith(`${path.replace(/\{[^}]+\}/g, "1")}?${rest}`)).toBeUndefined();
      }),
      { numRuns: 1_500 },
    );
  }, 240_000);

  it("never becomes part of a statement", () => {
    const told = nasty.map((text) => text.trim()).filter((text) => text.length > 5);
    expect(statements.size).toBeGreaterThan(5);
    for (const statement of statements)
      for (const text of told) expect(statement.includes(text) ? [statement, text] : []).toEqual([]);
  });

  it("reaches no file beside the dashboard's own", async () => {
    for (const path of [
      "/assets/../package.json",
      "/assets/%2e%2e/package.json",
      "/assets/..%2f..%2fpackage.json",
      "/assets/%2e%2e%5c%2e%2e%5cpackage.json",
      "/assets//etc/passwd",
      "/assets/%00",
      "/assets/%",
      "/assets/%c0%ae%c0%ae/",
      "/v1/releases/..%2f..%2fledger.jsonl",
      "/v1/releases/1%2frestricted.duckdb",
      "/v1/releases/1/restricted.duckdb",
      "/v1//cells",
      "/.env",
      "/.git/config",
    ]) {
      const response = await made.nobody(path);
      expect([path, response.status]).toEqual([
        path,
        response.status < 500 && response.status >= 400 ? response.status : "a refusal",
      ]);
    }
  });
});

describe("a request made to harm", () => {
  it("gets no fault by its headers", async () => {
    const headers: Record<string, string>[] = [
      { accept: "application/vnd.apache.arrow.stream;q=x,,,;" },
      { accept: "*/*".repeat(2_000) },
      { "accept-encoding": "br;q=9,gzip;q=-1,*" },
      { "accept-language": "x".repeat(5_000) },
      { "if-none-match": `${'"a",'.repeat(5_000)}*` },
      { authorization: "Bearer" },
      { authorization: `Bearer trama_${"a".repeat(5_000)}` },
      { authorization: "Basic Og==" },
      { authorization: "Bearer ' OR 1=1 --" },
      { cookie: "trama.session_token=" },
      { cookie: `trama.session_token=${"%".repeat(3_000)}` },
      { cookie: "trama.session_token=a.b; trama.session_token=c.d; =; ;;" },
      { origin: "null" },
      { host: "evil.example" },
      { "x-forwarded-for": "' OR 1=1 --, ::1" },
      { "x-http-method-override": "DELETE" },
      { "content-type": "application/json" },
      { range: "bytes=0-99999999999" },
    ];
    for (const path of ["/v1/cells", "/v1/session", "/v1/observations", "/openapi.json", "/docs", "/v1/releases/1"])
      for (const header of headers) expect(await wrongWith(path, { headers: header })).toBeUndefined();
  }, 60_000);

  it("gets no fault by its method", async () => {
    for (const { path } of operations)
      for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"]) {
        const response = await made.nobody(path.replace(/\{[^}]+\}/g, "1"), { method });
        expect([method, path, response.status < 500]).toEqual([method, path, true]);
      }
  });

  it("is refused where its body is too large, too deep, or nothing that was asked for", async () => {
    const bodies = [
      "",
      "null",
      "[]",
      "{",
      '"text"',
      '{"name":{},"password":[]}',
      '{"name":"a","password":"b","role":"admin"}',
      '{"__proto__":{"role":"admin"},"name":"a","password":"b"}',
      `{"name":${"[".repeat(20_000)}${"]".repeat(20_000)},"password":"x"}`,
      JSON.stringify({ name: "a".repeat(60_000), password: "x" }),
      JSON.stringify({ name: "ana", password: "x".repeat(1_000_000) }),
      ...nasty.slice(0, 40).map((text) => JSON.stringify({ name: text, password: text })),
    ];
    for (const body of bodies) {
      const response = await made.nobody("/v1/session", { ...sending("POST", null), body });
      expect([body.slice(0, 40), [400, 401, 413, 429].includes(response.status)]).toEqual([body.slice(0, 40), true]);
    }
    const foreign = await made.nobody("/v1/session", {
      ...sending("POST", { name: "a", password: "b" }),
      headers: { "content-type": "text/plain", origin: "https://evil.example" },
    });
    expect(foreign.status).toBeGreaterThanOrEqual(400);
    expect(foreign.status).toBeLessThan(500);
  }, 60_000);

  it("leaves nothing of itself in what the server tells its keeper", () => {
    expect(made.faults).toEqual([]);
  });
});
