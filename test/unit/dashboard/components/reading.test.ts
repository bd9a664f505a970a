import { describe, expect, it } from "vitest";
import type { ReadingPoint } from "../../../../dashboard/charts/drawing.ts";
import { nearestPoint, stepFrom } from "../../../../dashboard/components/reading.ts";

const point = (row: number, column: number): ReadingPoint => ({
  ...{ row, column, x: column * 50, y: row * 50 },
  ...{ text: `${row},${column}`, href: null },
});
const points = [point(0, 0), point(0, 2), point(1, 1), point(1, 2)];
const at = (text: string) => points.find((candidate) => candidate.text === text)!;

describe("reading a chart by keyboard", () => {
  it("starts at the first figure, steps over holes and stops at the edges", () => {
    expect(stepFrom(points, null, "ArrowRight")?.text).toBe("0,0");
    expect(stepFrom(points, at("0,0"), "ArrowRight")?.text).toBe("0,2");
    expect(stepFrom(points, at("0,2"), "ArrowRight")?.text).toBe("0,2");
    expect(stepFrom(points, at("0,0"), "ArrowDown")?.text).toBe("1,1");
    expect(stepFrom(points, at("1,1"), "End")?.text).toBe("1,2");
  });

  it("ends with Escape and leaves other keys to the browser", () => {
    expect(stepFrom(points, at("0,0"), "Escape")).toBeNull();
    expect(stepFrom(points, at("0,0"), "Tab")).toBeUndefined();
  });
});

describe("reading a chart by pointer", () => {
  it("means the nearest figure, and none where none is near", () => {
    expect(nearestPoint(points, 58, 40)?.text).toBe("1,1");
    expect(nearestPoint(points, 400, 400)).toBeNull();
  });
});
