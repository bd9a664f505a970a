import type { Located } from "../map/header.ts";
import type { Habits } from "../map/parse-field.ts";
import type { RecordMap, Values } from "../map/records/index.ts";
import type { CodedGroup, CodedRows, RawRow } from "../step.ts";
import { type AcceptedColumns, sharedColumn } from "./accepted-columns.ts";
import { apart, counts, laneGroup } from "./lane-group.ts";
import { cellInspector } from "./row-reader.ts";
import type { RowRule } from "./rule.ts";
import type { Seen } from "./seen.ts";

/** What the judge of single rows knows and the lane asks, once for all rows that agree. */
export interface Judgement {
  /** Row rules that the row breaks. */
  broken(values: Values): readonly RowRule[];
  /** The row as the table takes it, and its flags. */
  made(values: Values, broken: readonly RowRule[]): Record<string, unknown>;
  flags(broken: readonly RowRule[]): string | null;
}

/** What becomes of the rows of a batch, in their order. */
export interface LaneOut {
  skipped(): void;
  /** The row was added to the columns; these rules warn of it. */
  accepted(row: number, broken: readonly RowRule[]): void;
  /** The row has something of its own to be told: it must be judged by itself. */
  apart(row: RawRow): void;
}

/** Judges coded rows. */
export interface ColumnLane {
  /** The groups of columns by which it asks for rows, by their places in the file. */
  readonly groups: readonly (readonly number[])[];
  judge(batch: CodedRows, to: LaneOut): void;
}

/**
 * Judges coded rows without looking at each. Rows are numbered by whom they are about, of which there are many, and by
 * all else they say, which repeats: what is wrong with a text, which rules a combination of texts breaks and what it becomes
 * are found out when first met. Only rows that break something are put together as rows.
 */
export function columnLane(
  { table, headerRow, headerRows, columns }: Located,
  habits: Habits,
  record: RecordMap,
  rules: readonly RowRule[],
  judgement: Judgement,
  seen: Seen,
  out: AcceptedColumns,
): ColumnLane {
  const lastHeader = Math.max(headerRow, ...headerRows);
  const prefilled = new Set(table.prefilled);
  const hasInput = table.fields.some(({ key, required }) => required && !prefilled.has(key));
  const [who, ...what] = record.identity ?? [];
  if (who === undefined)
    throw new Error(`Rows of ${record.table.name} stand for themselves and are not read by column.`);
  const madeFrom = record.madeFrom ?? {};
  const sourcesOf = (names: readonly string[]) => new Set(names.flatMap((name) => madeFrom[name] ?? []));
  const own = record.table.parts?.own ?? [];
  const whoKeys = sourcesOf([who]);
  const ownOfWho = own.filter((name) => name === who);
  const ownOfRest = own.filter((name) => name !== who);
  const ownKeys = sourcesOf(ownOfRest);
  const sharedKeys = sourcesOf(Object.keys(madeFrom).filter((name) => !own.includes(name)));
  const ruledKeys = new Set([...contextKeys, ...rules.flatMap(({ reads }) => reads)]);
  const inRest = (key: string) => !whoKeys.has(key) || ownKeys.has(key) || sharedKeys.has(key) || ruledKeys.has(key);

  const cells = columns.map((column) => ({
    column,
    inspect: cellInspector(column, habits),
    countsAsData: !prefilled.has(column.field.key) || (!hasInput && column.field.required),
  }));
  const restCells = laneGroup(cells.filter(({ column }) => inRest(column.field.key)));
  const whoCells = laneGroup(cells.filter(({ column }) => whoKeys.has(column.field.key)));

  let generation = out.generation;
  let known = freshTables();
  let whos: Who[] = [];

  /** What has been found out; void where numbers begin to mean something else. */
  function freshTables() {
    return {
      rests: [] as Rest[],
      outcomeOf: restCells.part(ruledKeys),
      outcomes: [] as Outcome[],
      sharingOf: restCells.part(sharedKeys),
      ownOf: restCells.part(ownKeys),
      abouts: new Map<string, About>(),
      owns: [] as (readonly number[])[],
    };
  }

  function judge({ rows, count, groups }: CodedRows, to: LaneOut): void {
    const [rest, whom] = groups as [CodedGroup, CodedGroup];
    const voided = generation !== out.generation;
    generation = out.generation;
    if (restCells.take(rest) || voided) known = freshTables();
    if (whoCells.take(whom) || voided) whos = [];
    const { rests } = known;
    const restTargets = ownOfRest.map(out.codesOf);
    const whoTargets = ownOfWho.map(out.codesOf);
    const aboutTarget = out.codesOf(sharedColumn);

    const rowAt = (at: number): RawRow => {
      const texts: (string | null)[] = [];
      whoCells.addTexts(whom.codes[at] as number, texts);
      restCells.addTexts(rest.codes[at] as number, texts);
      return { row: rows[at] as number, cells: Array.from(texts, (text) => text ?? null) };
    };
    const valuesAt = (at: number): Values => {
      const values: Record<string, unknown> = {};
      whoCells.addValues(whom.codes[at] as number, values);
      restCells.addValues(rest.codes[at] as number, values);
      for (const { key, constant } of table.fields) if (constant !== undefined) values[key] = constant;
      return values;
    };
    const judged = (at: number): Judged => {
      const code = rest.codes[at] as number;
      const ruled = known.outcomeOf(code);
      known.outcomes[ruled] ??= outcomeOf(judgement.broken(valuesAt(at)));
      const { broken, fatal, flags } = known.outcomes[ruled];
      if (fatal) return "fatal";
      const made = () => judgement.made(valuesAt(at), broken);
      const mine = known.ownOf(code);
      known.owns[mine] ??= codesOf(ownOfRest, made());
      return { broken, codes: known.owns[mine], about: aboutOf(`${known.sharingOf(code)} ${flags}`, made) };
    };
    const outcomeOf = (broken: readonly RowRule[]): Outcome => ({
      broken,
      fatal: broken.some(({ severity }) => severity === "error"),
      flags: judgement.flags(broken) ?? "",
    });
    const codesOf = (names: readonly string[], made: Record<string, unknown>) =>
      names.map((name) => out.codeOf(name, made));
    const aboutOf = (key: string, make: () => Record<string, unknown>): About => {
      const before = known.abouts.get(key);
      if (before) return before;
      const made = make();
      const about = { code: out.codeOf(sharedColumn, made), what: seen.whatOf(what.map((column) => made[column])) };
      known.abouts.set(key, about);
      return about;
    };
    const named = (at: number): Named => {
      const made = judgement.made(valuesAt(at), []);
      return { codes: codesOf(ownOfWho, made), number: seen.whoOf(made[who as string]) };
    };

    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      const restCode = rest.codes[at] as number;
      const whoCode = whom.codes[at] as number;
      rests[restCode] ??= { status: restCells.statusOf(restCode), judged: undefined };
      whos[whoCode] ??= { status: whoCells.statusOf(whoCode), named: undefined };
      const says = rests[restCode];
      const whose = whos[whoCode];
      const status = row <= lastHeader ? apart | counts : says.status | whose.status;
      if (status !== counts) {
        if ((status & counts) === 0) to.skipped();
        else to.apart(rowAt(at));
        continue;
      }
      says.judged ??= judged(at);
      if (says.judged === "fatal") {
        to.apart(rowAt(at));
        continue;
      }
      whose.named ??= named(at);
      const { broken, codes, about } = says.judged;
      if (seen.first(whose.named.number, about.what, row) !== undefined) {
        to.apart(rowAt(at));
        continue;
      }
      const place = out.count;
      aboutTarget[place] = about.code;
      for (let index = 0; index < codes.length; index += 1)
        (restTargets[index] as Int32Array)[place] = codes[index] as number;
      for (let index = 0; index < whoTargets.length; index += 1)
        (whoTargets[index] as Int32Array)[place] = whose.named.codes[index] as number;
      out.end(row);
      to.accepted(row, broken);
    }
  }

  return { groups: [restCells.places, whoCells.places], judge };
}

/** All that a row says but whom it is about. */
interface Rest {
  readonly status: number;
  judged: Judged | undefined;
}

type Judged =
  | "fatal"
  | { readonly broken: readonly RowRule[]; readonly codes: readonly number[]; readonly about: About };

/** What the rules say of rows that agree in all they look at. */
interface Outcome {
  readonly broken: readonly RowRule[];
  readonly fatal: boolean;
  readonly flags: string;
}

/** What rows share: its code, and the number of what it is that they say. */
interface About {
  readonly code: number;
  readonly what: number;
}

/** Whom a row is about. */
interface Who {
  readonly status: number;
  named: Named | undefined;
}

interface Named {
  readonly codes: readonly number[];
  readonly number: number;
}

const contextKeys = ["project", "country", "period", "version"];
