import type { Band } from "@trama/data/statistics";
import { type CountTable, countTable } from "../../../../pipelines/protect/counts.ts";
import { insideWidth, outsideWidth } from "../../../../pipelines/protect/limits.ts";
import { onlookersOf } from "../../../../pipelines/protect/system.ts";

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A table of countries × types with every total, from the counts of its atoms, country by country. */
export function smallTable(counts: readonly (readonly number[])[]): CountTable {
  const atoms = counts.flatMap((types, country) =>
    types.map((count, type) => ({ country: `C${country}`, type, count, knownTo: [`country C${country}`] })),
  );
  const countries = counts.map((_, country) => `C${country}`);
  const types = (counts[0] ?? []).map((_, type) => type);
  const cell = (name: string, rank: number, inside: (atom: (typeof atoms)[number]) => boolean) => {
    const own = atoms.flatMap((atom, at) => (inside(atom) ? [at] : []));
    return {
      name,
      rank,
      columns: own,
      audience: "open",
      count: own.reduce((sum, at) => sum + (atoms[at]?.count ?? 0), 0),
    };
  };
  const cells = [
    cell("world/all", 0, () => true),
    ...types.map((type) => cell(`world/${type}`, 1, (atom) => atom.type === type)),
    ...countries.map((country) => cell(`${country}/all`, 4, (atom) => atom.country === country)),
    ...countries.flatMap((country) =>
      types.map((type) => cell(`${country}/${type}`, 5, (atom) => atom.country === country && atom.type === type)),
    ),
  ];
  const secrets = cells.filter(({ count }) => count < 5).map((sum) => ({ ...sum, kind: "count" as const }));
  return countTable({ atoms, cells, secrets, public: [] });
}

/** A reader, and the manager of each country. */
export function lookingAt({ atoms }: CountTable) {
  const scopes = atoms.map(({ knownTo }) => knownTo);
  return onlookersOf(scopes, () => ({ view: "open", width: insideWidth }), [{ view: "all", width: outsideWidth }]);
}

/** Every way to fill the atoms with whole numbers that gives sums within their bands: worlds a reader cannot tell apart. */
export function* worlds(
  size: number,
  sums: readonly { readonly columns: readonly number[]; readonly n: Band }[],
  total: number,
  fixed: ReadonlyMap<number, number> = new Map(),
): Generator<readonly number[]> {
  const world = new Array<number>(size).fill(0);
  const lastOf = sums.map(({ columns }) => Math.max(...columns));
  function* fill(at: number, left: number): Generator<readonly number[]> {
    if (at === size) {
      yield world;
      return;
    }
    const known = fixed.get(at);
    for (let count = known ?? 0; count <= (known ?? left); count++) {
      if (count > left) return;
      world[at] = count;
      const fits = sums.every(({ columns, n: [least, most] }, index) => {
        if (!columns.includes(at)) return true;
        let found = 0;
        for (const atom of columns) if (atom <= at) found += world[atom] as number;
        return found <= most && (lastOf[index] !== at || found >= least);
      });
      if (fits) yield* fill(at + 1, left - count);
    }
  }
  yield* fill(0, total);
}
