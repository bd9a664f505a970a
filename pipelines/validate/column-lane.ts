import type { Located } from "../map/header.ts";
import type { Habits } from "../map/parse-field.ts";
import type { RecordMap, Values } from "../map/records/index.ts";
import type { CodedGroup, CodedRows, RawRow } from "../step.ts";
import { type AcceptedColumns, sharedColumn } from "./accepted-columns.ts";
import { counts, laneGroup } from "./lane-group.ts";
import { cellInspector } from "./row-reader.ts";
import type { RowRule } from "./rule.ts";
import type { Seen } from "./seen.ts";
import { WhoTable } from "./who-table.ts";

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
  let whos = new WhoTable(ownOfWho.length);
  /** The batch at hand. */
  let batch: CodedRows = { count: 0, rows: new Int32Array(0), groups: [] };
  let restCodes: Int32Array = new Int32Array(0);
  let whoCodes: Int32Array = new Int32Array(0);

  return {
    groups: [restCells.places, whoCells.places],
    judge(next, to) {
      const [rest, whom] = next.groups as [CodedGroup, CodedGroup];
      const voided = generation !== out.generation;
      generation = out.generation;
      if (restCells.take(rest) || voided) known = freshTables();
      if (whoCells.take(whom) || voided) whos = new WhoTable(ownOfWho.length);
      batch = next;
      restCodes = rest.codes;
      whoCodes = whom.codes;
      judgeBatch(to);
    },
  };

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

  function judgeBatch(to: LaneOut): void {
    const { count, rows } = batch;
    const { rests } = known;
    const restTargets = ownOfRest.map(out.codesOf);
    const whoTargets = ownOfWho.map(out.codesOf);
    const aboutTarget = out.codesOf(sharedColumn);
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      if (row <= lastHeader) {
        // Headings are no values: to read them as such would mean to look them up among all spellings of countries.
        to.apart(rowAt(at));
        continue;
      }
      const says = rests[restCodes[at] as number] ?? newRest(at);
      const whose = whoCodes[at] as number;
      const kept = whos.statusOf(whose);
      const whoStatus = kept < 0 ? whos.keep(whose, whoCells.statusOf(whose)) : kept;
      const status = says.status | whoStatus;
      if (status !== counts) {
        if ((status & counts) === 0) to.skipped();
        else to.apart(rowAt(at));
        continue;
      }
      const judged = says.judged ?? judgedAt(says, at);
      if (judged.fatal) {
        to.apart(rowAt(at));
        continue;
      }
      const named = whos.numberOf(whose);
      const number = named < 0 ? nameAt(at) : named;
      if (seen.first(number, judged.what, row) !== undefined) {
        to.apart(rowAt(at));
        continue;
      }
      const place = out.count;
      aboutTarget[place] = judged.about;
      for (let index = 0; index < restTargets.length; index += 1)
        (restTargets[index] as Int32Array)[place] = judged.codes[index] as number;
      for (let index = 0; index < whoTargets.length; index += 1)
        (whoTargets[index] as Int32Array)[place] = whos.codes[whose * whos.width + index] as number;
      out.end(row);
      to.accepted(row, judged.broken);
    }
  }

  function newRest(at: number): Rest {
    const code = restCodes[at] as number;
    const made = { status: restCells.statusOf(code), judged: undefined };
    known.rests[code] = made;
    return made;
  }

  function judgedAt(says: Rest, at: number): Judged {
    says.judged = judge(at);
    return says.judged;
  }

  function judge(at: number): Judged {
    const code = restCodes[at] as number;
    const { outcomeOf, outcomes, ownOf, owns, sharingOf, abouts } = known;
    const ruled = outcomeOf(code);
    outcomes[ruled] ??= outcome(judgement.broken(valuesAt(at)));
    const { broken, fatal, flags } = outcomes[ruled];
    if (fatal) return { fatal, broken, codes: [], about: 0, what: 0 };
    const mine = ownOf(code);
    owns[mine] ??= codesOf(ownOfRest, judgement.made(valuesAt(at), broken));
    const sharing = `${sharingOf(code)} ${flags}`;
    const about = abouts.get(sharing) ?? aboutOf(judgement.made(valuesAt(at), broken));
    abouts.set(sharing, about);
    return { fatal, broken, codes: owns[mine], about: about.about, what: about.what };
  }

  function outcome(broken: readonly RowRule[]): Outcome {
    const fatal = broken.some(({ severity }) => severity === "error");
    return { broken, fatal, flags: judgement.flags(broken) ?? "" };
  }

  function aboutOf(made: Record<string, unknown>): About {
    return { about: out.codeOf(sharedColumn, made), what: seen.whatOf(what.map((column) => made[column])) };
  }

  function nameAt(at: number): number {
    const made = judgement.made(valuesAt(at), []);
    return whos.name(whoCodes[at] as number, seen.whoOf(made[who as string]), codesOf(ownOfWho, made));
  }

  function codesOf(names: readonly string[], made: Record<string, unknown>): number[] {
    return names.map((name) => out.codeOf(name, made));
  }

  function valuesAt(at: number): Values {
    const values: Record<string, unknown> = {};
    whoCells.addValues(whoCodes[at] as number, values);
    restCells.addValues(restCodes[at] as number, values);
    for (const { key, constant } of table.fields) if (constant !== undefined) values[key] = constant;
    return values;
  }

  function rowAt(at: number): RawRow {
    const texts: (string | null)[] = [];
    whoCells.addTexts(whoCodes[at] as number, texts);
    restCells.addTexts(restCodes[at] as number, texts);
    return { row: batch.rows[at] as number, cells: Array.from(texts, (text) => text ?? null) };
  }
}

/** All that a row says but whom it is about. */
interface Rest {
  readonly status: number;
  judged: Judged | undefined;
}

interface Judged extends About {
  /** Whether it is an error, and nothing is made of the row. */
  readonly fatal: boolean;
  readonly broken: readonly RowRule[];
  /** Codes of what such rows say for themselves. */
  readonly codes: readonly number[];
}

/** What the rules say of rows that agree in all they look at. */
interface Outcome {
  readonly broken: readonly RowRule[];
  readonly fatal: boolean;
  readonly flags: string;
}

interface About {
  /** Code of what rows share. */
  readonly about: number;
  /** Number of what it is that they say. */
  readonly what: number;
}

const contextKeys = ["project", "country", "period", "version"];
