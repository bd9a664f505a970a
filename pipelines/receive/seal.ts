import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const magic = Buffer.from("TRAMA1");
const chunk = 1 << 20;
const tagLength = 16;
const prefixLength = 8;

/** Seals bytes in memory as `sealPieces` does. */
export function seal(key: Buffer, name: string, plain: Buffer): Buffer {
  const piece = sealer(key, name);
  const parts: Buffer[] = [piece.head];
  const count = Math.max(1, Math.ceil(plain.length / chunk));
  for (let index = 0; index < count; index += 1)
    parts.push(piece.next(plain.subarray(index * chunk, (index + 1) * chunk), index === count - 1));
  return Buffer.concat(parts);
}

/**
 * Seals bytes as they come with AES-256-GCM in chunks of 1 MiB, one of which is held at a time. The nonce is a random
 * prefix and the chunk's number; the associated data are the name, the number and whether the chunk is the last, so
 * chunks cannot be swapped, dropped or cut off.
 */
export async function* sealPieces(key: Buffer, name: string, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const piece = sealer(key, name);
  yield piece.head;
  let waiting: Buffer = Buffer.alloc(0);
  for await (const bytes of plain) {
    // Whole chunks, as a file is read in, are not copied.
    const whole = waiting.length === chunk && bytes.length > 0;
    if (whole) yield piece.next(waiting, false);
    waiting = whole || waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
    for (; waiting.length > chunk; waiting = waiting.subarray(chunk))
      yield piece.next(waiting.subarray(0, chunk), false);
  }
  yield piece.next(waiting, true);
}

/** Opens what `seal` made under the same key and name; throws where a byte differs or is missing. */
export function unseal(key: Buffer, name: string, sealed: Buffer): Buffer {
  if (!sealed.subarray(0, magic.length).equals(magic)) throw new Error("Not a sealed file.");
  const prefix = sealed.subarray(magic.length, magic.length + prefixLength);
  const parts: Buffer[] = [];
  for (let index = 0, at = magic.length + prefixLength; ; index += 1) {
    const end = Math.min(at + chunk + tagLength, sealed.length);
    if (end - at < tagLength) throw new Error("The sealed file was cut off.");
    const decipher = createDecipheriv("aes-256-gcm", key, nonce(prefix, index));
    decipher.setAAD(associated(name, index, end === sealed.length));
    decipher.setAuthTag(sealed.subarray(end - tagLength, end));
    parts.push(decipher.update(sealed.subarray(at, end - tagLength)), decipher.final());
    if (end === sealed.length) return Buffer.concat(parts);
    at = end;
  }
}

function sealer(key: Buffer, name: string) {
  const prefix = randomBytes(prefixLength);
  let index = 0;
  return {
    head: Buffer.concat([magic, prefix]),
    /** The sealed chunk, in one piece: each that is written waits for its turn. */
    next(plain: Buffer, last: boolean): Buffer {
      const cipher = createCipheriv("aes-256-gcm", key, nonce(prefix, index));
      cipher.setAAD(associated(name, index, last));
      index += 1;
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
  };
}

function nonce(prefix: Buffer, index: number): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32BE(index);
  return Buffer.concat([prefix, number]);
}

function associated(name: string, index: number, last: boolean): Buffer {
  return Buffer.from(`${name}:${index}:${last ? "last" : "more"}`);
}
