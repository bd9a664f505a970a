/** A sum of unknowns. */
export interface Sum {
  readonly columns: readonly number[];
  /** Coefficient of each column; 1 where left out. */
  readonly weights?: readonly number[] | undefined;
}

/** A sum that is published, exactly or as a band. */
export interface Row extends Sum {
  readonly lo: number;
  readonly hi: number;
  /** Who may read it: `open`, or a donor's code. */
  readonly audience: string;
  /** The candidate it belongs to, which can still be withdrawn; left out where it is public already. */
  readonly cell?: number | undefined;
}

/** The unknowns of one problem, what is true of them, what of it is published, and who knows some of them. */
export interface System {
  readonly truth: readonly number[];
  /** The greatest value each unknown may have; infinite where nothing limits it. */
  readonly most: readonly number[];
  readonly rows: readonly Row[];
  /** The onlookers, by place, who know the unknown exactly. */
  readonly knowers: readonly (readonly number[])[];
  readonly onlookers: readonly Onlooker[];
}

/** Somebody who reads some of the rows, and may know some unknowns besides. */
export interface Onlooker {
  readonly view: View;
  /** How many collectives at least a secret must stay uncertain by. */
  readonly width: number;
}

/** The rows that somebody reads beside the open ones: `open` none, a donor's code its own, `all` every donor's, pooled. */
export type View = string;

/** Whether a view holds the rows of an audience: `open`, or a donor's code. */
export function sees(view: View, audience: string): boolean {
  return audience === "open" || view === "all" || view === audience;
}

/** Whether whatever fits the rows of one view fits those of the other. */
export function holds(view: View, other: View): boolean {
  return other === "open" || other === view || view === "all";
}

/**
 * What must stay uncertain about a sum, for some onlookers, measured from the truth: all that they think possible spans
 * `width` at least, and reaches `reach` above the truth. An onlooker judges by what it does not know itself.
 */
export interface Doubt {
  readonly name: string;
  readonly sum: Sum;
  readonly width: number;
  readonly reach: number;
  readonly onlookers: Iterable<number>;
}

/** True value of a sum. */
export function sumIn({ columns, weights }: Sum, truth: readonly number[]): number {
  let sum = 0;
  columns.forEach((column, at) => {
    sum += (weights?.[at] ?? 1) * (truth[column] as number);
  });
  return sum;
}

/** The onlookers of a system, by the names of those who know each unknown; scopes that know and read the same are one. */
export function onlookersOf(
  scopes: readonly (readonly string[])[],
  onlookerOf: (scope: string) => Onlooker,
  readers: readonly Onlooker[],
): Pick<System, "knowers" | "onlookers"> {
  const columnsOf = new Map<string, number[]>();
  scopes.forEach((names, column) => {
    for (const name of new Set(names)) {
      const columns = columnsOf.get(name);
      if (columns) columns.push(column);
      else columnsOf.set(name, [column]);
    }
  });
  const distinct = new Map<string, { onlooker: Onlooker; columns: readonly number[] }>();
  for (const name of [...columnsOf.keys()].sort()) {
    const columns = columnsOf.get(name) as number[];
    const onlooker = onlookerOf(name);
    const key = `${onlooker.view}|${columns.join()}`;
    if ((distinct.get(key)?.onlooker.width ?? 0) < onlooker.width) distinct.set(key, { onlooker, columns });
  }
  const insiders = [...distinct.values()];
  const knowers = scopes.map((): number[] => []);
  insiders.forEach(({ columns }, at) => {
    for (const column of columns) knowers[column]?.push(readers.length + at);
  });
  return { knowers, onlookers: [...readers, ...insiders.map(({ onlooker }) => onlooker)] };
}
