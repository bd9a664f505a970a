import { textCodes } from "@trama/data/store";

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
const page = 32;
/** Pages that are made at a time: growing copies nothing. */
const block = 1 << 12;
/** Numbers of a page: whose it is, of which of its things, the next page with the same hash, its first row. */
const fields = 4;

interface Block {
  /**
   * The fields of each page. In place of the first row stands 0 where nothing was said yet, and a number below zero where
   * rows do not follow one another: then they lie in a page of steps, or in a wide one.
   */
  readonly pages: Int32Array;
  /** Which of its things were said, in rows that follow one another in the order of the things. */
  readonly said: Int32Array;
}

interface Steps {
  readonly first: Int32Array;
  /** How far behind the first row (plus one) each thing was said. */
  readonly behind: Uint8Array;
}

/**
 * Remembers rows in pages of thirty-two neighbouring things that one "who" is said to be. Reports say all results of a
 * collective, and mostly together and in one order: then a page needs to know its first row and which things were said, and a
 * row of a full page takes less than a byte. It takes two where the order changes, and five where rows about one collective
 * lie far apart.
 */
export function seen(): Seen {
  const who = numbers();
  const what = numbers();
  const blocks: Block[] = [];
  const steps: Steps[] = [];
  const wide: Int32Array[] = [];
  /** The last page of each hash, plus one. */
  let heads = new Int32Array(1 << 10);
  let size = 0;
  let stepped = 0;
  let widened = 0;
  let last = -1;

  const pageOf = (whose: number, group: number): number => {
    let queue = scatter(whose, group) & (heads.length - 1);
    for (let number = (heads[queue] as number) - 1; number >= 0; ) {
      const { pages } = blocks[Math.floor(number / block)] as Block;
      const at = (number % block) * fields;
      if (pages[at] === whose && pages[at + 1] === group) return number;
      number = (pages[at + 2] as number) - 1;
    }
    if (size === heads.length * 2) {
      makeRoom();
      queue = scatter(whose, group) & (heads.length - 1);
    }
    const number = size;
    if (number === blocks.length * block)
      blocks.push({ pages: new Int32Array(block * fields), said: new Int32Array(block) });
    const { pages } = blocks[Math.floor(number / block)] as Block;
    const at = (number % block) * fields;
    pages[at] = whose;
    pages[at + 1] = group;
    pages[at + 2] = heads[queue] as number;
    size += 1;
    heads[queue] = size;
    return number;
  };
  const makeRoom = (): void => {
    heads = new Int32Array(heads.length * 4);
    for (let number = 0; number < size; number += 1) {
      const { pages } = blocks[Math.floor(number / block)] as Block;
      const at = (number % block) * fields;
      const queue = scatter(pages[at] as number, pages[at + 1] as number) & (heads.length - 1);
      pages[at + 2] = heads[queue] as number;
      heads[queue] = number + 1;
    }
  };
  /** Where the rows of a page lie that do not follow one another: below zero, odd for steps and even for a wide page. */
  const putApart = (rows: readonly (readonly [place: number, row: number])[]): number => {
    const least = Math.min(...rows.map(([, row]) => row));
    const far = rows.some(([, row]) => row - least > 254);
    if (far) {
      const number = widened;
      widened += 1;
      if (number === wide.length * block) wide.push(new Int32Array(block * page));
      for (const [place, row] of rows)
        (wide[Math.floor(number / block)] as Int32Array)[(number % block) * page + place] = row;
      return -2 - number * 2;
    }
    const number = stepped;
    stepped += 1;
    if (number === steps.length * block)
      steps.push({ first: new Int32Array(block), behind: new Uint8Array(block * page) });
    const { first, behind } = steps[Math.floor(number / block)] as Steps;
    first[number % block] = least;
    for (const [place, row] of rows) behind[(number % block) * page + place] = row - least + 1;
    return -1 - number * 2;
  };
  /** The row in a wide page that said the thing first. */
  const inWide = (number: number, place: number, row: number): number | undefined => {
    const rows = wide[Math.floor(number / block)] as Int32Array;
    const spot = (number % block) * page + place;
    const before = rows[spot] as number;
    if (before > 0) return before;
    rows[spot] = row;
    return undefined;
  };
  /** The same in a page of steps, of which a wide one is made where the row lies too far away. */
  const inSteps = (number: number, place: number, row: number, pages: Int32Array, at: number): number | undefined => {
    const { first, behind } = steps[Math.floor(number / block)] as Steps;
    const start = first[number % block] as number;
    const from = (number % block) * page;
    const step = behind[from + place] as number;
    if (step > 0) return start + step - 1;
    const distance = row - start;
    if (distance >= 0 && distance <= 254) behind[from + place] = distance + 1;
    else {
      const rows = Array.from(behind.subarray(from, from + page), (step, place) => [place, start + step - 1] as const);
      const said = rows.filter((_, place) => (behind[from + place] as number) > 0);
      pages[at + 3] = putApart([...said, [place, row]]);
    }
    return undefined;
  };

  return {
    whoOf: (value) => who(String(value ?? "")),
    whatOf: (values) => what(JSON.stringify(values.map((value) => String(value ?? "")))),
    first(whose, thing, row) {
      const group = thing >> 5;
      const place = thing & 31;
      let held = blocks[Math.floor(last / block)];
      if (
        held === undefined ||
        held.pages[(last % block) * fields] !== whose ||
        held.pages[(last % block) * fields + 1] !== group
      ) {
        last = pageOf(whose, group);
        held = blocks[Math.floor(last / block)] as Block;
      }
      const { pages, said } = held;
      const at = (last % block) * fields;
      const start = pages[at + 3] as number;
      if (start < 0) {
        const number = (-1 - start) >> 1;
        return start % 2 === 0 ? inWide(number, place, row) : inSteps(number, place, row, pages, at);
      }
      const bits = said[last % block] as number;
      if ((bits >>> place) & 1) return start + ones(bits & ((1 << place) - 1));
      if (start === 0) pages[at + 3] = row;
      else if (bits >>> place !== 0 || row !== start + ones(bits)) {
        const rows: [number, number][] = [[place, row]];
        for (let other = 0; other < page; other += 1)
          if ((bits >>> other) & 1) rows.push([other, start + ones(bits & ((1 << other) - 1))]);
        pages[at + 3] = putApart(rows);
        return undefined;
      }
      said[last % block] = bits | (1 << place);
      return undefined;
    },
  };
}

/** How many of 32 bits are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Spreads neighbouring pairs over the whole range, so that they do not queue up behind each other. */
function scatter(a: number, b: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

const utf8 = new TextEncoder();

/** Numbers texts in the order in which they are first met. Their bytes are kept: that many strings would take thrice as much. */
function numbers(): (text: string) => number {
  const known = textCodes();
  let room = new Uint8Array(256);
  let view = new DataView(room.buffer);
  return (text) => {
    if (text.length * 3 > room.length) {
      room = new Uint8Array(text.length * 6);
      view = new DataView(room.buffer);
    }
    return known.codeOf(view, 0, utf8.encodeInto(text, room).written);
  };
}
