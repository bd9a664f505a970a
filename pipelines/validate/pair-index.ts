/** Numbers pairs of numbers in the order in which they are first met: 0, 1, 2 … */
export interface PairIndex {
  readonly size: number;
  /** Number of the pair; a new one where it was not met before. */
  of(a: number, b: number): number;
}

/** An open-addressing index in three flat arrays: a million pairs take some thirty megabytes and no object each. */
export function pairIndex(): PairIndex {
  let firsts = new Int32Array(32);
  let seconds = new Int32Array(32);
  let slots = new Int32Array(64).fill(-1);
  let mask = slots.length - 1;
  let size = 0;

  const slotOf = (a: number, b: number): number => {
    let slot = scatter(a, b) & mask;
    for (;;) {
      const found = slots[slot] as number;
      if (found < 0 || (firsts[found] === a && seconds[found] === b)) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const grow = () => {
    firsts = wider(firsts);
    seconds = wider(seconds);
    slots = new Int32Array(slots.length * 2).fill(-1);
    mask = slots.length - 1;
    for (let at = 0; at < size; at += 1) slots[slotOf(firsts[at] as number, seconds[at] as number)] = at;
  };
  return {
    get size() {
      return size;
    },
    of(a, b) {
      let slot = slotOf(a, b);
      const found = slots[slot] as number;
      if (found >= 0) return found;
      if (size === firsts.length) {
        grow();
        slot = slotOf(a, b);
      }
      firsts[size] = a;
      seconds[size] = b;
      slots[slot] = size;
      size += 1;
      return size - 1;
    },
  };
}

/** Spreads neighbouring pairs over the whole range, so that they do not queue up behind each other. */
function scatter(a: number, b: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

function wider(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
