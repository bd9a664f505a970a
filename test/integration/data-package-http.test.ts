import { cp, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tables } from "@trama/data/schema";
import { Ajv } from "ajv";
import { tableFromIPC } from "apache-arrow";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp } from "../../api/app.ts";
import type { AnswerTo } from "../../api/contract/index.ts";
import { openReleases, type Releases } from "../../api/release.ts";
import { emptyFolder } from "../home.ts";
import { sharedFixture } from "../shared.ts";

const at = "/v1/releases/1/datapackage.json";
let folder: string;
let releases: Releases;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  folder = join(await emptyFolder("described"), "releases");
  await cp(join(inject("sampleHome"), "releases"), folder, { recursive: true });
  releases = openReleases(folder);
  app = createApp({ releases });
});
afterAll(() => releases.close());

const described = async () => (await (await app.request(at)).json()) as AnswerTo<"GET", typeof at>;
/** What a resource's path names, read from where the description lies. */
const fetched = (path: string) => {
  const { pathname, search } = new URL(path, `http://here${at}`);
  return app.request(`${pathname}${search}`);
};
const asText = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const text = value === null || value === undefined ? "" : String(value);
      return [name, /^-?\d+(\.\d+)?$/.test(text) ? String(Number(text)) : text];
    }),
  );

describe("a release described for data tools", () => {
  it("is accepted by the official profiles of Data Package 1 and 2", async ({ skip }) => {
    const profiles = sharedFixture("datapackage-profiles/public/profiles");
    if (!profiles) return skip("The official profiles are not here.");
    const descriptor = await described();
    for (const [version, file] of [
      ["1.0", "datapackage.json"],
      ["2.0", "datapackage.json"],
    ] as const) {
      const profile = JSON.parse(await readFile(join(profiles, version, file), "utf8"));
      const check = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile(profile);
      expect([version, check(descriptor), check.errors]).toEqual([version, true, null]);
      expect(check({ ...descriptor, resources: [] })).toBe(false);
    }
    const table = JSON.parse(await readFile(join(profiles, "2.0/tableschema.json"), "utf8"));
    const check = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile(table);
    for (const { name, schema } of descriptor.resources)
      expect([name, check(schema), check.errors]).toEqual([name, true, null]);
  });

  it("leads to all its cells, the same in every format, in the columns, types and codes that it names", async () => {
    const resources = (await described()).resources.filter(({ name }) => name.startsWith("cell-"));
    expect(resources.map(({ format }) => format)).toEqual(["csv", "parquet", "arrow"]);
    const read: Record<string, Record<string, unknown>[]> = {};
    for (const { format, path, mediatype, schema } of resources) {
      const response = await fetched(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get("content-type")?.split(";")[0]).toBe(mediatype);
      const bytes = await response.arrayBuffer();
      if (format === "csv") read[format] = parse(Buffer.from(bytes), { columns: true });
      else if (format === "parquet") read[format] = await parquetReadObjects({ file: bytes });
      else read[format] = [...tableFromIPC(new Uint8Array(bytes))].map((row) => row.toJSON());
      expect(Object.keys(read[format]?.[0] ?? {})).toEqual(schema.fields.map(({ name }) => name));
    }
    const rows = (read.csv ?? []).map(asText);
    expect(rows.length).toBeGreaterThan(1000);
    expect((read.parquet ?? []).map(asText)).toEqual(rows);
    expect((read.arrow ?? []).map(asText)).toEqual(rows);
    for (const { name, type, constraints, categories } of resources[0]?.schema.fields ?? []) {
      const values = new Set(rows.map((row) => row[name] as string));
      if ((constraints as { required: boolean }).required) expect([name, values.has("")]).toEqual([name, false]);
      values.delete("");
      if (type === "integer") expect([name, [...values].every((text) => /^\d+$/.test(text))]).toEqual([name, true]);
      if (type === "number") expect([name, [...values].some((text) => Number.isNaN(+text))]).toEqual([name, false]);
      const codes = (categories as { value: string | number }[] | undefined)?.map(({ value }) => String(value));
      if (codes) expect([name, [...values].filter((text) => !codes.includes(text))]).toEqual([name, []]);
    }
    expect(Object.keys(tables.cell.columns)).toEqual(resources[0]?.schema.fields.map(({ name }) => name));
  });

  it("leads to all its outcome statements, the same in every format, in the columns, types and codes that it names", async () => {
    const resources = (await described()).resources.filter(({ name }) => name.startsWith("outcome-statement-"));
    expect(resources.map(({ format }) => format)).toEqual(["csv", "parquet", "arrow"]);
    const [csv, parquet, arrow] = await Promise.all(
      resources.map(async ({ path, mediatype }) => {
        const response = await fetched(path);
        expect([path, response.status]).toEqual([path, 200]);
        expect(response.headers.get("content-type")?.split(";")[0]).toBe(mediatype);
        return response.arrayBuffer();
      }),
    );
    const rows = parse(Buffer.from(csv as ArrayBuffer), { columns: true }) as Record<string, string>[];
    expect(rows.length).toBeGreaterThan(3);
    expect((await parquetReadObjects({ file: parquet as ArrayBuffer })).map(asText)).toEqual(rows.map(asText));
    const read = [...tableFromIPC(new Uint8Array(arrow as ArrayBuffer))].map((row) => row.toJSON());
    expect(read.map(asText)).toEqual(rows.map(asText));
    for (const { name, type, categories } of resources[0]?.schema.fields ?? []) {
      const values = new Set(rows.map((row) => row[name] as string));
      values.delete("");
      if (type === "boolean")
        expect([name, [...values].every((text) => /^(true|false)$/.test(text))]).toEqual([name, true]);
      const codes = (categories as { value: string | number }[] | undefined)?.map(({ value }) => String(value));
      if (codes) expect([name, [...values].filter((text) => !codes.includes(text))]).toEqual([name, []]);
    }
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(tables.cleared_outcome_statement.columns));
    const other = await fetched("outcomes?format=xml");
    expect(other.status).toBe(400);
    expect((await app.request("/v1/releases/77/outcomes")).status).toBe(404);
  });

  it("is the same for ever by its tag, whichever release is current, and gone where the release was withdrawn", async () => {
    const first = await app.request(at);
    const tag = first.headers.get("etag") as string;
    expect([first.headers.get("cache-control"), tag]).toEqual(["public, max-age=300", expect.stringMatching(/^"r1-/)]);
    await cp(join(folder, "1"), join(folder, "2"), { recursive: true });
    await writeFile(join(folder, "current"), "2\n");
    const again = await app.request(at, { headers: { "if-none-match": tag } });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
    expect((await app.request("/v1/releases/77/datapackage.json")).status).toBe(404);
    expect((await app.request("/v1/releases/none/datapackage.json")).status).toBe(400);
    await rename(join(folder, "1"), join(folder, "1.withdrawn"));
    expect((await app.request(at, { headers: { "if-none-match": tag } })).status).toBe(410);
    await rename(join(folder, "1.withdrawn"), join(folder, "1"));
  });

  it("says that its figures are invented, under which terms they may be used and from what they come", async () => {
    const { title, description, licenses, sources, version } = await described();
    expect(`${title} ${description}`).toMatch(/SYNTHETIC SAMPLE DATA/);
    expect([licenses[0]?.name, version, sources.length]).toEqual(["CC-BY-NC-SA-4.0", "1.0.0", 1]);
  });
});
