import { describe, expect, it } from "vitest";
import { attackCounts } from "../../../../pipelines/protect/attack/counts.ts";
import { type PublicRow, rowName } from "../../../../pipelines/protect/attack/published.ts";
import { protectCounts } from "../../../../pipelines/protect/counts.ts";
import { lookingAt, seeded, smallTable } from "./small-table.ts";

/** The rows of a public file in which just the named cells are published, and what they count in truth. */
function publicRows(table: ReturnType<typeof smallTable>, kept: ReadonlySet<string>) {
  const rows = table.cells.map(({ name, count }): PublicRow => {
    const [place = "", type = ""] = name.split("/");
    const country = place === "world" ? null : place;
    const shown = kept.has(name);
    return {
      figure: "collectives",
      result: null,
      country,
      region: country && "R",
      year: 2025,
      type: type === "all" ? null : type,
      status: shown ? "value" : "withheld",
      n_lo: shown ? count : null,
      n_hi: shown ? count : null,
      k_lo: null,
      k_hi: null,
    };
  });
  return { rows, exact: new Map(rows.map((row, at) => [rowName(row), table.cells[at]?.count ?? 0])) };
}

describe("the release gate", () => {
  it("finds nothing in protected tables, and catches a protection that only hides the small cells", async () => {
    const random = seeded(7);
    let caught = 0;
    for (let round = 0; round < 40; round++) {
      const table = smallTable([0, 1, 2, 3].map(() => [0, 1, 2].map(() => Math.floor(random() * 12))));
      const safe = publicRows(
        table,
        new Set((await protectCounts(table, lookingAt(table))).kept.map(({ name }) => name)),
      );
      expect(await attackCounts(safe.rows, safe.exact)).toEqual({ outsider: [], insiders: [] });
      const every = table.cells.filter(({ count }) => count >= 5).map(({ name }) => name);
      const weak = publicRows(table, new Set(every));
      if ((await attackCounts(weak.rows, weak.exact)).outsider.length > 0) caught += 1;
    }
    expect(caught).toBeGreaterThan(30);
  });
});
