import { describe, expect, it } from "vitest";
import { extract } from "../../../../pipelines/extract/extract.ts";
import { bytesInput } from "../../../../pipelines/extract/input.ts";
import { extracted } from "../../../extracted.ts";

async function headers(text: string) {
  const found = await extract(bytesInput("r.json", Buffer.from(text)));
  return "refusal" in found ? found.refusal.code : found.sheets.map(({ name, header }) => [name, header]);
}

describe("a JSON file", () => {
  it("is one table when it is a list of records, with values inside values named by their path", async () => {
    const text = JSON.stringify([
      { result: "ST1", at: { period: "2025", who: ["a", "b"] } },
      { result: "ST2", score: 0 },
    ]);
    expect(await headers(text)).toEqual([["r", ["result", "at.period", "at.who.0", "at.who.1", "score"]]]);
    expect(await extracted("r.json", text)).toMatchObject({
      sheets: {
        r: [
          ["ST1", "2025", "a", "b", null],
          ["ST2", null, null, null, "0"],
        ],
      },
    });
  });

  it("is as many tables as it has lists under names", async () => {
    const text = JSON.stringify({ report: [{ project: "P" }], results: [{ score: 3 }], made: "today" });
    expect(await headers(text)).toEqual([
      ["report", ["project"]],
      ["results", ["score"]],
      ["r", ["made"]],
    ]);
  });

  it("may give one record a line, or rows as lists", async () => {
    expect(await extracted("r.json", '{"a":1}\n{"a":null}\n')).toMatchObject({ sheets: { r: [["1"], [null]] } });
    expect(await extracted("r.json", '[["a","b"],[0,false]]')).toMatchObject({
      sheets: {
        r: [
          ["a", "b"],
          ["0", "false"],
        ],
      },
    });
  });

  it("is refused when it is broken or nested beyond reason", async () => {
    expect(await extracted("r.json", '[{"a":1},')).toMatchObject({ refused: "json.broken" });
    const deep = `[${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}]`;
    expect(await extracted("r.json", deep)).toMatchObject({ refused: "json.too-deep" });
  });
});
