import type { Located } from "../map/header.ts";
import type { Habits } from "../map/parse-field.ts";
import type { RecordMap, Values } from "../map/records/index.ts";
import type { CodedRows, RawRow } from "../step.ts";
import { type AcceptedColumns, sharedColumn } from "./accepted-columns.ts";
import { type PairIndex, pairIndex } from "./pair-index.ts";
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

const known = 1;
const counts = 2;
const apart = 4;

/**
 * Judges coded rows without looking at each: what is wrong with a text, which rules a combination of texts breaks and what
 * it becomes are found out when first met. Only rows that break something are put together as rows.
 */
export function columnLane(
  { table, headerRow, headerRows, columns }: Located,
  habits: Habits,
  record: RecordMap,
  rules: readonly RowRule[],
  judgement: Judgement,
  seen: Seen,
  out: AcceptedColumns,
): (batch: CodedRows, to: LaneOut) => void {
  const lastHeader = Math.max(headerRow, ...headerRows);
  const prefilled = new Set(table.prefilled);
  const hasInput = table.fields.some(({ key, required }) => required && !prefilled.has(key));
  const cells = columns.map((column) => ({
    column,
    inspect: cellInspector(column, habits),
    countsAsData: !prefilled.has(column.field.key) || (!hasInput && column.field.required),
    texts: undefined as readonly (string | null)[] | undefined,
    status: new Uint8Array(0),
  }));
  const placeOf = (key: string) => columns.findIndex(({ field }) => field.key === key);
  const [who, ...what] = record.identity ?? [];
  if (who === undefined)
    throw new Error(`Rows of ${record.table.name} stand for themselves and are not read by column.`);
  const madeFrom = record.madeFrom ?? {};
  const own = record.table.parts?.own ?? [];
  const ownColumns = new Set(own);
  const sharedKeys = union(
    Object.entries(madeFrom)
      .filter(([name]) => !ownColumns.has(name))
      .map(([, keys]) => keys),
  );
  const judgedKeys = union([contextKeys, ...rules.map(({ reads }) => reads)]).filter(
    (key) => !sharedKeys.includes(key),
  );
  let tables = freshTables();
  let generation = out.generation;

  function freshTables() {
    const placesOf = (keys: readonly string[]) => keys.map(placeOf).filter((place) => place >= 0);
    const bySources = new Map<string, { readonly keys: readonly string[]; readonly names: string[] }>();
    for (const name of own) {
      const keys = madeFrom[name] ?? [];
      const group = bySources.get(keys.join()) ?? { keys, names: [] };
      group.names.push(name);
      bySources.set(keys.join(), group);
    }
    return {
      /** Numbers what rows share. */
      shared: tupleOf(placesOf(sharedKeys)),
      /** Numbers what the rules look at: what is shared, and more. */
      judged: tupleOf(placesOf(judgedKeys), "continued"),
      outcomes: [] as Outcome[],
      /** What is shared, with the flags that go with it. */
      about: pairIndex(),
      aboutCodes: [] as number[],
      whats: [] as number[],
      flags: new Map<string, number>(),
      groups: [...bySources.values()].map(({ keys, names }) => ({
        tuple: tupleOf(placesOf(keys)),
        names,
        width: names.length,
        /** Codes by tuple, as many for each as there are names. */
        codes: [] as number[],
        who: names.includes(who as string),
        whos: [] as number[],
        targets: [] as Int32Array[],
      })),
    };
  }

  return function judgeBatch(batch, to) {
    const { columns: coded, rows, count } = batch;
    let renewed = generation !== out.generation;
    coded.forEach(({ texts }, index) => {
      const cell = cells[index] as (typeof cells)[number];
      if (cell.texts !== undefined && cell.texts !== texts) renewed = true;
      if (cell.texts !== texts) cell.status = new Uint8Array(0);
      cell.texts = texts;
      if (cell.status.length < texts.length) {
        const more = new Uint8Array(texts.length * 2);
        more.set(cell.status);
        cell.status = more;
      }
    });
    if (renewed) tables = freshTables();
    generation = out.generation;
    const { shared, judged, outcomes, about, aboutCodes, whats, groups } = tables;
    const allCodes = coded.map(({ codes }) => codes);
    const statuses = cells.map(({ status }) => status);
    for (const group of groups) group.targets = group.names.map(out.codesOf);
    const aboutTarget = out.codesOf(sharedColumn);
    const width = cells.length;

    const valuesAt = (at: number): Values => {
      const values: Record<string, unknown> = {};
      cells.forEach(({ column, inspect, texts }, index) => {
        values[column.field.key] = inspect(texts?.[allCodes[index]?.[at] as number] ?? null).value;
      });
      for (const { key, constant } of table.fields) if (constant !== undefined) values[key] = constant;
      return values;
    };
    const rowAt = (at: number): RawRow => {
      const texts: (string | null)[] = [];
      cells.forEach(({ column }, index) => {
        texts[column.index] = coded[index]?.texts[allCodes[index]?.[at] as number] ?? null;
      });
      return { row: rows[at] as number, cells: Array.from(texts, (text) => text ?? null) };
    };
    const statusOf = (index: number, code: number): number => {
      const cell = cells[index] as (typeof cells)[number];
      const { filled, clean } = cell.inspect(cell.texts?.[code] ?? null);
      const status = known | (filled && cell.countsAsData ? counts : 0) | (clean ? 0 : apart);
      cell.status[code] = status;
      return status;
    };
    const outcomeAt = (at: number): Outcome => {
      const values = valuesAt(at);
      const broken = judgement.broken(values);
      const fatal = broken.some(({ severity }) => severity === "error");
      const flags = judgement.flags(broken) ?? "";
      const flagged = tables.flags.get(flags) ?? tables.flags.size;
      tables.flags.set(flags, flagged);
      return { broken, fatal, flagged };
    };

    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      if (row <= lastHeader) {
        to.apart(rowAt(at));
        continue;
      }
      let status = 0;
      for (let index = 0; index < width; index += 1) {
        const code = (allCodes[index] as Int32Array)[at] as number;
        status |= (statuses[index] as Uint8Array)[code] || statusOf(index, code);
      }
      if ((status & counts) === 0) {
        to.skipped();
        continue;
      }
      if ((status & apart) !== 0) {
        to.apart(rowAt(at));
        continue;
      }
      const sharing = shared(allCodes, at, 0);
      const kind = judged(allCodes, at, sharing);
      let outcome = outcomes[kind];
      if (outcome === undefined) {
        outcome = outcomeAt(at);
        outcomes[kind] = outcome;
      }
      if (outcome.fatal) {
        to.apart(rowAt(at));
        continue;
      }
      const place = out.count;
      const saying = about.of(sharing, outcome.flagged);
      if (aboutCodes[saying] === undefined) {
        const made = judgement.made(valuesAt(at), outcome.broken);
        aboutCodes[saying] = out.codeOf(sharedColumn, made);
        whats[saying] = seen.whatOf(what.map((column) => made[column]));
      }
      aboutTarget[place] = aboutCodes[saying] as number;
      let whoCode = 0;
      for (let index = 0; index < groups.length; index += 1) {
        const group = groups[index] as (typeof groups)[number];
        const id = group.tuple(allCodes, at, 0);
        const from = id * group.width;
        if (group.codes[from] === undefined) {
          const made = judgement.made(valuesAt(at), outcome.broken);
          for (let name = 0; name < group.width; name += 1)
            group.codes[from + name] = out.codeOf(group.names[name] as string, made);
          if (group.who) group.whos[id] = seen.whoOf(made[who as string]);
        }
        for (let name = 0; name < group.width; name += 1)
          (group.targets[name] as Int32Array)[place] = group.codes[from + name] as number;
        if (group.who) whoCode = group.whos[id] as number;
      }
      if (seen.first(whoCode, whats[saying] as number, row) !== undefined) {
        to.apart(rowAt(at));
        continue;
      }
      out.end(row);
      to.accepted(row, outcome.broken);
    }
  };
}

/** What the rules say of rows that agree in all they look at. */
interface Outcome {
  readonly broken: readonly RowRule[];
  readonly fatal: boolean;
  /** Number of the flags that go with it. */
  readonly flagged: number;
}

const contextKeys = ["project", "country", "period", "version"];

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}

/**
 * Numbers the combinations of the codes that some columns hold in a row; where it goes on from another number, of that
 * and the codes.
 */
function tupleOf(
  places: readonly number[],
  from: "new" | "continued" = "new",
): (codes: readonly Int32Array[], at: number, start: number) => number {
  const [first, ...others] = places;
  if (from === "new" && first === undefined) return () => 0;
  const rest = from === "new" ? others : places;
  const pairs: PairIndex[] = rest.map(pairIndex);
  return (codes, at, start) => {
    let id = from === "new" ? ((codes[first as number] as Int32Array)[at] as number) : start;
    for (let index = 0; index < rest.length; index += 1)
      id = (pairs[index] as PairIndex).of(id, (codes[rest[index] as number] as Int32Array)[at] as number);
    return id;
  };
}
