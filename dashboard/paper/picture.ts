import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { readFonts } from "./fonts.ts";
import { pngOf } from "./png.ts";

/** A picture as PNG, drawn at twice its size in CSS pixels. */
export interface Picture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

const sharpness = 2;
let ready: Promise<void> | undefined;
let fonts: ReturnType<typeof readFonts> | undefined;
let colours: ReturnType<typeof lightColours> | undefined;

/** Draws a chart of the dashboard on white, in its light colours. */
export async function pictureOf(svg: string): Promise<Picture> {
  ready ??= readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")).then(initWasm);
  await ready;
  fonts ??= readFonts();
  colours ??= lightColours();
  const { text, strong, signs } = await fonts;
  const drawn = new Resvg(withColours(svg, await colours), {
    font: { fontBuffers: [text, strong, signs], defaultFontFamily: "Noto Sans", sansSerifFamily: "Noto Sans" },
    fitTo: { mode: "zoom", value: sharpness },
    background: "#ffffff",
  }).render();
  const { width, height } = drawn;
  return { png: pngOf(drawn.pixels, width, height), width: width / sharpness, height: height / sharpness };
}

/** The colours of the light theme, by the name that charts use. */
async function lightColours(): Promise<ReadonlyMap<string, string>> {
  const css = await readFile(new URL("../styles/tokens.css", import.meta.url), "utf8");
  const light = css.slice(0, css.indexOf("}"));
  return new Map(
    [...light.matchAll(/(--[\w-]+):\s*(#[0-9a-f]+);/g)].map(([, name, colour]) => [name, colour] as [string, string]),
  );
}

function withColours(svg: string, colours: ReadonlyMap<string, string>): string {
  const drawn = svg
    .replace(/var\((--[\w-]+)(?:,[^)]*)?\)/g, (_, name: string) => colours.get(name) ?? "#000000")
    .replaceAll("&nbsp;", "&#160;")
    .replace(/font-family="[^"]*"/g, 'font-family="Noto Sans, Noto Sans Math"');
  return drawn.includes("xmlns=") ? drawn : drawn.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
}
