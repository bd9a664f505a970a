/** A group of collectives that no published cell divides further, and how many are in it. */
export interface Atom {
  /** Who may know the exact rows of the atom: the country whose manager files them. */
  readonly country: string;
  readonly count: number;
}

/** A candidate figure as a sum of atoms. */
export interface CountCell {
  readonly name: string;
  /** Positions of its atoms, each once, rising. */
  readonly atoms: readonly number[];
  readonly count: number;
  /** How fine the cell is; coarse cells (0) are published first and withdrawn last. */
  readonly rank: number;
  /** How many collectives its category (type) has in all. Losses are fewer where they fall in one small category. */
  readonly category?: number | undefined;
}

/** The cells of one year, the atoms they are made of, and who knows some of the atoms exactly. */
export interface CountTable {
  readonly atoms: readonly Atom[];
  readonly cells: readonly CountCell[];
}

/** A cell that is not the sum of the atoms said to make it: its protection would prove nothing. */
export class NoSumOfAtoms extends Error {}

/** Checks that every cell is the sum of its atoms, so that what is proved of sums holds for the figures published. */
export function countTable(atoms: readonly Atom[], cells: readonly CountCell[]): CountTable {
  for (const cell of cells) {
    const sum = sumOf(cell, (atom) => atoms[atom]?.count ?? Number.NaN);
    if (sum !== cell.count) throw new NoSumOfAtoms(`${cell.name} counts ${cell.count}, its atoms ${sum}.`);
    if (new Set(cell.atoms).size !== cell.atoms.length) throw new NoSumOfAtoms(`${cell.name} names an atom twice.`);
  }
  return { atoms, cells };
}

/** Sum over the atoms of a cell. */
export function sumOf(cell: Pick<CountCell, "atoms">, of: (atom: number) => number): number {
  let sum = 0;
  for (const atom of cell.atoms) sum += of(atom);
  return sum;
}

/** Positions of the atoms that the manager of each country knows. */
export function insidersOf(atoms: readonly Atom[]): Map<string, Set<number>> {
  const known = new Map<string, Set<number>>();
  atoms.forEach(({ country }, at) => {
    known.set(country, (known.get(country) ?? new Set()).add(at));
  });
  return known;
}
