import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../../dashboard/styles/tokens.css", import.meta.url), "utf8");
const themes = [...css.matchAll(/:root[^{]*\{([^{}]*--paper[^{}]*)\}/g)].map(
  ([, block]) =>
    new Map([...block!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!])),
);

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe("the colours", () => {
  it("are the same dark ones whether the device or the reader asks for them", () => {
    expect(themes).toHaveLength(3);
    expect(themes[1]).toEqual(themes[2]);
  });

  for (const [at, theme] of themes.entries())
    it(`let every number be read on its tone and every word on its ground (theme ${at})`, () => {
      const value = (name: string) => theme.get(name)!;
      for (const tone of [0, 1, 2, 3, 4])
        expect(contrast(value(`tone-${tone}`), value(`on-tone-${tone}`)), `tone ${tone}`).toBeGreaterThan(4.5);
      for (const ground of ["paper", "ground"])
        for (const ink of ["ink", "quiet", "accent-ink"])
          expect(contrast(value(ink), value(ground)), `${ink} on ${ground}`).toBeGreaterThan(4.5);
      expect(contrast(value("accent"), value("paper"))).toBeGreaterThan(3);
    });

  it("run from light to dark (or dark to light) without a turn, so that they read without hue", () => {
    for (const theme of themes) {
      const lights = [0, 1, 2, 3, 4].map((tone) => luminance(theme.get(`tone-${tone}`)!));
      const steps = lights.slice(1).map((light, at) => Math.sign(light - lights[at]!));
      expect(new Set(steps).size).toBe(1);
    }
  });
});
