import fc from "fast-check";
import { expect, it } from "vitest";
import { keptJson } from "../../../../api/answers/kept-json.ts";

it("writes an answer as JSON.stringify does, the first time and again", () => {
  const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue()));
  const answer = fc.record({ release: fc.nat(), cells: rows, note: fc.jsonValue() });
  fc.assert(
    fc.property(answer, (answer) => {
      const written = JSON.stringify(answer);
      expect(keptJson(answer, "cells")).toBe(written);
      expect(keptJson(answer, "cells")).toBe(written);
    }),
  );
});

it("says of a row in two answers the same", () => {
  const row = { result: "ST1", n: [5, 9] };
  expect(keptJson({ release: 1, cells: [row] }, "cells")).toBe('{"release":1,"cells":[{"result":"ST1","n":[5,9]}]}');
  expect(keptJson({ cells: [row, row] }, "cells")).toBe(JSON.stringify({ cells: [row, row] }));
});
