import fc from "fast-check";
import { expect, it } from "vitest";
import { type KeptPart, keptJson } from "../../../../api/answers/kept-json.ts";

const textOf = (answer: Readonly<Record<string, unknown>>, kept: Readonly<Record<string, readonly KeptPart[]>>) =>
  new TextDecoder().decode(keptJson(answer, kept));
const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue()));

it("writes an answer as JSON.stringify does, the first time and again", () => {
  const answer = fc.record({ release: fc.nat(), cells: rows, note: fc.jsonValue() });
  fc.assert(
    fc.property(answer, (answer) => {
      const written = JSON.stringify(answer);
      expect(textOf(answer, { cells: answer.cells })).toBe(written);
      expect(textOf(answer, { cells: answer.cells })).toBe(written);
    }),
  );
});

it("writes rows that are told together as it writes them one by one", () => {
  const together = fc.array(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }));
  fc.assert(
    fc.property(fc.nat(), together, (release, parts) => {
      const answer = { release, classes: parts.flat() };
      expect(textOf(answer, { classes: parts })).toBe(JSON.stringify(answer));
      expect(textOf(answer, { classes: parts })).toBe(JSON.stringify(answer));
    }),
  );
});

it("says of a row in two answers the same", () => {
  const row = { result: "ST1", n: [5, 9] };
  const told = (answer: { readonly cells: readonly object[] }) => textOf({ ...answer }, { cells: answer.cells });
  expect(told({ cells: [row] })).toBe('{"cells":[{"result":"ST1","n":[5,9]}]}');
  expect(told({ cells: [row, row] })).toBe(JSON.stringify({ cells: [row, row] }));
});
