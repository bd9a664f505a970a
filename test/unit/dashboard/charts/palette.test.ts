import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../../dashboard/styles/tokens.css", import.meta.url), "utf8");
const themes = [...css.matchAll(/:root[^{]*\{([^{}]*--paper[^{}]*)\}/g)].map(
  ([, block]) =>
    new Map([...block!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!])),
);

/** Full loss of one cone type in linear light (Machado, Oliveira & Fernandes 2009, severity 1). */
const eyes: Readonly<Record<string, readonly (readonly number[])[]>> = {
  "every cone": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(colour: string): number[] {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

/** CIE L*a*b* (D65) of a colour as an eye sees it. */
function labOf(colour: string, eye: string): [number, number, number] {
  const rgb = linear(colour);
  const [r, g, b] = eyes[eye]!.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, part, at) => sum + part * rgb[at]!, 0),
      ),
    ),
  ) as [number, number, number];
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * (24389 / 27) + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: string, b: string, eye: string): number {
  const [p, q] = [labOf(a, eye), labOf(b, eye)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

describe("the colours, for eyes that miss a kind of cone", () => {
  for (const [at, theme] of themes.entries())
    for (const eye of Object.keys(eyes)) {
      it(`keep the tones of a chart apart from each other (theme ${at}, ${eye})`, () => {
        const tones = [0, 1, 2, 3, 4].map((tone) => theme.get(`tone-${tone}`)!);
        for (const [index, tone] of tones.slice(1).entries())
          expect(distance(tone, tones[index]!, eye), `${index} and ${index + 1}`).toBeGreaterThan(7);
        const lights = tones.map((tone) => labOf(tone, eye)[0]);
        const steps = new Set(lights.slice(1).map((light, index) => Math.sign(light - lights[index]!)));
        expect(steps.size, "the tones run in one direction of lightness").toBe(1);
      });

      it(`keep figures apart from their ground, and warnings from words (theme ${at}, ${eye})`, () => {
        const value = (name: string) => theme.get(name)!;
        for (const [one, other] of [
          ["accent", "paper"],
          ["accent", "rule"],
          ["hatch", "paper"],
          ["land", "tone-3"],
          ["warn", "ink"],
          ["accent", "ink"],
        ] as const)
          expect(distance(value(one), value(other), eye), `${one} and ${other}`).toBeGreaterThan(10);
      });
    }
});
