import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptWithin } from "../../../../api/answers/kept.ts";

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("what is kept of answers", () => {
  it("never takes more than its bound, whatever is asked in whatever order", async () => {
    const asked = fc.array(fc.record({ key: fc.nat(20), bytes: fc.nat(70), again: fc.boolean() }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(asked, async (questions) => {
        const kept = keptWithin<{ bytes: number }>(100, ({ bytes }) => bytes);
        const sizes = new Map<string, number>();
        for (const { key, bytes, again } of questions) {
          const name = `${key}`;
          if (again && kept.get(name)) continue;
          kept.set(name, Promise.resolve({ bytes }));
          sizes.set(name, bytes);
          await settled();
          expect(kept.bytes).toBeLessThanOrEqual(100);
          const found = [...sizes.keys()].filter((one) => kept.get(one) !== undefined);
          expect(kept.bytes).toBe(found.reduce((sum, one) => sum + (sizes.get(one) as number), 0));
        }
      }),
    );
  });

  it("goes in the order in which it was last asked for, and what is larger than the bound is not kept", async () => {
    const kept = keptWithin<number>(10, (size) => size);
    for (const [key, size] of [
      ["a", 4],
      ["b", 4],
    ] as const)
      kept.set(key, Promise.resolve(size));
    await settled();
    expect(await kept.get("a")).toBe(4);
    kept.set("c", Promise.resolve(4));
    await settled();
    expect([kept.get("a") !== undefined, kept.get("b"), kept.get("c") !== undefined]).toEqual([true, undefined, true]);
    kept.set("large", Promise.resolve(11));
    await settled();
    expect([kept.get("large"), kept.bytes]).toEqual([undefined, 0]);
  });

  it("is not a failure, and one that is forgotten meanwhile takes nothing", async () => {
    const kept = keptWithin<number>(10, (size) => size);
    kept.set("a", Promise.reject(new Error("no")));
    const late = Promise.resolve(5);
    kept.set("b", late);
    kept.clear();
    await settled();
    expect([kept.get("a"), kept.get("b"), kept.bytes]).toEqual([undefined, undefined, 0]);
  });
});
