import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { workedExamples } from "@trama/data/statistics";
import { describe, expect, it } from "vitest";

const page = readFileSync(resolve(import.meta.dirname, "../../../../docs/methods.md"), "utf8").replace(
  /\s+(> )?/g,
  " ",
);

describe("the methods page", () => {
  it.each(workedExamples)("shows the $id example with the numbers the code gives", ({ text }) => {
    expect(page).toContain(text);
  });

  it("has no worked example that the code does not compute", () => {
    expect(page.match(/\*\*Example\.\*\*/g)).toHaveLength(workedExamples.length);
  });
});
