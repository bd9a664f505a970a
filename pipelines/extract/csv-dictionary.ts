/** Distinct texts of one column, each with a small number; cells of bytes are looked up without making a string. */
export interface ByteDictionary {
  /** Texts by code; 0 is the empty cell. */
  readonly texts: readonly (string | null)[];
  /** Code of the bytes from `from` up to `to`. */
  codeOf(bytes: Uint8Array, from: number, to: number): number;
  /** The same for at most `shortest` bytes, of which the caller has the last four in one number and those before in another. */
  codeOfShort(last: number, before: number, bytes: Uint8Array, from: number, to: number): number;
}

/** Bytes that two numbers hold. */
export const shortest = 8;

/** Short texts that are found again by their numbers alone; a power of two. */
const remembered = 256;

/** FNV-1a over bytes, of 32 bits: for each byte, the hash xor the byte, times the prime. */
function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 16777619);
  return hash;
}

/** A dictionary over UTF-8 bytes: open addressing on an FNV hash, the bytes themselves compared. */
export function byteDictionary(): ByteDictionary {
  const texts: (string | null)[] = [null];
  let slots = new Int32Array(64);
  let mask = slots.length - 1;
  let hashes = new Int32Array(64);
  let starts = new Int32Array(65);
  let kept = Buffer.alloc(1024);
  let used = 0;
  const lasts = new Int32Array(remembered);
  const befores = new Int32Array(remembered);
  const lengths = new Int32Array(remembered);
  const codes = new Int32Array(remembered);

  const add = (bytes: Uint8Array, from: number, to: number, hash: number): number => {
    const code = texts.length;
    const length = to - from;
    if (used + length > kept.length) kept = Buffer.concat([kept], Math.max(kept.length * 2, used + length));
    kept.set(bytes.subarray(from, to), used);
    texts.push(kept.toString("utf8", used, used + length));
    if (code + 2 > starts.length) {
      starts = grown(starts);
      hashes = grown(hashes);
    }
    hashes[code] = hash;
    starts[code] = used;
    used += length;
    starts[code + 1] = used;
    if (code * 2 > slots.length) {
      slots = new Int32Array(slots.length * 4);
      mask = slots.length - 1;
      for (let at = 1; at <= code; at += 1) slots[freeSlot(hashes[at] as number)] = at;
    } else slots[freeSlot(hash)] = code;
    return code;
  };
  const freeSlot = (hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  };

  const codeOf = (bytes: Uint8Array, from: number, to: number): number => {
    if (from === to) return 0;
    const hash = hashOfBytes(bytes, from, to);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const code = slots[slot] as number;
      if (code === 0) return add(bytes, from, to, hash);
      if (hashes[code] === hash) {
        let mine = starts[code] as number;
        if ((starts[code + 1] as number) - mine === to - from) {
          let at = from;
          while (at < to && kept[mine] === bytes[at]) {
            mine += 1;
            at += 1;
          }
          if (at === to) return code;
        }
      }
      slot = (slot + 1) & mask;
    }
  };

  return {
    texts,
    codeOf,
    codeOfShort(last, before, bytes, from, to) {
      const spot = (last ^ (last >>> 6) ^ (last >>> 13) ^ before) & (remembered - 1);
      if (lasts[spot] === last && befores[spot] === before && lengths[spot] === to - from) return codes[spot] as number;
      const code = codeOf(bytes, from, to);
      lasts[spot] = last;
      befores[spot] = before;
      lengths[spot] = to - from;
      codes[spot] = code;
      return code;
    },
  };
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
