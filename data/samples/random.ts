/** A repeatable stream of chance. Streams of different names are independent, so one part's draws never move another's. */
export interface Random {
  /** 0 up to but not including 1. */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  pick<T>(from: readonly T[]): T;
  /** A key, each as likely as its weight. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K;
}

/** The stream of a seed and a name. */
export function randomFor(seed: number, ...name: readonly (string | number)[]): Random {
  const next = sfc32(seed >>> 0, hash(name.join("/")));
  const random: Random = {
    next,
    chance: (probability) => next() < probability,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (from) => {
      if (from.length === 0) throw new Error("There is nothing to pick from.");
      return from[Math.floor(next() * from.length)]!;
    },
    weighted: (weights) => keyAt(weights, next()),
  };
  return random;
}

/** The key that a share (0 up to but not including 1) of the weights, laid end to end, falls on. */
export function keyAt<K extends string>(weights: Readonly<Partial<Record<K, number>>>, share: number): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = share * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return entries.at(-1)![0];
}

/** Chris Doty-Humphrey's small fast counter, 32 bits. */
function sfc32(seed: number, stream: number): () => number {
  let [a, b, c, counter] = [seed | 0, stream | 0, 0x9e3779b9 | 0, 1];
  const step = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 15; i += 1) step();
  return step;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state >>> 0;
}
