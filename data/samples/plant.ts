import type { Lang } from "../codelists/index.ts";
import type { EntryRow } from "../entry/workbook/entry-sheet.ts";
import { type MistakeKind, planted, replacingMistakes } from "./planted.ts";
import { randomFor } from "./random.ts";

const notes: Readonly<Record<Lang, readonly string[]>> = {
  en: ["Agreed in the yearly meeting.", "Fewer activities than planned this year."],
  es: ["Acordado en la reunión anual.", "Menos actividades de lo previsto este año."],
  fr: ["Convenu lors de la réunion annuelle.", "Moins d'activités que prévu cette année."],
};

/** Adds to a report's result lines what is planted in its file. */
export function plant(rows: readonly EntryRow[], path: string, lang: Lang): EntryRow[] {
  let result = withNotes(rows, planted.notes[path] ?? 0, lang);
  const mistakes = planted.mistakes.filter((mistake) => mistake.path === path);
  for (const [index, { kind }] of mistakes.entries()) result = withMistake(result, kind, index);
  return withBlanks(result, planted.blankRows[path] ?? 0);
}

/** Changes a number of accepted scores by one step, as a later version of a report does. */
export function revise(rows: readonly EntryRow[], seed: number, path: string, count: number): EntryRow[] {
  const random = randomFor(seed, "revision", path);
  const accepted = indexesOf(rows, isAcceptedScore);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random.pick(accepted));
  return rows.map((row, index) => {
    if (!chosen.has(index)) return row;
    const score = row.score as number;
    return { ...row, score: score === 0 ? 1 : score === 4 ? 3 : score + (random.chance(0.5) ? 1 : -1) };
  });
}

function withNotes(rows: readonly EntryRow[], count: number, lang: Lang): EntryRow[] {
  const chosen = indexesOf(rows, (row) => isAcceptedScore(row) && row.result === "IN3").slice(0, count);
  return rows.map((row, index) => {
    const nth = chosen.indexOf(index);
    return nth < 0 ? row : { ...row, note: notes[lang][nth % notes[lang].length]! };
  });
}

/** The first mistake of a file stands a third of the way down, each further one a little below. */
function withMistake(rows: readonly EntryRow[], kind: MistakeKind, nth: number): EntryRow[] {
  const accepted = indexesOf(rows, isAcceptedScore);
  const at = accepted[Math.floor(accepted.length / 3) + nth * 7]!;
  const row = rows[at]!;
  const wrong = { ...row, ...whatIsWrong(kind) };
  return replacingMistakes.includes(kind) ? rows.with(at, wrong) : rows.toSpliced(at + 1, 0, wrong);
}

function whatIsWrong(kind: MistakeKind): EntryRow {
  switch (kind) {
    case "score-out-of-range":
      return { score: 5 };
    case "score-not-a-code":
      return { score: "n/a" };
    case "unknown-result":
      return { result: "ST9" };
    case "impossible-period":
      return { period: "2023-H3" };
    case "unknown-country":
      return { country: "ZZZ" };
    case "duplicate-row":
      return {};
    default:
      return assertNever(kind);
  }
}

function withBlanks(rows: readonly EntryRow[], count: number): EntryRow[] {
  let result: EntryRow[] = [...rows];
  for (let i = count; i > 0; i -= 1) result = result.toSpliced(i * 20, 0, {});
  return result;
}

function isAcceptedScore(row: EntryRow): boolean {
  return !row.panel && typeof row.score === "number";
}

function indexesOf(rows: readonly EntryRow[], holds: (row: EntryRow) => boolean): number[] {
  return rows.flatMap((row, index) => (holds(row) ? [index] : []));
}

function assertNever(value: never): never {
  throw new Error(`Unexpected kind of mistake: ${value}`);
}
