import { describe, expect, it } from "vitest";
import { prime } from "../../../../pipelines/protect/prime-field.ts";
import { shareOut } from "../../../../pipelines/protect/share-out.ts";

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

  it("says what went wrong in a thread, and goes on with a new one", async () => {
    const nowhere = { ...inverse, module: new URL("./nowhere.ts", inverse.module).href };
    await expect(shareOut(nowhere, [() => [1] as [number]], { threads: 1 })).rejects.toThrow(/nowhere/);
    expect(await shareOut(inverse, [() => [1] as [number]], { threads: 1 })).toEqual([1]);
  });
});
