/** What a file has said so far of one kind of record: which row said a thing first. */
export interface Seen {
  /** Number of a value of the first identifying column: the one of which there are many. */
  whoOf(value: unknown): number;
  /** Number of what the other identifying columns say together, in their order. */
  whatOf(values: readonly unknown[]): number;
  /** The row that said it first; undefined where this one does, which is then remembered. */
  first(who: number, what: number, row: number): number | undefined;
}

/** Things said of one "who" that are numbered next to each other lie next to each other, so many to a page. */
const page = 16;
/** Pages that are made at a time: growing copies nothing. */
const block = 1 << 14;

/** Pages: whose they are and of which sixteen things; their first row, and how far behind it (plus one) each thing was said. */
interface Block {
  readonly who: Int32Array;
  readonly what: Int32Array;
  /** Below zero where the rows lie too far apart: then the page is a wide one, of that number. */
  readonly base: Int32Array;
  readonly steps: Uint8Array;
}

/**
 * Remembers rows in pages of sixteen neighbouring things that one "who" is said to be. Reports say all results of a
 * collective, and mostly together: so pages fill up and a row takes some two bytes, or six where rows about one collective
 * lie far apart.
 */
export function seen(): Seen {
  const who = numbers();
  const what = numbers();
  const blocks: Block[] = [];
  const wide: Int32Array[] = [];
  let slots = new Int32Array(1 << 10);
  let mask = slots.length - 1;
  let size = 0;
  let wides = 0;
  let last = -1;

  const slotOf = (whose: number, group: number): number => {
    let slot = scatter(whose, group) & mask;
    for (;;) {
      const number = (slots[slot] as number) - 1;
      if (number < 0) return slot;
      const { who, what } = blocks[Math.floor(number / block)] as Block;
      if (who[number % block] === whose && what[number % block] === group) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const pageOf = (whose: number, group: number): number => {
    const slot = slotOf(whose, group);
    const found = (slots[slot] as number) - 1;
    if (found >= 0) return found;
    const number = size;
    if (number === blocks.length * block) blocks.push(newBlock());
    const { who, what } = blocks[Math.floor(number / block)] as Block;
    who[number % block] = whose;
    what[number % block] = group;
    size += 1;
    slots[slot] = size;
    if (size * 3 > slots.length * 2) {
      slots = new Int32Array(slots.length * 2);
      mask = slots.length - 1;
      for (let known = 0; known < size; known += 1) {
        const { who, what } = blocks[Math.floor(known / block)] as Block;
        slots[slotOf(who[known % block] as number, what[known % block] as number)] = known + 1;
      }
    }
    return number;
  };
  const widen = ({ base, steps }: Block, at: number): number => {
    const number = wides;
    wides += 1;
    if (number === wide.length * block) wide.push(new Int32Array(block * page));
    const rows = wide[Math.floor(number / block)] as Int32Array;
    for (let place = 0; place < page; place += 1) {
      const step = steps[at * page + place] as number;
      if (step > 0) rows[(number % block) * page + place] = (base[at] as number) + step - 1;
    }
    base[at] = -1 - number;
    return number;
  };
  const firstWide = (number: number, place: number, row: number): number | undefined => {
    const rows = wide[Math.floor(number / block)] as Int32Array;
    const spot = (number % block) * page + place;
    const before = rows[spot] as number;
    if (before > 0) return before;
    rows[spot] = row;
    return undefined;
  };

  return {
    whoOf: (value) => who(String(value ?? "")),
    whatOf: (values) => what(JSON.stringify(values.map((value) => String(value ?? "")))),
    first(whose, thing, row) {
      const group = thing >> 4;
      const place = thing & 15;
      let held = blocks[Math.floor(last / block)];
      if (held === undefined || held.who[last % block] !== whose || held.what[last % block] !== group) {
        last = pageOf(whose, group);
        held = blocks[Math.floor(last / block)] as Block;
      }
      const { base, steps } = held;
      const at = last % block;
      const start = base[at] as number;
      if (start < 0) return firstWide(-1 - start, place, row);
      const step = steps[at * page + place] as number;
      if (step > 0) return start + step - 1;
      if (start === 0) base[at] = row;
      const behind = start === 0 ? 0 : row - start;
      if (behind < 0 || behind > 254) return firstWide(widen(held, at), place, row);
      steps[at * page + place] = behind + 1;
      return undefined;
    },
  };
}

function newBlock(): Block {
  return {
    who: new Int32Array(block),
    what: new Int32Array(block),
    base: new Int32Array(block),
    steps: new Uint8Array(block * page),
  };
}

/** Spreads neighbouring pairs over the whole range, so that they do not queue up behind each other. */
function scatter(a: number, b: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

function numbers(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const code = known.get(text);
    if (code !== undefined) return code;
    known.set(text, known.size);
    return known.size - 1;
  };
}
