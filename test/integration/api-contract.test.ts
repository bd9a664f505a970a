import { join } from "node:path";
import { validate as readmeValidate } from "@readme/openapi-parser";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { tableFromIPC } from "apache-arrow";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp } from "../../api/app.ts";
import { openReleases, type Releases } from "../../api/release.ts";

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly security?: unknown;
}

interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Questions that every public route answers; a route that is not here must ask the public to sign in. */
const questions: Readonly<Record<string, readonly string[]>> = {
  "/v1/health": [""],
  "/v1/ready": [""],
  "/v1/framework": ["", "?lang=es", "?lang=fr&text=labels", "?item=ST1~C1"],
  "/v1/countries": [""],
  "/v1/cells": [
    "",
    "?result=ST1&by=region",
    "?by=world&time=2024..2025&match=matched",
    "?by=region&standardised=type&time=2025",
    "?dimension=spatial-territorial&country=GTM~HND&time=2023..2025",
  ],
  "/v1/distribution": ["", "?by=world&result=IN1"],
  "/v1/change": ["?from=2024&to=2025", "?from=2024&to=2025&region=africa"],
  "/v1/completeness": [""],
  "/v1/standardised": ["", "?result=EX4&time=2023..2025"],
  "/v1/traits": ["", "?trait=AT1~pressure:high&by=region&time=2023..2025", "?by=world", "?country=GTM"],
  "/v1/outcomes": ["", "?result=ST1~EX4&direction=negative", "?direction=mixed", "?country=GTM&time=2023..2025"],
  "/v1/release-changes": [""],
  "/v1/methods": [""],
  "/v1/releases": [""],
  "/v1/releases/{release}": ["1"],
  "/v1/releases/{release}/cells": ["1"],
  "/v1/releases/{release}/outcomes": ["1"],
  "/v1/releases/{release}/datapackage.json": ["1"],
};

let releases: Releases;
let app: ReturnType<typeof createApp>;
let document: OpenApi;

beforeAll(async () => {
  releases = openReleases(join(inject("sampleHome"), "releases"));
  app = createApp({ releases });
  document = (await (await app.request("/openapi.json")).json()) as OpenApi;
});
afterAll(() => releases.close());

const filled = (path: string, rest: string) =>
  path.includes("{") ? path.replace(/\{[^}]+\}/, rest) : `${path}${rest}`;
/** Operations that need no sign-in and change nothing. */
const open = () =>
  Object.entries(document.paths).flatMap(([path, { get }]) => (get && !get.security ? [{ path, operation: get }] : []));

describe("the description of the API", () => {
  it("is OpenAPI 3.1 to two independent validators", async () => {
    expect(document.openapi).toBe("3.1.0");
    const first = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect(first).toMatchObject({ valid: true });
    const second = await readmeValidate(structuredClone(document) as never);
    expect(second).toMatchObject({ valid: true });
  });

  it("holds for every documented answer of a public route", async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "openapi", components: document.components });
    let checked = 0;
    for (const { path, operation } of open()) {
      const asked = questions[path];
      if (!asked) {
        expect([path, (await app.request(filled(path, path.includes("{") ? "1" : ""))).status]).toEqual([path, 401]);
        continue;
      }
      const schema = operation.responses["200"]?.content?.["application/json"]?.schema;
      if (!schema) throw new Error(`${path} describes its answer.`);
      const check = ajv.compile(
        JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components')) as object,
      );
      for (const rest of asked) {
        const response = await app.request(filled(path, rest));
        expect([filled(path, rest), response.status]).toEqual([filled(path, rest), 200]);
        const answer = await response.json();
        expect([filled(path, rest), check(answer), check.errors]).toEqual([filled(path, rest), true, null]);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThanOrEqual(Object.values(questions).flat().length);
  });

  it("describes every problem by the same schema, with a stable code", async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "openapi", components: document.components });
    const check = ajv.compile({ $id: "problem", $ref: "openapi#/components/schemas/Problem" });
    for (const [path, status] of [
      ["/v1/cells?by=village", 400],
      ["/v1/cells?resut=ST1", 400],
      ["/v1/cells?project=P1", 403],
      ["/v1/change?from=2019&to=2025", 403],
      ["/v1/progress", 401],
      ["/v1/releases/999", 404],
      ["/v1/nothing", 404],
    ] as const) {
      const response = await app.request(path);
      expect([path, response.status]).toEqual([path, status]);
      expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
      const problem = await response.json();
      expect([check(problem), problem]).toEqual([true, expect.objectContaining({ status })]);
    }
  });
});

describe("an answer", () => {
  const path = "/v1/cells?result=ST1~IN1&by=region";

  it("says the same in JSON, CSV, Arrow and Parquet", async () => {
    const { cells } = (await (await app.request(path)).json()) as { cells: Record<string, unknown>[] };
    const csv = parse(await (await app.request(`${path}&format=csv`)).text(), { columns: true }) as Record<
      string,
      string
    >[];
    const arrow = tableFromIPC(new Uint8Array(await (await app.request(`${path}&format=arrow`)).arrayBuffer()));
    const response = await app.request(path, { headers: { accept: "application/vnd.apache.parquet" } });
    expect(response.headers.get("content-type")).toBe("application/vnd.apache.parquet");
    expect(response.headers.get("etag")).toMatch(/^"r\d+-/);
    const parquet = await parquetReadObjects({ file: await response.arrayBuffer() });
    expect([csv.length, arrow.numRows, parquet.length]).toEqual([cells.length, cells.length, cells.length]);
    cells.forEach((cell, index) => {
      const row = arrow.get(index)?.toJSON() ?? {};
      for (const [name, value] of Object.entries(row)) {
        const [, base, end] = /^(n|k|share|interval|median)_(lo|hi)$/.exec(name) ?? [];
        const told = base ? (cell[base] as unknown[])[end === "lo" ? 0 : 1] : cell[name];
        const plain = Array.isArray(told) ? told.join(" ") : told;
        expect([name, value]).toEqual([name, plain ?? null]);
        expect([name, parquet[index]?.[name]]).toEqual([name, plain ?? null]);
        expect([name, csv[index]?.[name]]).toEqual([name, plain === null || plain === undefined ? "" : String(plain)]);
      }
    });
  });

  it("is a whole release in one download, row for row what its public file holds", async () => {
    const { release, cells } = (await (await app.request("/v1/releases/1/cells")).json()) as {
      release: number;
      cells: Record<string, unknown>[];
    };
    const file = await (await app.request("/v1/releases/1/cells?format=parquet")).arrayBuffer();
    const parquet = await parquetReadObjects({ file });
    const held = await releases.read(({ db }) => db.selectFrom("cell").selectAll().orderBy(sql`rowid`).execute());
    expect([release, cells.length, parquet.length]).toEqual([1, held.length, held.length]);
    expect(held.length).toBeGreaterThan(1000);
    expect(cells).toEqual(held);
    expect(parquet).toEqual(held.map((row) => ({ ...row, flags: row.flags.join(" ") })));
    const etag = (await app.request("/v1/releases/1/cells?format=parquet")).headers.get("etag") ?? "";
    expect(
      (await app.request("/v1/releases/1/cells?format=parquet", { headers: { "if-none-match": etag } })).status,
    ).toBe(304);
    expect((await app.request("/v1/releases/99/cells")).status).toBe(404);
  });

  it("is not sent again to who has it, and says by its tag which release it is of", async () => {
    const first = await app.request(path);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"r\d+-/);
    expect(first.headers.get("cache-control")).toBe("public, max-age=300");
    const again = await app.request(path, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await app.request(path, { headers: { "if-none-match": '"r0-other"' } })).status).toBe(200);
  });

  it("is told by its head alone, and to other sites what they may ask", async () => {
    const head = await app.request(path, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("etag")).toBe((await app.request(path)).headers.get("etag"));
    const options = await app.request(path, {
      method: "OPTIONS",
      headers: { origin: "https://example.org", "access-control-request-method": "GET" },
    });
    expect(options.status).toBe(204);
    expect(options.headers.get("access-control-allow-origin")).toBe("*");
    expect(options.headers.get("access-control-allow-credentials")).toBeNull();
  });
});
