/** Numbers pairs of numbers in the order in which they are first met: 0, 1, 2 … */
export interface PairIndex {
  readonly size: number;
  /** Number of the pair; a new one where it was not met before. */
  of(a: number, b: number): number;
}

/** Second numbers below this, with first numbers that leave the table its size, are looked up without a search. */
const fewSeconds = 16;
const direct = 1 << 19;

/**
 * An open-addressing index in one flat array, three numbers a slot (the pair, and its number plus one), so that a look-up
 * touches one place of memory: a million pairs take some fifty megabytes and no object each. Rows that follow each other
 * often agree, so the last pair is remembered; and most columns have few values, so their pairs stand in a table.
 */
export function pairIndex(): PairIndex {
  let slots = new Int32Array(3 * 64);
  let mask = 63;
  let size = 0;
  /** Pairs that are in the flat array. */
  let hashed = 0;
  let lastA = -1;
  let lastB = -1;
  let last = -1;
  let few: Int32Array | undefined;

  const place = (a: number, b: number): number => {
    let slot = scatter(a, b) & mask;
    for (;;) {
      const at = slot * 3;
      if (slots[at + 2] === 0 || (slots[at] === a && slots[at + 1] === b)) return at;
      slot = (slot + 1) & mask;
    }
  };
  const grow = () => {
    const old = slots;
    slots = new Int32Array(old.length * 2);
    mask = slots.length / 3 - 1;
    for (let from = 0; from < old.length; from += 3) {
      if (old[from + 2] === 0) continue;
      const at = place(old[from] as number, old[from + 1] as number);
      slots[at] = old[from] as number;
      slots[at + 1] = old[from + 1] as number;
      slots[at + 2] = old[from + 2] as number;
    }
  };
  return {
    get size() {
      return size;
    },
    of(a, b) {
      if (a === lastA && b === lastB) return last;
      lastA = a;
      lastB = b;
      if (b < fewSeconds && a < direct / fewSeconds) {
        few ??= new Int32Array(direct);
        const spot = a * fewSeconds + b;
        last = (few[spot] as number) - 1;
        if (last >= 0) return last;
        size += 1;
        few[spot] = size;
        last = size - 1;
        return last;
      }
      let at = place(a, b);
      last = (slots[at + 2] as number) - 1;
      if (last >= 0) return last;
      if (hashed * 3 > mask * 2) {
        grow();
        at = place(a, b);
      }
      slots[at] = a;
      slots[at + 1] = b;
      hashed += 1;
      size += 1;
      slots[at + 2] = size;
      last = size - 1;
      return last;
    },
  };
}

/** Spreads neighbouring pairs over the whole range, so that they do not queue up behind each other. */
function scatter(a: number, b: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
