import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser/browser.ts";
import { settle } from "./browser/pages.ts";

/**
 * Takes a picture of every view at 1280 and 390 px into docs/screenshots, small enough to keep beside the code:
 * `npm run screenshots -- http://127.0.0.1:4321`, with the server running over the sample data.
 */
const views = {
  overview: "overview",
  compare: "compare?result=EX4",
  regions: "compare?by=region&standardised=type&result=EX4",
  scores: "compare?tab=distribution&by=region&result=EX4",
  map: "compare?tab=map&result=EX4",
  change: "change?result=EX4&time=2022..2023",
  country: "country/GTM",
  result: "result/EX4",
  progress: "progress",
  quality: "quality",
  report: "report?country=GTM",
  methods: "methods",
  style: "style",
} as const;
const widths = [1280, 390] as const;
/** A picture is cut below this, in pixels: what comes after is text that every view shares. */
const tallest = { 1280: 1700, 390: 2200 } as const;
const folder = fileURLToPath(new URL("../docs/screenshots", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) await takeAll(process.argv[2] ?? "http://127.0.0.1:4321");

async function takeAll(address: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  let total = 0;
  try {
    for (const width of widths) {
      const page = await (
        await browser.newContext({ viewport: { width, height: 900 }, colorScheme: "light" })
      ).newPage();
      // What runs in the page was compiled to call this helper, which only the compiler's own output has.
      await page.addInitScript("globalThis.__name = (work) => work");
      for (const [name, path] of Object.entries(views)) {
        await page.goto(`${address}/${path}${path.includes("?") ? "&" : "?"}lang=en`);
        await settle(page);
        const bytes = await smallPicture(page, tallest[width]);
        await writeFile(join(folder, `${name}-${width}.png`), bytes);
        total += bytes.length;
        console.log(`${name}-${width}.png ${Math.round(bytes.length / 1024)} KB`);
      }
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
  console.log(`${Math.round(total / 1024)} KB in all`);
}

/** The page as a PNG of at most 256 colours. */
async function smallPicture(page: Page, most: number): Promise<Buffer> {
  const height = Math.min(most, await page.evaluate(() => document.documentElement.scrollHeight));
  const width = page.viewportSize()?.width ?? 0;
  const shot = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height } });
  const { palette, indices } = await reduce(page, shot.toString("base64"));
  const lines = Buffer.alloc((width + 1) * height);
  const pixels = Buffer.from(indices, "base64");
  for (let y = 0; y < height; y += 1) pixels.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette)),
    chunk("IDAT", deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Lets the browser decode the picture and name the nearest of the commonest colours for every pixel. */
function reduce(page: Page, picture: string): Promise<{ palette: number[]; indices: string }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const place = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
    place.drawImage(image, 0, 0);
    const { data } = place.getImageData(0, 0, image.width, image.height);
    const counts = new Map<number, number>();
    // Four bits less a channel group what antialiasing makes of one colour.
    const keyAt = (at: number) => ((data[at]! >> 3) << 10) | ((data[at + 1]! >> 3) << 5) | (data[at + 2]! >> 3);
    const exact = new Map<number, Map<number, number>>();
    for (let at = 0; at < data.length; at += 4) {
      const key = keyAt(at);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      const inner = exact.get(key) ?? exact.set(key, new Map()).get(key)!;
      const colour = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
      inner.set(colour, (inner.get(colour) ?? 0) + 1);
    }
    const common = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256);
    const colours = common.map(([key]) => [...exact.get(key)!].sort((a, b) => b[1] - a[1])[0]![0]);
    const nearest = new Map<number, number>();
    const indices = new Uint8Array(data.length / 4);
    for (let at = 0; at < data.length; at += 4) {
      const key = keyAt(at);
      let index = nearest.get(key);
      if (index === undefined) {
        let best = Number.POSITIVE_INFINITY;
        index = 0;
        for (const [candidate, colour] of colours.entries()) {
          const away =
            (data[at]! - (colour >> 16)) ** 2 +
            (data[at + 1]! - ((colour >> 8) & 255)) ** 2 +
            (data[at + 2]! - (colour & 255)) ** 2;
          if (away < best) [best, index] = [away, candidate];
        }
        nearest.set(key, index);
      }
      indices[at / 4] = index;
    }
    let text = "";
    for (let at = 0; at < indices.length; at += 8192) text += String.fromCharCode(...indices.subarray(at, at + 8192));
    return {
      palette: colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
      indices: btoa(text),
    };
  }, picture);
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(checksum(body));
  return Buffer.concat([length, body, check]);
}

/** CRC-32, as PNG wants it after each chunk (ISO 3309). */
function checksum(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
