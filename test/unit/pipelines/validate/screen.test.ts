import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { screen } from "../../../../pipelines/validate/screen.ts";

/** Ways in which people write where mail reaches them, and where they are to be found. */
const mail = ["someone@example.org", "someone (at) example.org", "someone [arroba] example.org", "SOMEONE@EXAMPLE.ORG"];
const addresses = ["http://example.org", "HTTPS://example.org", "see www.example.org", "WWW.EXAMPLE", "@someone"];
const places = ["14.6349, -90.5069", "lat: 14.63", "14°38'"];

describe("what may identify or locate somebody", () => {
  it("is found in whatever stands around it", () => {
    const around = fc.string({ unit: fc.constantFrom("a", "Z", "é", " ", "\n", "ก"), maxLength: 12 });
    fc.assert(
      fc.property(around, around, fc.constantFrom(...mail, ...addresses), (before, after, what) => {
        const found = screen(`${before} ${what} ${after}`);
        expect(found).toContain(mail.includes(what) ? "email" : "address");
      }),
    );
  });

  it("is not looked for where something else is wanted", () => {
    for (const text of [...mail, ...addresses, ...places]) {
      expect(screen(text).length).toBeGreaterThan(0);
      for (const finding of screen(text)) expect(screen(text, [finding])).toEqual([finding]);
      expect(screen(text, ["person"])).toEqual([]);
    }
  });

  it("is not in a plain code", () => {
    for (const text of ["C-17", "GTM-P1", "c_0042", "ST1"]) expect([text, screen(text)]).toEqual([text, []]);
  });
});
