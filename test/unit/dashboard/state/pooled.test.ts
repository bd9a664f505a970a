import { describe, expect, it } from "vitest";
import type { Base } from "../../../../dashboard/state/base.ts";
import { pooledBy } from "../../../../dashboard/state/pooled.ts";
import type { Row } from "../../../../dashboard/state/rows.ts";
import { everything } from "../../../../dashboard/state/selection.ts";

const base = {
  countries: {
    countries: [
      { country: "GTM", region: "latin-america-caribbean" },
      { country: "KEN", region: "africa" },
    ],
  },
} as unknown as Base;
const row = (code: string, kind: Row["kind"], year = 2024, result = "ST1"): Row =>
  ({ kind, result, resultLabel: result, place: { code, name: `name of ${code}` }, year, type: null }) as Row;

describe("where a country's figure is withheld", () => {
  const regions = [row("latin-america-caribbean", "value"), row("africa", "withheld")];
  const find = pooledBy(regions, base, { ...everything, lang: "es" });

  it("leads to its region's figure of the same result and year, where that is published", () => {
    const found = find(row("GTM", "withheld"));
    expect(found).toMatchObject({ region: "latin-america-caribbean", name: "name of latin-america-caribbean" });
    const { pathname, searchParams } = new URL(found?.href ?? "", "http://here");
    expect([pathname, searchParams.get("by"), searchParams.get("region"), searchParams.get("result")]).toEqual([
      "/compare",
      "region",
      "latin-america-caribbean",
      "ST1",
    ]);
    expect(searchParams.get("lang")).toBe("es");
  });

  it("leads nowhere where the region is withheld too, for another year or result, or where nothing is withheld", () => {
    for (const one of [
      row("KEN", "withheld"),
      row("GTM", "withheld", 2023),
      row("GTM", "withheld", 2024, "ST2"),
      row("GTM", "value"),
      row("GTM", "no-data"),
      row("africa", "withheld"),
      row("ZZZ", "withheld"),
    ])
      expect([one, find(one)]).toEqual([one, null]);
  });
});
