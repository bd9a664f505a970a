import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { literal, tables } from "@trama/data/schema";
import { all, openReader, openWriter } from "@trama/data/store";
import { Ajv } from "ajv";
import { tableFromIPC } from "apache-arrow";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { XmlDocument, type XmlElement } from "libxml2-wasm";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { emptyFolder, trama } from "../home.ts";
import { sharedFixture } from "../shared.ts";

interface Field {
  readonly name: string;
  readonly description: string;
  readonly categories?: readonly { readonly value: unknown; readonly label: string }[];
  readonly missingValues?: readonly { readonly label: string }[];
}

/** Which parts an element of DDI Codebook 2.5 may have here, in the order that the official schema asks for. */
const orderInDdi: Readonly<Record<string, readonly string[]>> = {
  codeBook: ["docDscr", "stdyDscr", "fileDscr", "dataDscr", "otherMat"],
  citation: ["titlStmt", "rspStmt", "prodStmt", "distStmt", "serStmt", "verStmt", "biblCit", "holdings", "notes"],
  stdyInfo: ["studyBudget", "subject", "abstract", "sumDscr", "qualityStatement", "notes", "exPostEvaluation"],
  useStmt: ["confDec", "specPerm", "restrctn", "contact", "citReq", "deposReq", "conditions", "disclaimer"],
  varGrp: ["labl", "txt", "concept", "defntn", "universe", "notes"],
  var: [
    "location",
    "labl",
    "qstn",
    "valrng",
    "invalrng",
    "universe",
    "txt",
    "catgryGrp",
    "catgry",
    "concept",
    "varFormat",
    "notes",
  ],
  catgry: ["catValu", "labl", "txt", "catStat", "mrow"],
};

interface Resource {
  readonly name: string;
  readonly format: string;
  readonly path: string | readonly string[];
  readonly schema: { readonly fields: readonly Field[] };
}

let folder: string;
let descriptor: { readonly resources: readonly Resource[]; readonly title: string };

beforeAll(async () => {
  folder = join(await emptyFolder("package"), "open");
  const written = await trama(["export", "datapackage", "--home", inject("sampleHome"), "--out", folder, "--json"]);
  expect([written.code, JSON.parse(written.stdout)]).toMatchObject([0, { what: "datapackage", release: 1 }]);
  descriptor = JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8"));
});

const pathsOf = ({ path }: Resource) => [path].flat();
const resource = (name: string) => descriptor.resources.find((each) => each.name === name) as Resource;

/** Values as text: what is absent is empty, a number is written as JavaScript writes it. */
const asText = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOf(value)]));
const textOf = (value: unknown) => {
  const text = value === null || value === undefined ? "" : String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? String(Number(text)) : text;
};

describe("the open data package", () => {
  it("is accepted by the official profiles of Data Package 1 and 2", ({ skip }) => {
    const profiles = sharedFixture("datapackage-profiles/public/profiles");
    if (!profiles) return skip("The official profiles are not here.");
    for (const version of ["1.0", "2.0"]) {
      const profile = JSON.parse(readFileSync(join(profiles, version, "datapackage.json"), "utf8"));
      const check = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile(profile);
      expect([version, check(descriptor), check.errors]).toEqual([version, true, null]);
      expect(check({ ...descriptor, resources: [] })).toBe(false);
    }
    const table = JSON.parse(readFileSync(join(profiles, "2.0/tableschema.json"), "utf8"));
    const check = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile(table);
    for (const { name, schema } of descriptor.resources)
      expect([name, check(schema), check.errors]).toEqual([name, true, null]);
  });

  it("gives every cell of the release back, none more, when its files are read again", async () => {
    const open = join(inject("sampleHome"), "releases/1/public.duckdb");
    const columns = Object.entries(tables.cell.columns).map(([name, { sql }]) =>
      sql.endsWith("[]") ? `array_to_string("${name}", ' ') AS "${name}"` : `"${name}"`,
    );
    const store = await openWriter(":memory:");
    const connection = await store.connect();
    await connection.run(`ATTACH ${literal(open)} AS open (READ_ONLY)`);
    await connection.run(`CREATE VIEW published AS SELECT ${columns.join(", ")} FROM open.cell`);
    for (const [format, read] of [
      ["parquet", `read_parquet(${literal(join(folder, "data/cell/**/*.parquet"))}, hive_partitioning = false)`],
      [
        "csv",
        `read_csv(${literal(join(folder, "data/cell/**/*.csv"))}, hive_partitioning = false, all_varchar = true, nullstr = '', allow_quoted_nulls = false)`,
      ],
    ] as const) {
      const names = Object.keys(tables.cell.columns).map((name) => `"${name}"::VARCHAR AS "${name}"`);
      const [found] = await all<{ lost: bigint; added: bigint; rows: bigint }>(
        connection,
        `WITH p AS (SELECT ${names} FROM published), f AS (SELECT ${names} FROM ${read})
         SELECT (SELECT count(*) FROM (FROM p EXCEPT ALL FROM f)) AS lost, (SELECT count(*) FROM (FROM f EXCEPT ALL FROM p)) AS added,
           (SELECT count(*) FROM f) AS rows`,
      );
      expect([format, found?.lost, found?.added]).toEqual([format, 0, 0]);
      expect(Number(found?.rows)).toBeGreaterThan(1000);
    }
    connection.closeSync();
    store.close();
  });

  it("gives every cleared statement of the release back, with its categories and why a place is not named", async () => {
    const store = await openReader(join(inject("sampleHome"), "releases/1/public.duckdb"));
    const connection = await store.connect();
    const columns = Object.keys(tables.cleared_outcome_statement.columns);
    const published = await all<Record<string, unknown>>(
      connection,
      `SELECT ${columns.map((name) => `"${name}"`).join(", ")} FROM outcome_statement ORDER BY statement`,
    );
    store.close();
    const files = join(folder, "data/outcome_statement.parquet");
    const other = await openWriter(":memory:");
    const reading = await other.connect();
    expect(await all(reading, `FROM read_parquet(${literal(files)}) ORDER BY statement`)).toEqual(published);
    other.close();
    expect(published.length).toBeGreaterThan(3);
    expect(new Set(published.map(({ direction }) => direction))).toEqual(new Set(["positive", "negative", "mixed"]));
    const { fields } = resource("outcome-statement-csv").schema;
    expect(fields.map(({ name }) => name)).toEqual(columns);
    const described = (name: string) => fields.find((field) => field.name === name);
    expect(described("direction")?.categories?.map(({ value }) => value)).toEqual(["positive", "negative", "mixed"]);
    expect(described("country")?.missingValues).toMatchObject([{ label: "not named, for safety" }]);
    expect(readFileSync(join(folder, "codebook.html"), "utf8")).toContain('id="outcome_statement"');
  });

  it("holds the same rows in CSV, Parquet and Arrow, to readers that are not DuckDB", async () => {
    for (const name of ["cell", "outcome-statement", "dimension-member", "country", "framework-item"]) {
      const [csv, parquet, arrow] = ["csv", "parquet", "arrow"].map((format) => pathsOf(resource(`${name}-${format}`)));
      expect(parquet?.length).toBe(csv?.length);
      expect(arrow?.length).toBe(csv?.length);
      const last = (csv?.length ?? 0) - 1;
      for (const at of [0, Math.floor(last / 2), last]) {
        const text = await readFile(join(folder, csv?.[at] as string), "utf8");
        const rows = (parse(text, { columns: true }) as Record<string, string>[]).map(asText);
        const bytes = await readFile(join(folder, parquet?.[at] as string));
        const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
        expect((await parquetReadObjects({ file, compressors })).map(asText)).toEqual(rows);
        const table = tableFromIPC(await readFile(join(folder, arrow?.[at] as string)));
        expect(table.toArray().map((row) => asText(row.toJSON()))).toEqual(rows);
      }
    }
  });

  it("labels its categories and its scale, says what an empty cell means, and that its figures are invented", () => {
    const { fields } = resource("cell-csv").schema;
    expect(fields.find(({ name }) => name === "status")?.categories).toContainEqual({
      value: "withheld",
      label: "withheld for the safety of those behind it",
    });
    expect(fields.find(({ name }) => name === "median_lo")).toMatchObject({ categoriesOrdered: true });
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(tables.cell.columns));
    for (const name of ["README.md", "codebook.html", "codebook.xml", "CITATION.cff", "datapackage.json"])
      expect([name, /synthetic sample data/i.test(readFileSync(join(folder, name), "utf8"))]).toEqual([name, true]);
  });

  it("says the same in DDI Codebook 2.5: every file and variable, what is empty, and that nothing was sampled", async () => {
    const document = XmlDocument.fromString(readFileSync(join(folder, "codebook.xml"), "utf8"));
    const find = (path: string) => document.find(path, { d: "ddi:codebook:2_5" });
    const words = (path: string) => find(path).map(({ content }) => content);
    expect(words("/d:codeBook/@version")).toEqual(["2.5"]);
    // The parts of each element stand in the order of the official schema (codebook.xsd, 2012-01-17).
    for (const [name, order] of Object.entries(orderInDdi))
      for (const node of find(`//d:${name}`)) {
        const parts = (node as XmlElement).find("*").map((part) => order.indexOf((part as XmlElement).name));
        expect([name, parts.includes(-1), parts]).toEqual([name, false, [...parts].sort((a, b) => a - b)]);
      }
    const ids = words("//@ID");
    expect(new Set(ids).size).toBe(ids.length);
    for (const reference of words("//@files | //d:varGrp/@var").flatMap((text) => text.split(" ")))
      expect(ids).toContain(reference);
    for (const { schema, name } of descriptor.resources.filter(({ format }) => format === "csv")) {
      const table = name.replace(/-csv$/, "").replaceAll("-", "_");
      const of = (path: string) => words(`//d:var[@files='F.${table}']${path}`);
      expect(of("/@name")).toEqual(schema.fields.map((field) => field.name));
      expect(words(`//d:fileDscr[@ID='F.${table}']//d:varQnty`)).toEqual([`${schema.fields.length}`]);
      for (const field of schema.fields) {
        const at = `[@name='${field.name}']`;
        expect(of(`${at}/d:labl`)).toEqual([field.description]);
        expect(of(`${at}/d:catgry[not(@missing)]/d:labl`)).toEqual((field.categories ?? []).map(({ label }) => label));
        expect(of(`${at}/d:catgry[@missing='Y']/d:labl`)).toEqual(
          (field.missingValues ?? []).map(({ label }) => label),
        );
      }
    }
    expect(words("//d:sampProc")[0]).toMatch(/^None/);
    expect(words("//d:stdyDscr//d:disclaimer")[0]).toMatch(/^SYNTHETIC/);
    const store = await openReader(join(inject("sampleHome"), "releases/1/public.duckdb"));
    const connection = await store.connect();
    const [found] = await all<{ rows: bigint }>(connection, "SELECT count(*) AS rows FROM cell");
    store.close();
    expect(words("//d:fileDscr[@ID='F.cell']//d:caseQnty")).toEqual([`${found?.rows}`]);
    document.dispose();
  });

  it("proves its files whole by their checksums, and holds nothing restricted", async () => {
    execFileSync("sha256sum", ["--quiet", "--check", "checksums.sha256"], { cwd: folder });
    const store = await openReader(join(inject("sampleHome"), "releases/1/restricted.duckdb"));
    const connection = await store.connect();
    const names = await all<{ name: string }>(
      connection,
      "SELECT collective AS name FROM collective UNION SELECT project FROM project UNION SELECT grant_code FROM funding",
    );
    connection.closeSync();
    store.close();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(names.length).toBeGreaterThan(10);
    for (const { parentPath, name } of files.filter((file) => file.name.endsWith(".csv"))) {
      const cells = new Set(readFileSync(join(parentPath, name), "utf8").split(/[,\n]/));
      expect(names.filter((each) => cells.has(each.name))).toEqual([]);
    }
  });
});

describe("trama export", () => {
  it("writes into no folder that holds files, and knows the releases that are kept", async () => {
    const home = inject("sampleHome");
    const again = await trama(["export", "parquet", "--home", home, "--out", folder]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/holds files already/)]);
    const unknown = await trama(["export", "parquet", "--home", home, "--release", "99", "--out", join(folder, "x")]);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringMatching(/Release 99 is not kept here/)]);
    expect((await trama(["export", "postcards", "--home", home, "--out", join(folder, "x")])).code).toBe(2);
  });
});
