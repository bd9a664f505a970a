import { LinearProgram, type Row, solver } from "../linear-program.ts";
import { type Moves, movedBy, movesOf } from "./moves.ts";

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

/** From so many open questions on, one world far from the truth is tried for all of them at once. */
const many = 3;

/** What each attacker finds: names of secrets whose possible values, by linear programming, span too little. */
export async function guess(
  guessed: Guessed,
  attackers: readonly Attacker[],
  secrets: readonly Secret[],
): Promise<{ attacker: string; secret: string }[]> {
  const found: { attacker: string; secret: string }[] = [];
  if (guessed.truth.length === 0) return found;
  const views = new Map<string, View>();
  try {
    for (const attacker of attackers) {
      const theirs = secrets.filter(
        (secret) => secret.asked(attacker) && secret.columns.some((column) => !attacker.knows(column)),
      );
      if (theirs.length === 0) continue;
      const rows = guessed.rows.filter(({ audience }) => attacker.reads(audience));
      const name = [...new Set(rows.map(({ audience }) => audience))].sort().join("|");
      const view = views.get(name) ?? {
        program: await programOf(guessed, rows),
        moves: movesOf(guessed, rows),
        worlds: [],
      };
      views.set(name, view);
      for (const secret of findings(guessed, attacker, theirs, view)) found.push({ attacker: attacker.name, secret });
    }
  } finally {
    for (const { program } of views.values()) program.close();
  }
  return found;
}

/** The rows that some attackers read, the small moves that they leave open, and worlds found that fit them. */
interface View {
  readonly program: LinearProgram;
  readonly moves: Moves;
  readonly worlds: Float64Array[];
}

async function programOf({ truth, most }: Guessed, rows: readonly Row[]): Promise<LinearProgram> {
  return new LinearProgram(
    await solver(),
    truth.map(() => 0),
    most,
    rows,
  );
}

function findings(
  { truth, most }: Guessed,
  attacker: Attacker,
  secrets: readonly Secret[],
  { program, moves, worlds }: View,
): string[] {
  const known = truth.flatMap((_, column) => (attacker.knows(column) ? [column] : []));
  const mine = new Set(known);
  const questions = secrets.map((secret) => {
    const value = sumIn(secret, truth);
    const { up, down } = movedBy(secret, mine, moves);
    return {
      secret,
      least: value - down,
      greatest: value + up,
      reach: known.length === 0 ? secret.reach : Number.NEGATIVE_INFINITY,
    };
  });
  type Question = (typeof questions)[number];
  const isOpen = ({ least, greatest, reach }: Question) =>
    greatest - least >= attacker.width - tolerance && greatest >= reach - tolerance;
  let left = questions.filter((question) => !isOpen(question));
  if (left.length === 0) return [];
  program.bound(
    truth.map((value, column) => (mine.has(column) ? value : 0)),
    truth.map((value, column) => (mine.has(column) ? value : (most[column] as number))),
  );
  const learn = (world: Float64Array) => {
    for (const question of left) {
      const sum = sumIn(question.secret, world);
      if (sum < question.least) question.least = sum;
      if (sum > question.greatest) question.greatest = sum;
    }
    left = left.filter((question) => !isOpen(question));
  };
  const extreme = (those: readonly Question[], end: "least" | "greatest") => {
    const cost = new Float64Array(truth.length);
    for (const { secret } of those)
      secret.columns.forEach((column, at) => {
        cost[column] = (cost[column] as number) + (secret.weights?.[at] ?? 1) / secret.columns.length;
      });
    const { value, columns } = program.extremeOf(cost, end);
    if (columns) {
      worlds.push(columns);
      learn(columns);
    }
    return columns ? value : undefined;
  };
  const fits = (world: Float64Array) =>
    known.every((column) => Math.abs((world[column] as number) - (truth[column] as number)) < tolerance);
  for (const world of worlds) if (left.length > 0 && fits(world)) learn(world);
  for (let before = Number.POSITIVE_INFINITY; left.length >= many && left.length < before; ) {
    before = left.length;
    for (const end of ["greatest", "least"] as const) if (left.length > 0) extreme(left, end);
  }
  const closed: string[] = [];
  for (const question of [...left]) {
    if (isOpen(question)) continue;
    const { secret } = question;
    const size = secret.columns.reduce((sum, column) => sum + (most[column] as number), 0);
    const ends = ["greatest", "least"] as const;
    for (const end of 2 * sumIn(secret, truth) > size ? ends.toReversed() : ends) {
      if (isOpen(question) || extreme([question], end) !== undefined) continue;
      if (end === "greatest") question.greatest = Number.POSITIVE_INFINITY;
      else question.least = Number.NEGATIVE_INFINITY;
    }
    if (!isOpen(question)) closed.push(secret.name);
  }
  return closed;
}

function sumIn({ columns, weights }: Pick<Row, "columns" | "weights">, world: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < columns.length; at++) sum += (weights?.[at] ?? 1) * (world[columns[at] as number] as number);
  return sum;
}
