import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { donorFile } from "../../../../pipelines/publish/donor-file.ts";

describe("the file of a donor's cells", () => {
  it("bears the donor's code where that is a file name anywhere", () => {
    expect(donorFile("DONOR-A")).toBe("donors/DONOR-A.duckdb");
  });

  it("is one file in the donors folder whatever the code, and never that of another donor", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
        expect(donorFile(one)).toMatch(/^donors\/[A-Za-z0-9~_-]{1,64}\.duckdb$/);
        expect(donorFile(one) === donorFile(other)).toBe(one === other);
      }),
      { examples: [["../../public", "..-..-public"]] },
    );
  });
});
