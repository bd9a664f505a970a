/** What an answer tells that lies in memory as long as its release is shown: a row, or one and more that are always told together. */
export type KeptPart = object | readonly object[];

/** Bytes of parts by the parts themselves, each after a comma; they go when their part does. */
const written = new WeakMap<KeptPart, Buffer>();

/**
 * An answer as JSON of which some lists of rows lie in memory, part by part: each part is written once, and its bytes kept
 * beside it. Gives the bytes of what `JSON.stringify` gives of the answer: joining bytes takes a third of joining texts.
 */
export function keptJson(
  answer: Readonly<Record<string, unknown>>,
  kept: Readonly<Record<string, readonly KeptPart[]>>,
): Uint8Array<ArrayBuffer> {
  const pieces = Object.entries(answer).flatMap(([name, value], at) => {
    const parts = kept[name];
    const begin = `${at === 0 ? "" : ","}${JSON.stringify(name)}:`;
    if (!parts) return [Buffer.from(begin + JSON.stringify(value))];
    const [first, ...others] = parts.map(bytesOf);
    return [Buffer.from(`${begin}[`), ...(first ? [first.subarray(1), ...others] : []), Buffer.from("]")];
  });
  return Buffer.concat([Buffer.from("{"), ...pieces, Buffer.from("}")]);
}

function bytesOf(part: KeptPart): Buffer {
  const known = written.get(part);
  if (known) return known;
  const rows = Array.isArray(part) ? part : [part];
  const bytes = Buffer.from(rows.map((row) => `,${JSON.stringify(row)}`).join(""));
  written.set(part, bytes);
  return bytes;
}
