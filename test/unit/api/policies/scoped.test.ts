import { createStatements, type Table, tables } from "@trama/data/schema";
import { append, database, keepAsEnums, openWriter, type Store } from "@trama/data/store";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Manager } from "../../../../api/policies/principal.ts";
import { scoped } from "../../../../api/policies/scoped.ts";

type Row = Readonly<Record<string, unknown>>;
type Name = keyof typeof tables;

/** Few codes, so that rows of all tables meet; the last ones are what somebody might try to get past the scope with. */
const codes: Readonly<Record<string, readonly string[]>> = {
  country: ["GTM", "HND", "COL", "KEN"],
  project: ["P1", "P2", "P3", "P4", "P5", "P6"],
  collective: ["c-1", "c-2", "c-3", "c-4", "c-5", "c-6", "c-7", "c-8"],
  report: ["r1", "r2", "r3", "r4", "r5", "r6"],
  activity: ["a1", "a2", "a3"],
  grant_code: ["g1", "g2", "g3"],
  result: ["ST1", "ST2", "EX1"],
};
const hostile = ["' OR '1'='1", "GTM') OR (true", "%", "", "NULL", "gtm", "main.observation", "GTM\u0000", "💧"];

const restricted = (Object.values(tables) as Table[]).filter(({ homes }) => homes.includes("restricted"));
let store: Store;
let db: ReturnType<typeof database>;
const all = {} as Record<string, Row[]>;

beforeAll(async () => {
  store = await openWriter(":memory:", { threads: 1 });
  const connection = await store.connect();
  let seed = 42;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  for (const table of restricted) {
    for (const statement of createStatements(table)) await connection.run(statement);
    const rows = Array.from({ length: 60 }, (_, number) =>
      Object.fromEntries(
        Object.entries(table.columns).map(([name, { sql: type, nullable }]) => [
          name,
          nullable && random(4) === 0 ? null : madeValue(name, type, number, random),
        ]),
      ),
    );
    await append(connection, table as never, rows as never);
  }
  // As a release keeps it; in all other tables a country is a text.
  await keepAsEnums(connection, tables.year_score, { country: [...(codes.country as string[])].sort() });
  connection.closeSync();
  db = database(store, 1);
  for (const { name } of restricted)
    all[name] = (await db
      .selectFrom(name as Name)
      .selectAll()
      .execute()) as Row[];
});
afterAll(async () => {
  await db.destroy();
  store.close();
});

function madeValue(name: string, type: string, number: number, random: (below: number) => number): unknown {
  const known = codes[name];
  if (known) return known[random(known.length)];
  if (type === "VARCHAR") return `${name}-${random(5)}`;
  if (type === "VARCHAR[]") return ["a"];
  if (type === "BOOLEAN") return random(2) === 0;
  if (type === "TIMESTAMPTZ") return new Date(1_700_000_000_000 + number * 1000);
  if (type === "DATE") return "2024-01-01";
  return random(5);
}

/** What a manager may see of a table, told anew from docs/accounts.md, row by row and without SQL. */
function mayBeSeen({ countries, projects }: Reach, name: string, row: Row): boolean {
  const own = (one: Row) => countries.includes(one.country as string) || projects.includes(one.project as string);
  const inCountry = (one: Row) => countries.includes(one.country as string);
  switch (name) {
    case "release":
    case "country":
    case "framework_item":
    case "dimension_member":
      return true;
    case "report":
      if (own(row)) return true;
      if (row.country !== null || row.project !== null) return false;
      return (all.observation ?? []).some((one) => one.report === row.report && own(one));
    case "collective":
      return own(row) || (all.observation ?? []).some((one) => one.collective === row.collective && own(one));
    case "published_result":
    case "published_activity":
      return inCountry(row);
    case "published_dimension":
      return (all.published_activity ?? []).some(
        (one) => one.report === row.report && one.activity === row.activity && inCountry(one),
      );
    case "rejection":
      return (all.report ?? []).some((one) => one.report === row.report && own(one));
    case "narrative":
      return (
        projects.includes(row.project as string) ||
        (row.project !== null && (all.project ?? []).some((one) => one.project === row.project && own(one)))
      );
    default:
      return own(row);
  }
}

interface Reach {
  readonly countries: readonly string[];
  readonly projects: readonly string[];
}

const managerOf = (reach: Reach): Manager => ({
  kind: "manager",
  account: "a",
  name: "m",
  by: { kind: "session" },
  mustChange: false,
  ...reach,
});

const some = (list: readonly string[]) => fc.subarray([...list, ...hostile], { maxLength: 4 });
const reaches: fc.Arbitrary<Reach> = fc.record({
  countries: some(codes.country as string[]),
  projects: some(codes.project as string[]),
});
const name = fc.constantFrom(...restricted.map((table) => table.name as Name));
const filter = fc.record({
  column: fc.constantFrom("country", "project", "collective", "report", "result", "activity", "grant_code"),
  value: fc.oneof(fc.constantFrom(...Object.values(codes).flat()), fc.constantFrom(...hostile)),
});
const shape = fc.constantFrom("rows", "fragment", "within", "join", "count", "expression");

const plain = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

describe("the scope of a manager", () => {
  it("shows of every table just the rows in reach, whatever is asked: 10,000 random questions against an oracle", async () => {
    let seen = 0;
    let beyond = 0;
    await fc.assert(
      fc.asyncProperty(reaches, name, name, filter, shape, async (reach, table, other, { column, value }, kind) => {
        const rows = scoped(managerOf(reach), db) as never as ReturnType<typeof database>;
        const has = column in tables[table].columns;
        const due = (all[table] as Row[]).filter(
          (row) => mayBeSeen(reach, table, row) && (!has || row[column] === value || kind === "join"),
        );
        beyond += (all[table] as Row[]).length - due.length;
        const where = has ? sql<boolean>`${sql.ref(column)} = ${value}` : sql<boolean>`true`;
        const columns = Object.keys(tables[table].columns);
        const listed = sql.join(columns.map((one) => sql.ref(one)));
        switch (kind) {
          case "rows":
          case "fragment":
          case "within":
          case "expression": {
            const source =
              kind === "fragment"
                ? sql`(SELECT * FROM ${sql.table(table)} WHERE ${where} OR false)`
                : kind === "within"
                  ? sql`(SELECT * FROM ${sql.table(table)} t WHERE ${where} AND EXISTS (SELECT 1 FROM ${sql.table(table)}))`
                  : kind === "expression"
                    ? sql`(WITH own AS (SELECT * FROM ${sql.table(table)}) SELECT * FROM own WHERE ${where})`
                    : undefined;
            const asked = source
              ? rows.selectFrom(source.as("t") as never).select(columns as never)
              : rows
                  .selectFrom(table)
                  .select(columns as never)
                  .where(where);
            const found = await asked.execute();
            expect(plain(found)).toEqual(plain(due));
            seen += found.length;
            return;
          }
          case "count": {
            const query = sql<{
              n: number;
            }>`(SELECT count(*)::INTEGER AS n FROM (SELECT ${listed} FROM ${sql.table(table)} WHERE ${where}))`;
            const [found] = (await rows.selectFrom(query.as("t")).selectAll().execute()) as { n: number }[];
            expect(found?.n).toBe(due.length);
            return;
          }
          case "join": {
            const shared = ["country", "project", "report", "collective"].find(
              (one) => one in tables[table].columns && one in tables[other].columns,
            );
            if (!shared) return;
            const query = sql`(SELECT a.${sql.ref(shared)} AS shared FROM ${sql.table(table)} a JOIN ${sql.table(other)} b USING (${sql.ref(shared)}))`;
            const found = await rows
              .selectFrom(query.as("t") as never)
              .selectAll()
              .execute();
            const others = (all[other] as Row[]).filter((row) => mayBeSeen(reach, other, row));
            const pairs = due.flatMap((one) =>
              others
                .filter((two) => one[shared] !== null && one[shared] === two[shared])
                .map(() => ({ shared: one[shared] })),
            );
            expect(plain(found)).toEqual(plain(pairs));
            seen += found.length;
          }
        }
      }),
      { numRuns: 10_000, seed: 7 },
    );
    expect(seen).toBeGreaterThan(10_000);
    expect(beyond).toBeGreaterThan(100_000);
  }, 600_000);

  it("cannot be left by naming a table by its place, by a fragment that does, or by anything but a query", async () => {
    const rows = scoped(managerOf({ countries: ["GTM"], projects: [] }), db) as never as ReturnType<typeof database>;
    const tries: (() => Promise<unknown>)[] = [
      () =>
        rows
          .selectFrom("main.observation" as Name)
          .selectAll()
          .execute(),
      () =>
        rows
          .selectFrom(sql`(SELECT * FROM main.observation)`.as("t") as never)
          .selectAll()
          .execute(),
      () =>
        rows
          .selectFrom(sql`(SELECT * FROM "main"."observation")`.as("t") as never)
          .selectAll()
          .execute(),
      () =>
        rows
          .selectFrom(sql`(SELECT * FROM memory.main.observation)`.as("t") as never)
          .selectAll()
          .execute(),
      () =>
        rows
          .selectFrom(sql`query('SELECT * FROM x')`.as("t") as never)
          .selectAll()
          .execute(),
      () =>
        rows
          .selectFrom(sql`duckdb_tables()`.as("t") as never)
          .selectAll()
          .execute(),
      () =>
        rows
          .with("observation", (one) => one.selectFrom("report").selectAll())
          .selectFrom("observation")
          .selectAll()
          .execute(),
      () => sql`SELECT * FROM observation`.execute(rows),
      () => rows.deleteFrom("observation").execute(),
      () => rows.updateTable("observation").set({ country: "GTM" }).execute(),
      () =>
        rows
          .insertInto("release")
          .values({} as never)
          .execute(),
      () => rows.schema.dropTable("observation").execute(),
    ];
    for (const [at, attempt] of tries.entries())
      await expect(attempt().then(() => `try ${at} went through`)).rejects.toThrow();
    expect((await db.selectFrom("observation").selectAll().execute()).length).toBe(60);
  });
});
