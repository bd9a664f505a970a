/** Gives the next of a reproducible sequence of whole numbers, each from 0 to 2³² − 1. */
export type Uint32Source = () => number;

/**
 * A seeded source: the same seed gives the same sequence on every machine. sfc32, Chris Doty-Humphrey's small fast
 * counting generator (PractRand); seeded by FNV-1a over the seed's text. Not for secrets.
 */
export function seededSource(seed: string): Uint32Source {
  let hash = 0x811c9dc5;
  for (const char of seed) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  let [a, b, c, counter] = [hash | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  function next(): number {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out;
    c |= 0;
    return out >>> 0;
  }
  for (let i = 0; i < 16; i++) next();
  return next;
}
