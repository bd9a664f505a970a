import { isUtf8 } from "node:buffer";
import { pieces } from "../receive/pieces.ts";
import type { Input } from "./input.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * The encoding of a text file: by its byte-order mark, as UTF-16 where every other byte is null, as UTF-8 where all of
 * it is valid, else as Windows-1252, which holds Latin-1. Undefined where the bytes are no text.
 */
export async function encodingOf(input: Input): Promise<Encoding | undefined> {
  const head = await input.head(4096);
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const nulls = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (nulls > head.length / 4)
    return nullsAt(head, 1) > nullsAt(head, 0) ? utf16(head, "utf-16le") : utf16(head, "utf-16be");
  if (nulls > 0) return undefined;
  return (await allUtf8(input.path === null ? input.chunks() : pieces(input.path))) ? "utf-8" : "windows-1252";
}

/** Whether bytes are text in one of the encodings read: no control characters but tabs, line ends and form feeds. */
export function isText(head: Buffer): boolean {
  const wide = head[0] === 0xff || head[0] === 0xfe || (head.length > 3 && (head[1] === 0 || head[0] === 0));
  return head.every(
    (byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13 || byte === 12 || (wide && byte === 0),
  );
}

function nullsAt(head: Buffer, offset: 0 | 1): number {
  let count = 0;
  for (let at = offset; at < head.length; at += 2) if (head[at] === 0) count += 1;
  return count;
}

/** UTF-16 of European text has its nulls on one side only; anything else with that many nulls is no text. */
function utf16(head: Buffer, encoding: "utf-16le" | "utf-16be"): "utf-16le" | "utf-16be" | undefined {
  return nullsAt(head, encoding === "utf-16le" ? 0 : 1) === 0 ? encoding : undefined;
}

async function allUtf8(chunks: AsyncIterable<Buffer>): Promise<boolean> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const whole = wholeCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return false;
    held = bytes.subarray(whole);
  }
  return isUtf8(held);
}

/** Length up to which the bytes end with a whole character. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.length - back : bytes.length;
    }
    if (byte < 0x80) break;
  }
  return bytes.length;
}
