import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Cell, createStatements, tables } from "@trama/data/schema";
import { append, openWriter } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Requested } from "../../accounts.ts";
import { emptyFolder } from "../../home.ts";
import { signInto } from "../../sign-in.ts";

let home: string;
let api: Awaited<ReturnType<typeof signInto>>;
let donor: Requested;

const blank = Object.fromEntries(
  Object.entries(tables.cell.columns).map(([name, { nullable }]) => [name, nullable ? null : ""]),
) as never as Cell;
const cell = (about: Partial<Cell>): Cell => ({
  ...blank,
  release: 1,
  figure: "in_place",
  presence: "all",
  indicator: "ST1",
  result: "ST1",
  dimension: "spatial-territorial",
  year: 2024,
  status: "value",
  flags: [],
  as_of: 1,
  n_lo: 10,
  n_hi: 12,
  k_lo: 4,
  k_hi: 6,
  ...about,
});

/** A release of one public file and one donor's file, as `trama publish` lays them. */
beforeAll(async () => {
  home = await emptyFolder("donor");
  const files: Record<string, readonly Cell[]> = {
    "public.duckdb": [cell({ audience: "open", country: "GTM", region: "latin-america-caribbean" })],
    "donors/donor-a.duckdb": [
      cell({ audience: "donor-a", funder: "donor-a", country: "GTM", region: "latin-america-caribbean" }),
      cell({ audience: "donor-a", funder: "donor-a", k_lo: 5 }),
      cell({ audience: "donor-a", funder: "donor-a", grant_code: "G1", k_lo: 7 }),
      cell({
        audience: "donor-a",
        funder: "donor-a",
        grant_code: "G2",
        status: "withheld",
        n_lo: null,
        n_hi: null,
        k_lo: null,
        k_hi: null,
      }),
      cell({
        audience: "donor-a",
        funder: "donor-a",
        grant_code: "G1",
        figure: "progress_reached_or_towards",
        presence: "stayers",
        year_from: 2020,
      }),
    ],
    "donors/donor-b.duckdb": [cell({ audience: "donor-b", funder: "donor-b", grant_code: "G9" })],
  };
  const listed: Record<string, { sha256: string; bytes: number }> = {};
  for (const [name, cells] of Object.entries(files)) {
    const path = join(home, "releases", "1", name);
    await mkdir(dirname(path), { recursive: true });
    const store = await openWriter(path);
    const connection = await store.connect();
    for (const statement of createStatements(tables.cell)) await connection.run(statement);
    await append(connection, tables.cell, cells as never);
    await connection.run("CHECKPOINT");
    connection.closeSync();
    store.close();
    const bytes = await readFile(path);
    listed[name] = { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length };
  }
  const manifest = {
    release: 1,
    made_at: "2025-01-01T00:00:00.000Z",
    note: null,
    framework_version: "0.1.0",
    synthetic: true,
    as_of: "2025-01-01T00:00:00.000Z",
    ledger_head: "0",
    files: listed,
    tables: {},
    donors: { "donor-a": "donors/donor-a.duckdb", "donor-b": "donors/donor-b.duckdb" },
  };
  await writeFile(join(home, "releases", "1", "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(home, "releases", "current"), "1\n");
  api = await signInto(home);
  donor = await api.as("donor", { donors: ["donor-a"] });
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
});

const cells = async (who: Requested, path: string) =>
  ((await (await who(path)).json()) as { cells: { k: number[]; status: string; country: string | null }[] }).cells;
const refusal = async (who: Requested, path: string) => {
  const response = await who(path);
  return [response.status, ((await response.json()) as { code?: string }).code];
};

describe("a donor", () => {
  it("sees the cells that were published for it: of a grant as a whole, and of all its grants by place", async () => {
    expect(await cells(donor, "/v1/cells?grant=G1")).toMatchObject([{ k: [7, 6], country: null }]);
    expect(await cells(donor, "/v1/cells?grant=G2")).toMatchObject([{ k: [null, null], status: "withheld" }]);
    expect(await cells(donor, "/v1/cells?grant=own")).toMatchObject([{ k: [4, 6], country: "GTM" }]);
    expect(await cells(donor, "/v1/cells?grant=own&by=world")).toMatchObject([{ k: [5, 6], country: null }]);
  });

  it("sees public cells where it names no grant, as anybody does", async () => {
    expect(await (await donor("/v1/cells")).text()).toBe(await (await api.nobody("/v1/cells")).text());
  });

  it("sees progress in two classes, as bands", async () => {
    const { progress } = (await (await donor("/v1/progress?grant=G1")).json()) as { progress: object[] };
    expect(progress).toMatchObject([
      { result: "ST1", grant: "G1", n: [10, 12], reached_or_towards: [4, 6], reached: [null, null], target: null },
    ]);
  });

  it("is refused another's grant, a grant beyond its account, and filters that its cells do not know", async () => {
    const narrow = await api.as("donor", { donors: ["donor-a"], grants: ["G2"] });
    for (const [who, path, code] of [
      [donor, "/v1/cells?grant=G9", "reach.outside"],
      [donor, "/v1/cells?grant=none", "reach.outside"],
      [donor, "/v1/progress?grant=G9", "reach.outside"],
      [narrow, "/v1/cells?grant=G1", "reach.outside"],
      [narrow, "/v1/cells?grant=own", "reach.outside"],
      [narrow, "/v1/progress?grant=G1", "reach.outside"],
      [donor, "/v1/cells?grant=G1&type=ngo", "filter.not-permitted"],
      [donor, "/v1/cells?grant=G1&project=P1", "filter.not-permitted"],
      [donor, "/v1/cells?grant=G1&time=2023..2024&match=matched", "filter.not-permitted"],
      [donor, "/v1/progress?project=P1", "filter.not-permitted"],
      [donor, "/v1/cells?project=P1", "filter.not-permitted"],
      [donor, "/v1/observations", "role.not-permitted"],
    ] as const)
      expect([path, ...(await refusal(who, path))]).toEqual([path, 403, code]);
    expect(await cells(narrow, "/v1/cells?grant=G2")).toHaveLength(1);
    expect(await refusal(narrow, "/v1/progress")).toEqual([404, "donor.no-progress"]);
  });

  it("is told so where the release has nothing made for it, or its file is not as it was published", async () => {
    const other = await api.as("donor", { donors: ["donor-z"] });
    expect(await refusal(other, "/v1/cells?grant=own")).toEqual([404, "donor.no-cells"]);
    expect(await refusal(other, "/v1/progress")).toEqual([404, "donor.no-cells"]);
    const b = await api.as("donor", { donors: ["donor-b"] });
    expect(await refusal(b, "/v1/progress")).toEqual([404, "donor.no-progress"]);
    const path = join(home, "releases", "1", "donors", "donor-b.duckdb");
    await writeFile(path, Buffer.concat([await readFile(path), Buffer.from("x")]));
    expect(await refusal(b, "/v1/cells?grant=own")).toEqual([503, "release.damaged"]);
  });
});
