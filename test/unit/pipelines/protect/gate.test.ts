import type { Band } from "@trama/data/statistics";
import { describe, expect, it } from "vitest";
import type { Believed, Member } from "../../../../pipelines/protect/attack/believed.ts";
import { attackCounts } from "../../../../pipelines/protect/attack/counts.ts";
import { ReleaseUnsafe, releaseGate } from "../../../../pipelines/protect/attack/gate.ts";
import type { PublicRow } from "../../../../pipelines/protect/attack/published.ts";
import { protectCounts } from "../../../../pipelines/protect/counts.ts";
import { lookingAt, seeded, smallTable } from "./small-table.ts";

type Table = ReturnType<typeof smallTable>;

/** The rows of a public file in which just the named cells are published. */
function publicRows(table: Table, kept: ReadonlyMap<string, Band>, release = 1): PublicRow[] {
  return table.cells.map(({ name }): PublicRow => {
    const [place = "", type = ""] = name.split("/");
    const country = place === "world" ? null : place;
    const shown = kept.get(name);
    return {
      release,
      audience: "open",
      figure: "collectives",
      result: null,
      country,
      region: country && "R",
      year: 2025,
      year_from: null,
      presence: "all",
      type: type === "all" ? null : type,
      funder: null,
      grant_code: null,
      score_from: null,
      status: shown ? "value" : "withheld",
      n_lo: shown?.[0] ?? null,
      n_hi: shown?.[1] ?? null,
      k_lo: null,
      k_hi: null,
      as_of: release,
    };
  });
}

/** The collectives that such a table counts. */
function believedOf(counts: readonly (readonly number[])[], release = 1): Believed {
  const units = counts.flatMap((types, country) =>
    types.flatMap((count, type) =>
      Array.from({ length: count }, (_, number): Member => {
        const none = { projects: [], funders: [], grants: [], filed: new Map() };
        const collective = `c-${country}-${type}-${number}`;
        return { collective, country: `C${country}`, region: "R", year: 2025, type: String(type), ...none };
      }),
    ),
  );
  return { release, units };
}

const exactly = (cells: Table["cells"]) => cells.map(({ name, count }): [string, Band] => [name, [count, count]]);
const eligible = (table: Table) => new Map(exactly(table.cells.filter(({ count }) => count >= 5)));
const safe = async (table: Table) => {
  const { kept, banded } = await protectCounts(table, lookingAt(table));
  return new Map([...exactly(kept), ...banded.map(({ cell, n }): [string, Band] => [cell.name, n])]);
};

describe("the release gate", () => {
  it("finds nothing in protected tables, and catches a protection that only hides the small cells", {
    timeout: 300_000,
  }, async () => {
    const random = seeded(7);
    let caught = 0;
    for (let round = 0; round < 30; round++) {
      const counts = [0, 1, 2, 3].map(() => [0, 1, 2].map(() => Math.floor(random() * 12)));
      const table = smallTable(counts);
      const believed = [believedOf(counts)];
      expect(await attackCounts(publicRows(table, await safe(table)), believed)).toEqual([]);
      if ((await attackCounts(publicRows(table, eligible(table)), believed)).length > 0) caught += 1;
    }
    expect(caught).toBeGreaterThan(25);
  });

  it("refuses a release from which a change of few collectives can be read, and names the cells", async () => {
    const before = [
      [9, 8],
      [7, 12],
    ];
    const after = [
      [9, 8],
      [9, 12],
    ];
    const rows = [before, after].flatMap((counts, at) => {
      const table = smallTable(counts);
      return publicRows(table, eligible(table), at + 1);
    });
    const believed = [believedOf(before, 1), believedOf(after, 2)];
    const refused = await releaseGate(rows, believed).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ReleaseUnsafe);
    expect((refused as ReleaseUnsafe).findings.versions).toEqual(
      expect.arrayContaining(["change of collectives C1 0 2025, reader"]),
    );
    const frozen = rows.map((row, at) =>
      row.release === 2 ? { ...row, n_lo: rows[at - rows.length / 2]?.n_lo ?? null, n_hi: null, as_of: 1 } : row,
    );
    const still = frozen.map((row) => ({ ...row, n_hi: row.n_lo }));
    expect((await releaseGate(still, believed)).attacks).toMatchObject({ outsider: 0, versions: 0 });
  });

  it("catches shares that make it certain of a collective, whether by one band or by what two releases differ in", async () => {
    expect(await attributes([share([0, 2])], [scores(0)])).toBe(0);
    expect(await attributes([share([0, 0])], [scores(0)])).toBe(true);
    const one = { ...scores(5), release: 1 };
    const restated = { ...scores(6), release: 2 };
    expect(await attributes([share([3, 5]), share([6, 8], 2)], [one, restated])).toBe(true);
    expect(await attributes([share([3, 5]), { ...share([3, 5], 2), as_of: 1 }], [one, restated])).toBe(0);
  });

  it("catches shares of those followed that make it certain of those who are not", async () => {
    const { units } = scores(6);
    const before = { filed: filed(3) };
    const believed = [
      { release: 1, units: units.map((unit, at) => (at < 4 || at > 5 ? { ...unit, previous: before } : unit)) },
    ];
    const followed = (k: readonly [number, number]) => ({ ...share(k), year_from: 2024, presence: "stayers" });
    expect(await attributes([share([6, 8]), followed([2, 4])], believed)).toBe(true);
    expect(await attributes([share([5, 8]), followed([2, 4])], believed)).toBe(0);
    expect(await attributes([share([5, 8]), followed([4, 4])], believed)).toBe(0);
    const from = { ...followed([0, 0]), figure: "in_place_before", year: 2026, year_from: 2025 };
    const after = [{ release: 1, units: scores(0).units.map((unit) => ({ ...unit, next: before })) }];
    expect(await attributes([from], after)).toBe(true);
    expect(await attributes([{ ...from, k_hi: 2 }], after)).toBe(0);
  });

  it("catches classes that together make it certain that nobody is in between", async () => {
    const low = (k: readonly [number, number]) => ({ ...share(k), figure: "distribution", score_from: 0 });
    expect(await attributes([share([6, 8]), low([15, 15])], [scores(6)])).toBe(true);
    expect(await attributes([share([6, 8]), low([14, 15])], [scores(6)])).toBe(0);
    const middle = { ...share([0, 0]), figure: "distribution", score_from: 2 };
    expect(await attributes([share([6, 8]), low([12, 15]), middle], [scores(6)])).toBe(true);
    expect(await attributes([share([6, 8]), low([12, 15]), { ...middle, k_hi: 2 }], [scores(6)])).toBe(0);
  });

  it("catches shares that tell the manager of a project about those of others", async () => {
    const believed = [
      {
        release: 1,
        units: scores(9).units.map((unit, at) => ({
          ...unit,
          filed: filed(at < 9 ? 3 : 1, at < 12 ? ["P1"] : ["P2"]),
        })),
      },
    ];
    expect(await attributes([share([9, 10])], believed)).toBe(0);
    expect(await attributes([share([8, 9])], believed)).toBe(true);
  });
});

const filed = (score: number, projects: readonly string[] = []) =>
  new Map([["ST1", { score, projects, funders: [], grants: [] }]]);

/** 21 collectives, of which the first so many have the result in place and all others score 1. */
function scores(high: number): Believed {
  const { units } = believedOf([[12, 9]]);
  return { release: 1, units: units.map((unit, at) => ({ ...unit, filed: filed(at < high ? 3 : 1) })) };
}

function share(k: readonly [number, number], release = 1): PublicRow {
  const [row] = publicRows(smallTable([[12, 9]]), new Map([["world/all", [21, 21]]]), release);
  return { ...(row as PublicRow), figure: "in_place", result: "ST1", k_lo: k[0], k_hi: k[1] };
}

/** How many certainties the gate lets by, or true where it stops a release for one. */
function attributes(rows: readonly PublicRow[], believed: readonly Believed[]) {
  return releaseGate(rows, believed).then(
    ({ attacks }) => attacks.attributes,
    (error: ReleaseUnsafe) => (error.findings.attributes?.length ?? 0) > 0,
  );
}
