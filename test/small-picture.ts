import { deflateSync } from "node:zlib";
import type { Page } from "playwright-core";

/** The page, cut below so many pixels, as a PNG of at most 256 colours. */
export async function smallPicture(page: Page, most: number): Promise<Buffer> {
  const tall = Math.min(most, await page.evaluate(() => document.documentElement.scrollHeight));
  const clip = { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height: tall };
  const shot = await page.screenshot({ fullPage: true, clip });
  // A page may have become shorter meanwhile.
  const { palette, indices, width, height } = await reduce(page, shot.toString("base64"));
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
function reduce(
  page: Page,
  picture: string,
): Promise<{ palette: number[]; indices: string; width: number; height: number }> {
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
      width: image.width,
      height: image.height,
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
