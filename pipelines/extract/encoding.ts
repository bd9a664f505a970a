/** Text and the encoding it was read in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
}

/**
 * Bytes as text: by their byte-order mark, as UTF-16 where every other byte is null, as UTF-8 where that is valid, else
 * as Windows-1252, which holds Latin-1. Undefined where the bytes are no text.
 */
export function decode(bytes: Buffer): Decoded | undefined {
  const encoding = encodingOf(bytes);
  if (!encoding) return undefined;
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: text.replace(/^\uFEFF/, ""), encoding };
}

function encodingOf(bytes: Buffer): Decoded["encoding"] | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 4096);
  const nulls = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (nulls > head.length / 4) return nullsAt(head, 1) > nullsAt(head, 0) ? utf16(head, "utf-16le") : utf16(head, "utf-16be");
  if (nulls > 0) return undefined;
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

function nullsAt(head: Buffer, offset: 0 | 1): number {
  let count = 0;
  for (let at = offset; at < head.length; at += 2) if (head[at] === 0) count += 1;
  return count;
}

/** UTF-16 of European text has its nulls on one side only; anything else with that many nulls is no text. */
function utf16(head: Buffer, encoding: "utf-16le" | "utf-16be"): "utf-16le" | "utf-16be" | undefined {
  const other = nullsAt(head, encoding === "utf-16le" ? 0 : 1);
  return other === 0 ? encoding : undefined;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
