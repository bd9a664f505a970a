import type { Band } from "@trama/data/statistics";
import { countBands } from "./bands.ts";
import { choose } from "./certainty.ts";
import { eliminate } from "./eliminate.ts";
import { insideWidth, minimum, outsideWidth } from "./limits.ts";
import { type Doubt, type Sum, type System, sumIn, type View } from "./system.ts";

/** A group of collectives that no published cell divides further. */
export interface Atom {
  readonly count: number;
  /** Who knows its exact rows: accounts' scopes, donors. */
  readonly knownTo: readonly string[];
}

/** A candidate count as a sum of atoms. */
export interface CountCell extends Sum {
  readonly name: string;
  readonly count: number;
  readonly audience: string;
  /** How fine the cell is; coarse cells (0) are published first and withdrawn last. */
  readonly rank: number;
  /** How many collectives its category (type) has in all. Losses are fewer where they fall in one small category. */
  readonly category?: number | undefined;
  /** How much readers miss it where it is withheld; 1 where left out. */
  readonly worth?: number | undefined;
}

/** So many times at most a worthier choice of cells is looked for; few years need as many. */
const rounds = 16;

/** A count that must not be worked out: of fewer collectives than the minimum, or of a change that small. */
export interface SmallCount extends Sum {
  readonly name: string;
  readonly kind: "count" | "complement" | "change";
}

/** The counts of one year: their atoms, what may be published of them, what must not be known, what is public already. */
export interface CountTable {
  readonly atoms: readonly Atom[];
  readonly cells: readonly CountCell[];
  readonly secrets: readonly SmallCount[];
  readonly public: readonly (Sum & { readonly n: Band; readonly audience: string })[];
}

/** A cell that is not the sum of the atoms said to make it: its protection would prove nothing. */
export class NoSumOfAtoms extends Error {}

/** Checks that every cell is the sum of its atoms, so that what is proved of sums holds for the figures published. */
export function countTable(table: CountTable): CountTable {
  const truth = table.atoms.map(({ count }) => count);
  for (const cell of table.cells) {
    const sum = sumIn(cell, truth);
    if (sum !== cell.count) throw new NoSumOfAtoms(`${cell.name} counts ${cell.count}, its atoms ${sum}.`);
    if (new Set(cell.columns).size !== cell.columns.length) throw new NoSumOfAtoms(`${cell.name} names an atom twice.`);
  }
  return table;
}

/** What of a table can be published: counts exactly, others as a band. */
export interface ProtectedCounts<Cell extends CountCell = CountCell> {
  readonly kept: readonly Cell[];
  readonly banded: readonly { readonly cell: Cell; readonly n: Band }[];
  readonly lost: readonly string[];
}

/**
 * The cells of one table that can be published as they are: elimination first, then repair; and of the others those that
 * can be published as a band (`countBands`). `width` of what a reader
 * may think of a secret is `outsideWidth` at least and reaches the minimum; for whoever knows some rows, `insideWidth`.
 */
export async function protectCounts(
  table: CountTable,
  onlookers: Pick<System, "knowers" | "onlookers">,
): Promise<ProtectedCounts> {
  const truth = table.atoms.map(({ count }) => count);
  const candidates = table.cells.filter(({ count }) => count >= minimum);
  const size = candidates.length;
  const bands = [0, 1].flatMap((wide) => candidates.map((cell) => ({ cell, n: countBands(cell.count)[wide] as Band })));
  const first = new Set(eliminateBest(table));
  const system: System = {
    truth,
    most: truth.map(() => Number.POSITIVE_INFINITY),
    rows: [
      ...candidates.map((cell, at) => ({ ...cell, lo: cell.count, hi: cell.count, cell: at })),
      ...bands.map(({ cell, n: [lo, hi] }, at) => ({ ...cell, lo, hi, cell: size + at })),
      ...table.public.map((row) => ({ ...row, lo: row.n[0], hi: row.n[1] })),
    ],
    ...onlookers,
  };
  const order = candidates
    .map((_, at) => at)
    .sort((one, other) => bySacrifice(candidates[other] as CountCell, candidates[one] as CountCell));
  const { shown, lost } = await choose(system, doubtsOf(table, onlookers), {
    first: candidates.flatMap((cell, at) => (first.has(cell) ? [at] : [])),
    order,
    worth: [...candidates.map(({ worth }) => worth ?? 1), ...bands.map(() => 0)],
    rounds,
    after: (exact) => {
      const left = order.filter((cell) => !exact.has(cell));
      return [...left.map((cell) => size + cell), ...left.map((cell) => 2 * size + cell)];
    },
  });
  return {
    kept: candidates.filter((_, at) => shown.has(at)),
    banded: candidates.flatMap((_, at) => {
      const band = [at + size, at + 2 * size].find((one) => shown.has(one));
      return shown.has(at) || band === undefined ? [] : [bands[band - size] as (typeof bands)[number]];
    }),
    lost,
  };
}

/** Elimination in two orders, coarse cells first in both: large cells first, or large categories first. The better one. */
export function eliminateBest(table: CountTable, least = minimum) {
  const from = (candidates: readonly CountCell[]) =>
    eliminate({
      size: table.atoms.length,
      candidates,
      secrets: table.secrets,
      public: table.public,
      known: [new Set<number>()],
    });
  const eligible = table.cells.filter(({ count }) => count >= least);
  const bySize = eligible.sort((one, other) => bySacrifice(other, one));
  const byCategory = [...bySize].sort((a, b) => a.rank - b.rank || (b.category ?? 0) - (a.category ?? 0));
  const [first, second] = [from(bySize), from(byCategory)];
  return second.length > first.length ? second : first;
}

function doubtsOf({ atoms, secrets }: CountTable, { knowers, onlookers }: Pick<System, "knowers" | "onlookers">) {
  const truth = atoms.map(({ count }) => count);
  return secrets.flatMap((sum): Doubt[] => {
    const waiting = new Map<number, number[]>();
    onlookers.forEach(({ view, width }, onlooker) => {
      const unknown = sum.columns.filter((column) => !knowers[column]?.includes(onlooker));
      const anybody = unknown.some((column) => (truth[column] as number) > 0);
      if ((width >= insideWidth ? unknown.length > 0 : anybody) && isSecret(sum, view))
        waiting.set(width, [...(waiting.get(width) ?? []), onlooker]);
    });
    const { name } = sum;
    return [...waiting].map(([width, those]) => {
      const reach = width === outsideWidth && sum.kind !== "change" ? minimum - sumIn(sum, truth) : 0;
      return { name, sum, width, reach, onlookers: those };
    });
  });
}

/** What donors leave of an open cell is kept from readers, however they pool their answers; insiders know rows of it. */
function isSecret({ kind }: SmallCount, view: View): boolean {
  return kind !== "complement" || view === "all";
}

/** Finest first, then the fewest collectives: the cell that readers miss least. */
function bySacrifice(one: CountCell, other: CountCell): number {
  return other.rank - one.rank || one.count - other.count || (one.name < other.name ? -1 : 1);
}
