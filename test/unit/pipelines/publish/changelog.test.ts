import { type Cell, type Manifest, tables } from "@trama/data/schema";
import { append, openWriter } from "@trama/data/store";
import { describe, expect, it } from "vitest";
import { createTables } from "../../../../pipelines/load/create-tables.ts";
import { changelog } from "../../../../pipelines/publish/package/changelog.ts";

const manifest = { release: 2, synthetic: true } as Manifest;
const cell = (release: number, country: string, more: Partial<Cell>): Cell =>
  ({
    ...Object.fromEntries(Object.keys(tables.cell.columns).map((name) => [name, null])),
    ...{ release, audience: "open", download: "x", figure: "in_place", indicator: "ST1", result: "ST1" },
    ...{ country, region: "africa", year: 2024, presence: "all", status: "value", flags: [], as_of: release },
    ...{ n_lo: 10, n_hi: 10, k_lo: 4, k_hi: 6 },
    ...more,
  }) as Cell;
const hidden = { status: "withheld", n_lo: null, n_hi: null, k_lo: null, k_hi: null };

async function told(cells: readonly Cell[]): Promise<string> {
  const store = await openWriter(":memory:");
  try {
    const connection = await store.connect();
    await createTables(connection, [tables.cell_history], "public");
    await append(connection, tables.cell_history, cells);
    return await changelog(connection, "memory.main", manifest);
  } finally {
    store.close();
  }
}

describe("the changelog of a data package", () => {
  it("counts what is published now, withheld now, and tells other figures; what stayed is not listed", async () => {
    const text = await told([
      ...[cell(1, "KEN", {}), cell(1, "UGA", hidden), cell(1, "SEN", {}), cell(1, "COD", {})],
      ...[cell(2, "KEN", { k_hi: 7 }), cell(2, "UGA", {}), cell(2, "SEN", hidden), cell(2, "COD", { as_of: 1 })],
    ]);
    expect(text).toContain("| in_place | KEN | 2024 | 0 | 0 | 1 |");
    expect(text).toContain("| in_place | UGA | 2024 | 1 | 0 | 0 |");
    expect(text).toContain("| in_place | SEN | 2024 | 0 | 1 | 0 |");
    expect(text).not.toContain("COD");
    expect(text).toContain("SYNTHETIC");
  });

  it("says that nothing differs, and which release is the oldest", async () => {
    const text = await told([cell(1, "KEN", {}), cell(2, "KEN", { as_of: 1 })]);
    expect(text).toContain("No published figure differs.");
    expect(text).toContain("## Release 1\n\nThe oldest that is kept here.");
  });
});
