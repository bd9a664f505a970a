/** Numbers combinations of as many numbers as it is wide, in the order in which they are first met: 0, 1, 2 … */
export interface TupleIndex {
  readonly size: number;
  /** The numbers of each combination one after the other; more may follow them. */
  readonly members: Int32Array;
  /** Number of the combination that the lists hold at a place; a new one where it was not met before. */
  of(lists: readonly Int32Array[], at: number): number;
}

/**
 * Open addressing on a hash of the numbers, which are themselves compared. Rows that follow each other often agree, so the
 * last combination is tried first.
 */
export function tupleIndex(width: number): TupleIndex {
  let members = new Int32Array(64 * width);
  let hashes = new Int32Array(64);
  let slots = new Int32Array(128);
  let mask = slots.length - 1;
  let size = 0;
  let last = 0;

  const freeSlot = (hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  };
  const add = (lists: readonly Int32Array[], at: number, hash: number): number => {
    const number = size;
    if ((number + 1) * width > members.length) members = doubled(members);
    if (number === hashes.length) hashes = doubled(hashes);
    for (let index = 0; index < width; index += 1)
      members[number * width + index] = (lists[index] as Int32Array)[at] as number;
    hashes[number] = hash;
    size += 1;
    if (size * 2 > slots.length) {
      slots = new Int32Array(slots.length * 4);
      mask = slots.length - 1;
      for (let known = 0; known < size; known += 1) slots[freeSlot(hashes[known] as number)] = known + 1;
    } else slots[freeSlot(hash)] = size;
    return number;
  };
  return {
    get size() {
      return size;
    },
    get members() {
      return members;
    },
    of(lists, at) {
      let same = last * width;
      let index = 0;
      while (index < width && members[same] === (lists[index] as Int32Array)[at]) {
        index += 1;
        same += 1;
      }
      if (index === width && last < size) return last;
      let hash = 0;
      for (index = 0; index < width; index += 1)
        hash = Math.imul(hash ^ ((lists[index] as Int32Array)[at] as number), 0x9e3779b1) ^ (hash >>> 15);
      let slot = (hash ^ (hash >>> 15)) & mask;
      for (;;) {
        const number = (slots[slot] as number) - 1;
        if (number < 0) {
          last = add(lists, at, hash);
          return last;
        }
        if (hashes[number] === hash) {
          let member = number * width;
          index = 0;
          while (index < width && members[member] === (lists[index] as Int32Array)[at]) {
            index += 1;
            member += 1;
          }
          if (index === width) {
            last = number;
            return number;
          }
        }
        slot = (slot + 1) & mask;
      }
    },
  };
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
