import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type CountCell,
  countTable,
  eliminateBest,
  NoSumOfAtoms,
  protectCounts,
} from "../../../../pipelines/protect/counts.ts";
import { eliminate } from "../../../../pipelines/protect/eliminate.ts";
import { LinearProgram, solver } from "../../../../pipelines/protect/linear-program.ts";
import { sharedFixture } from "../../../shared.ts";
import { lookingAt, seeded, smallTable, worlds } from "./small-table.ts";

const sumIn = (world: readonly number[], { columns }: Pick<CountCell, "columns">) =>
  columns.reduce((sum, at) => sum + (world[at] as number), 0);

describe("published counts", () => {
  it("leave every small count open in 400 small tables, as listing every possible table shows", {
    timeout: 300_000,
  }, async () => {
    const random = seeded(11);
    let tables = 0;
    let secrets = 0;
    let bands = 0;
    for (; tables < 400; tables++) {
      const counts = [0, 1, 2].map(() => [0, 1].map(() => Math.floor(random() * 8)));
      const table = smallTable(counts);
      const { kept, banded } = await protectCounts(table, lookingAt(table));
      const published = [
        ...kept.map(({ columns, count }) => ({ columns, n: [count, count] as const })),
        ...banded.map(({ cell: { columns }, n }) => ({ columns, n })),
      ];
      bands += banded.length;
      const total = table.cells[0]?.count ?? 0;
      if (!kept.some(({ name }) => name === "world/all")) {
        expect(total).toBeLessThan(5 * 7);
        continue;
      }
      const unsafe = table.cells.filter(({ count }) => count < 5);
      const managed = [0, 1, 2].map((country) => new Set([2 * country, 2 * country + 1]));
      const onlookers = [new Set<number>(), ...managed];
      for (const known of onlookers) {
        const fixed = new Map([...known].map((at) => [at, table.atoms[at]?.count ?? 0]));
        const open = unsafe.filter(({ columns }) => columns.some((at) => !known.has(at)));
        const range = open.map(() => [Number.POSITIVE_INFINITY, 0] as [number, number]);
        for (const world of worlds(table.atoms.length, published, total, fixed))
          open.forEach((cell, at) => {
            const sum = sumIn(world, { columns: cell.columns.filter((atom) => !known.has(atom)) });
            const ends = range[at] as [number, number];
            if (sum < ends[0]) ends[0] = sum;
            if (sum > ends[1]) ends[1] = sum;
          });
        for (const [at, [least, greatest]] of range.entries()) {
          secrets += 1;
          const enough = known.size === 0 ? greatest - least >= 4 && greatest >= 5 : greatest - least >= 3;
          expect([counts, kept.map(({ name }) => name), open[at]?.name, least, greatest, enough].at(-1)).toBe(true);
        }
      }
    }
    expect(secrets).toBeGreaterThan(2000);
    expect(bands).toBeGreaterThan(100);
  });

  it("leave a small change as open to a reader as a small count, where others are public already", async () => {
    const world = { name: "world/all", audience: "open", rank: 0, columns: [0, 1, 2], count: 10 };
    const table = countTable({
      atoms: [1, 2, 7].map((count) => ({ knownTo: [], count })),
      cells: [world],
      secrets: [{ name: "change of C0/0", kind: "change", columns: [0] }],
      public: [{ columns: [2], n: [7, 7], audience: "open" }],
    });
    // Exactly, it would leave the change between 0 and 3.
    const { kept, banded } = await protectCounts(table, lookingAt(table));
    expect(kept).toEqual([]);
    expect(banded).toEqual([{ cell: world, n: [10, 14] }]);
  });

  it("refuse a cell that is not the sum of its atoms", () => {
    expect(() =>
      countTable({
        atoms: [{ knownTo: [], count: 3 }],
        cells: [{ name: "C0/all", audience: "open", rank: 0, columns: [0], count: 4 }],
        secrets: [],
        public: [],
      }),
    ).toThrow(NoSumOfAtoms);
  });

  it("include no total together with all its parts but one small", () => {
    const table = smallTable([
      [6, 2],
      [7, 9],
    ]);
    const kept = eliminate({
      size: table.atoms.length,
      candidates: table.cells.filter(({ count }) => count >= 5),
      secrets: table.secrets,
      public: [],
      known: [new Set()],
    }).map(({ name }) => name);
    expect(kept).toContain("world/all");
    expect(kept.includes("C0/all") && kept.includes("C0/0")).toBe(false);
  });
});

const input = sharedFixture("disclosure/in_z1.csv");
const expected = sharedFixture("disclosure/exp_z1_maxN3.csv");

describe.runIf(input && expected)("a table that another program protects", () => {
  it("is protected without hiding more cells, and nothing of it can be subtracted", async () => {
    const rows = rowsOf(input as string).map(([region = "", reason = "", count]) => ({
      region,
      reason,
      count: Number(count),
    }));
    const atoms = rows.map(({ count }) => ({ knownTo: [], count }));
    const cells = rowsOf(expected as string).map(([region = "", reason = "", count]) => ({
      name: `${region}/${reason}`,
      rank: (region === "Total" ? 0 : 2) + (reason === "Total" ? 0 : 1),
      audience: "open",
      columns: rows.flatMap((row, at) =>
        (region === "Total" || row.region === region) && (reason === "Total" || row.reason === reason) ? [at] : [],
      ),
      count: Number(count),
      category: rows.reduce((sum, row) => sum + (reason === "Total" || row.reason === reason ? row.count : 0), 0),
    }));
    const unsafe = cells.filter(({ count }) => count <= 3);
    const secrets = unsafe.map((sum) => ({ ...sum, kind: "count" as const }));
    const kept = eliminateBest(countTable({ atoms, cells, secrets, public: [] }), 4);
    const theirs = rowsOf(expected as string).filter((row) => row[4] === "TRUE").length;
    expect(cells.length - kept.length).toBeLessThanOrEqual(theirs);
    const program = new LinearProgram(
      await solver(),
      atoms.map(() => 0),
      atoms.map(() => Number.POSITIVE_INFINITY),
      kept.map(({ columns, count }) => ({ columns, lo: count, hi: count })),
    );
    for (const { columns } of unsafe)
      expect(program.extreme(columns, "greatest").value - program.extreme(columns, "least").value).toBeGreaterThan(0.5);
    program.close();
  });
});

function rowsOf(path: string): string[][] {
  const [, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  return lines.map((line) => line.replaceAll('"', "").split(","));
}
