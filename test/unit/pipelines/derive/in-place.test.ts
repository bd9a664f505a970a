import { expect, it } from "vitest";
import { figureCodes } from "../../../../pipelines/derive/cells/figure-codes.ts";
import { gridOf } from "../../../../pipelines/derive/cells/grid.ts";
import { inPlaceCells } from "../../../../pipelines/derive/cells/in-place.ts";

it("is refused at once where it fails to be known which collectives changed, and nothing fails unheard", async () => {
  const ground = { places: [], years: [], operated: () => false };
  const never = { run: () => new Promise<never>(() => {}) };
  const changed = Promise.reject(new Error("the disk is full"));
  await expect(inPlaceCells(never, ground, gridOf(ground), figureCodes(), changed)).rejects.toThrow("the disk is full");
});
