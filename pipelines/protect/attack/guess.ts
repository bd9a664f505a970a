import { LinearProgram, type Row, solver } from "../linear-program.ts";

const tolerance = 1e-6;

/** Somebody who attacks: which rows it reads, which unknowns it knows. */
export interface Attacker {
  readonly name: string;
  reads(audience: string): boolean;
  knows(column: number): boolean;
  /** A secret is found where the possible values span less. */
  readonly width: number;
}

/** A sum that nobody may find; its weights, the reach that it must have, and who is asked about it. */
export interface Secret {
  readonly name: string;
  readonly columns: readonly number[];
  readonly weights?: readonly number[];
  /** The greatest possible value must not stay below it, for those who know no rows. */
  readonly reach: number;
  asked(attacker: Attacker): boolean;
}

export interface Guessed {
  readonly truth: readonly number[];
  readonly most: readonly number[];
  readonly rows: readonly (Row & { readonly audience: string })[];
}

/** What each attacker finds: names of secrets whose possible values, by linear programming, span too little. */
export async function guess(
  { truth, most, rows }: Guessed,
  attackers: readonly Attacker[],
  secrets: readonly Secret[],
): Promise<{ attacker: string; secret: string }[]> {
  const found: { attacker: string; secret: string }[] = [];
  if (truth.length === 0) return found;
  const seen = new Map<string, Float64Array[]>();
  const views = new Map<string, LinearProgram>();
  try {
    for (const attacker of attackers) {
      const mine = rows.filter(({ audience }) => attacker.reads(audience));
      const view = [...new Set(mine.map(({ audience }) => audience))].sort().join("|");
      const fresh = views.get(view);
      const program =
        fresh ??
        new LinearProgram(
          await solver(),
          truth.map(() => 0),
          most,
          mine,
        );
      views.set(view, program);
      program.bound(
        truth.map((value, column) => (attacker.knows(column) ? value : 0)),
        truth.map((value, column) => (attacker.knows(column) ? value : (most[column] as number))),
      );
      const known = truth.flatMap((_, column) => (attacker.knows(column) ? [column] : []));
      const pool = seen.get(view) ?? [];
      seen.set(view, pool);
      const worlds = [
        Float64Array.from(truth),
        ...pool.filter((world) =>
          known.every((column) => Math.abs((world[column] as number) - (truth[column] as number)) < tolerance),
        ),
      ];
      for (const secret of secrets) {
        if (!secret.asked(attacker) || !secret.columns.some((column) => !attacker.knows(column))) continue;
        const sumIn = (world: ArrayLike<number>) =>
          secret.columns.reduce((sum, column, at) => sum + (secret.weights?.[at] ?? 1) * (world[column] as number), 0);
        let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
        for (const world of worlds) {
          const sum = sumIn(world);
          if (sum < least) least = sum;
          if (sum > greatest) greatest = sum;
        }
        const reach = known.length === 0 ? secret.reach : Number.NEGATIVE_INFINITY;
        const open = () => greatest - least >= attacker.width - tolerance && greatest >= reach - tolerance;
        const size = secret.columns.reduce((sum, column) => sum + (most[column] as number), 0);
        const ends = ["greatest", "least"] as const;
        for (const end of 2 * sumIn(truth) > size ? ends.toReversed() : ends) {
          if (open()) break;
          const cost = new Float64Array(truth.length);
          secret.columns.forEach((column, at) => {
            cost[column] = secret.weights?.[at] ?? 1;
          });
          const { value, columns } = program.extremeOf(cost, end);
          if (columns) {
            worlds.push(columns);
            pool.push(columns);
          }
          if (end === "greatest") greatest = columns ? value : Number.POSITIVE_INFINITY;
          else least = columns ? value : Number.NEGATIVE_INFINITY;
        }
        if (!open()) found.push({ attacker: attacker.name, secret: secret.name });
      }
    }
  } finally {
    for (const program of views.values()) program.close();
  }
  return found;
}
