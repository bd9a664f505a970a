import { crc32, deflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * An opaque picture as PNG: `pixels` are red, green, blue and alpha, the last of which is left out. Without it a PDF can
 * hold the picture as it stands; each line is written as its difference from the one above, which suits charts.
 */
export function pngOf(pixels: Uint8Array, width: number, height: number): Buffer {
  const line = 1 + 3 * width;
  const lines = Buffer.alloc(line * height);
  const whole = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  const points = new Uint32Array(whole.buffer, whole.byteOffset, width * height);
  for (let y = 0; y < height; y++) {
    lines[y * line] = y === 0 ? 0 : 2;
    for (let x = 0; x < width; x++) {
      const point = y * width + x;
      // Most points are those above them, and their difference stands there already.
      if (y > 0 && points[point] === points[point - width]) continue;
      const [to, from, upper] = [y * line + 1 + 3 * x, 4 * point, 4 * (point - width)];
      for (let part = 0; part < 3; part++)
        lines[to + part] = (whole[from + part] as number) - (y === 0 ? 0 : (whole[upper + part] as number));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits for each of three colours.
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(lines, { level: 6 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
