/**
 * Numbers combinations of as many numbers as it is wide, in the order in which they are first met: 0, 1, 2 … Open
 * addressing on a hash of the numbers, which are themselves compared. Rows that follow each other often agree, so the last
 * combination is tried first. A class, since its engine treats all objects of one alike: what runs once a row is compiled once.
 */
export class TupleIndex {
  size = 0;
  readonly width: number;
  /** The numbers of each combination one after the other; more may follow them. */
  members: Int32Array;
  private hashes = new Int32Array(64);
  private slots = new Int32Array(128);
  private last = 0;

  constructor(width: number) {
    this.width = width;
    this.members = new Int32Array(64 * width);
  }

  /** Number of the combination that the lists hold at a place; a new one where it was not met before. */
  of(lists: readonly Int32Array[], at: number): number {
    const { width, slots, hashes } = this;
    if (this.last < this.size && this.holds(this.last, lists, at)) return this.last;
    let hash = 0;
    for (let index = 0; index < width; index += 1)
      hash = Math.imul(hash ^ ((lists[index] as Int32Array)[at] as number), 0x9e3779b1) ^ (hash >>> 15);
    const mask = slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] as number) - 1;
      if (number < 0) {
        this.last = this.add(lists, at, hash, slot);
        return this.last;
      }
      if (hashes[number] === hash && this.holds(number, lists, at)) {
        this.last = number;
        return number;
      }
    }
  }

  private holds(number: number, lists: readonly Int32Array[], at: number): boolean {
    const { width, members } = this;
    const from = number * width;
    for (let index = 0; index < width; index += 1)
      if (members[from + index] !== (lists[index] as Int32Array)[at]) return false;
    return true;
  }

  private add(lists: readonly Int32Array[], at: number, hash: number, slot: number): number {
    const { width, size } = this;
    if ((size + 1) * width > this.members.length) this.members = doubled(this.members);
    if (size === this.hashes.length) this.hashes = doubled(this.hashes);
    for (let index = 0; index < width; index += 1)
      this.members[size * width + index] = (lists[index] as Int32Array)[at] as number;
    this.hashes[size] = hash;
    this.slots[slot] = size + 1;
    this.size = size + 1;
    if (this.size * 2 > this.slots.length) this.makeRoom();
    return size;
  }

  private makeRoom(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      let slot = spread(this.hashes[number] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
