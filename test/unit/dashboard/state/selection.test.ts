import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everything, readSelection, type Selection, writeSelection } from "../../../../dashboard/state/selection.ts";

const known = {
  countries: ["GTM", "HND", "THA"],
  regions: ["africa", "south-asia"],
  results: ["ST1", "ST2", "EX7"],
  dimensions: ["spatial-territorial", "interaction-networks"],
  types: ["ngo", "womens-organisation", "unknown"],
  tabs: ["chart", "table"],
  langs: ["en", "es", "fr"],
  years: [2019, 2025] as const,
};
const read = (query: string) => readSelection(new URLSearchParams(query), known);

const someOf = (values: readonly string[]) => fc.subarray([...values]);
const maybeOneOf = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: null });
const selections: fc.Arbitrary<Selection> = fc.record({
  country: someOf(known.countries),
  region: someOf(known.regions),
  result: someOf(known.results),
  dimension: maybeOneOf(known.dimensions),
  type: maybeOneOf(known.types),
  time: fc.option(
    fc
      .tuple(fc.integer({ min: 2019, max: 2025 }), fc.integer({ min: 2019, max: 2025 }))
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
    { nil: null },
  ),
  tab: fc.constantFrom("chart", "table"),
  measure: fc.constantFrom("share", "median"),
  match: fc.constantFrom("all", "matched"),
  by: fc.constantFrom("country", "region"),
  standardised: fc.constantFrom(null, "type"),
  of: maybeOneOf(["GRANT 7/2", "MEX-S1", "ñandú"]),
  lang: maybeOneOf(known.langs),
  release: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: null }),
});

describe("what the reader has chosen", () => {
  it("survives the way into the address and back", () => {
    fc.assert(
      fc.property(selections, (selection) => {
        expect(read(writeSelection(selection))).toEqual({ selection, ignored: [] });
      }),
    );
  });

  it("is written as the contract says, with defaults left out", () => {
    expect(writeSelection(everything)).toBe("");
    expect(writeSelection({ ...everything, country: ["GTM", "HND"], time: [2019, 2025], tab: "table" })).toBe(
      "?country=GTM~HND&time=2019..2025&tab=table",
    );
  });

  it("never fails, whatever the address says, and names what it ignores", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...Object.keys(everything)), fc.string())), (pairs) => {
        const { selection } = readSelection(new URLSearchParams(pairs), known);
        expect(read(writeSelection(selection)).ignored).toEqual([]);
      }),
    );
    const { selection, ignored } = read("country=GTM~XXX&tab=pie&time=1900&measure=mean&release=-1");
    expect(selection).toEqual({ ...everything, country: ["GTM"] });
    expect(ignored.map(({ field, value }) => `${field}=${value}`)).toEqual([
      "country=XXX",
      "time=1900",
      "tab=pie",
      "measure=mean",
      "release=-1",
    ]);
  });

  it("is also read from a plain form, which repeats fields and sends both ends of the years", () => {
    expect(read("country=GTM&country=HND&from=2024&to=2021&region=&type=").selection).toEqual({
      ...everything,
      country: ["GTM", "HND"],
      time: [2021, 2024],
    });
  });

  it("keeps a span of years within the years there are", () => {
    expect(read("time=2010..2020").selection.time).toEqual([2019, 2020]);
    expect(read("time=2024..2020").ignored).toEqual([{ field: "time", value: "2024..2020" }]);
  });
});
