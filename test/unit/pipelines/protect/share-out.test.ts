import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { prime } from "../../../../pipelines/protect/prime-field.ts";
import { shareOut } from "../../../../pipelines/protect/share-out.ts";
import { solvedIn } from "../../../../pipelines/protect/solved.ts";
import { emptyFolder } from "../../../home.ts";

const inverse = {
  module: new URL("../../../../pipelines/protect/prime-field.ts", import.meta.url).href,
  name: "inverse",
  run: (value: number) => Promise.resolve(value),
};

describe("work shared out to threads", () => {
  it("is done by the function that is named, and comes back in the order of its inputs", async () => {
    const inputs = [2, 3, 5, 7, 11, 13].map((value) => () => [value] as [number]);
    const told: number[] = [];
    const found = await shareOut(inverse, inputs, { threads: 2, done: (done) => told.push(done) });
    expect(found.map((value, at) => (value * ([2, 3, 5, 7, 11, 13][at] as number)) % prime)).toEqual([
      1, 1, 1, 1, 1, 1,
    ]);
    expect(told).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("is not done again where it is kept, and is where what is kept is damaged or of other inputs", async () => {
    const folder = await emptyFolder("solved");
    const inputs = (values: number[]) => values.map((value) => () => [value] as [number]);
    const first = await shareOut(inverse, inputs([2, 3]), { threads: 1, solved: solvedIn(folder) });
    const done: unknown[] = [];
    const watched = {
      ...solvedIn(folder),
      keep: async (_: string, outcome: unknown) => {
        done.push(outcome);
      },
    };
    const [damaged] = await readdir(folder);
    await writeFile(join(folder, damaged as string), "not whole");
    expect(await shareOut(inverse, inputs([2, 3]), { threads: 2, solved: watched })).toEqual(first);
    expect(done).toHaveLength(1);
    const other = await shareOut(inverse, inputs([5, 3]), { threads: 1, solved: watched });
    expect(other[0]).not.toBe(first[0]);
  });

  it("says what went wrong in a thread, and goes on with a new one", async () => {
    const nowhere = { ...inverse, module: new URL("./nowhere.ts", inverse.module).href };
    await expect(shareOut(nowhere, [() => [1] as [number]], { threads: 1 })).rejects.toThrow(/nowhere/);
    expect(await shareOut(inverse, [() => [1] as [number]], { threads: 1 })).toEqual([1]);
  });
});
