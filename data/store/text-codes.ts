/** Distinct texts in UTF-8, numbered from 0 in the order in which they were met. */
export interface TextCodes {
  readonly count: number;
  /** Number of the text in these bytes. */
  codeOf(bytes: DataView, from: number, length: number): number;
  /** Whether the text of a number is in these bytes. */
  is(code: number, bytes: DataView, from: number, length: number): boolean;
  /** All texts, one after the other. */
  bytes(): Uint8Array;
  /** Where each text begins in them, and where the last one ends. */
  offsets(): Int32Array;
}

/** Makes an empty dictionary. Texts are compared byte by byte and never made into strings. */
export function textCodes(): TextCodes {
  let count = 0;
  let heap = new Uint8Array(4096);
  let heapView = viewOf(heap);
  let offsets = new Int32Array(257);
  let hashes = new Int32Array(256);
  /** Codes by hash, one more than each, at its own place or one after. At most half are taken. */
  let places = new Int32Array(512);

  const place = (hash: number, code: number) => {
    const mask = places.length - 1;
    let at = hash & mask;
    while (places[at] !== 0) at = (at + 1) & mask;
    places[at] = code + 1;
  };
  const add = (bytes: DataView, from: number, length: number, hash: number): number => {
    const start = offsets[count] as number;
    if (start + length > heap.length) {
      heap = grown(heap, new Uint8Array(Math.max(heap.length * 2, start + length)));
      heapView = viewOf(heap);
    }
    if (count === hashes.length) {
      hashes = grown(hashes, new Int32Array(count * 2));
      offsets = grown(offsets, new Int32Array(count * 2 + 1));
      places = new Int32Array(places.length * 2);
      for (let code = 0; code < count; code += 1) place(hashes[code] as number, code);
    }
    for (let at = 0; at < length; at += 1) heap[start + at] = bytes.getUint8(from + at);
    hashes[count] = hash;
    offsets[count + 1] = start + length;
    place(hash, count);
    count += 1;
    return count - 1;
  };
  const is = (code: number, bytes: DataView, from: number, length: number): boolean => {
    const start = offsets[code] as number;
    if ((offsets[code + 1] as number) - start !== length) return false;
    const known = heapView;
    // Four bytes at a time. Texts that differ mostly do so at their ends.
    let at = length;
    while (at >= 4) {
      at -= 4;
      if (known.getInt32(start + at, true) !== bytes.getInt32(from + at, true)) return false;
    }
    while (at > 0) {
      at -= 1;
      if (known.getInt8(start + at) !== bytes.getInt8(from + at)) return false;
    }
    return true;
  };

  return {
    get count() {
      return count;
    },
    codeOf(bytes, from, length) {
      const hash = hashOf(bytes, from, length);
      const mask = places.length - 1;
      for (let at = hash & mask; ; at = (at + 1) & mask) {
        const code = (places[at] as number) - 1;
        if (code < 0) return add(bytes, from, length, hash);
        if (hashes[code] === hash && is(code, bytes, from, length)) return code;
      }
    },
    is,
    bytes: () => heap.subarray(0, offsets[count]),
    offsets: () => offsets.subarray(0, count + 1),
  };
}

/** FNV-1a, with its high bits folded into those that are used. */
function hashOf(bytes: DataView, from: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + length; at += 1) hash = Math.imul(hash ^ bytes.getUint8(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function grown<Numbers extends Uint8Array | Int32Array>(old: Numbers, more: Numbers): Numbers {
  more.set(old);
  return more;
}

/** The same bytes, to be read as numbers. */
export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
