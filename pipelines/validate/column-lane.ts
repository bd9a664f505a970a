import type { Located } from "../map/header.ts";
import type { Habits } from "../map/parse-field.ts";
import type { RecordMap, Values } from "../map/records/index.ts";
import type { CodedRows, RawRow } from "../step.ts";
import type { AcceptedColumns } from "./accepted-columns.ts";
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
  const contextKeys = ["project", "country", "period", "version"];
  const identity = record.identity ?? [];
  const identityCodes = new Int32Array(identity.length);
  let tables = freshTables();
  let generation = out.generation;

  function freshTables() {
    const tuple = (keys: readonly string[]) => tupleOf(keys.map(placeOf).filter((place) => place >= 0));
    const made = Object.entries(record.madeFrom ?? {});
    const constant = Object.keys(record.table.columns).filter(
      (name) => name !== "row" && name !== "flags" && !made.some(([column]) => column === name),
    );
    const groups = new Map<string, { keys: readonly string[]; names: string[] }>();
    for (const [name, keys] of [...made, ...constant.map((name) => [name, []] as const)]) {
      const group = groups.get(keys.join()) ?? { keys, names: [] };
      group.names.push(name);
      groups.set(keys.join(), group);
    }
    return {
      judged: tuple([...new Set([...contextKeys, ...rules.flatMap(({ reads }) => reads)])]),
      outcomes: [] as { readonly broken: readonly RowRule[]; readonly fatal: boolean; readonly flags: number }[],
      groups: [...groups.values()].map(({ keys, names }) => ({
        tuple: tuple(keys),
        /** Codes by tuple, as many for each as there are names. */
        codes: [] as number[],
        identityCodes: [] as number[],
        names,
        identityPlaces: names.flatMap((name) => (identity.includes(name) ? [identity.indexOf(name)] : [])),
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
    const { judged, outcomes, groups } = tables;
    const allCodes = coded.map(({ codes }) => codes);
    for (const group of groups) group.targets = group.names.map(out.codesOf);
    const flags = "flags" in record.table.columns ? out.codesOf("flags") : undefined;

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

    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      if (row <= lastHeader) {
        to.apart(rowAt(at));
        continue;
      }
      let status = 0;
      for (let index = 0; index < cells.length; index += 1) {
        const code = (allCodes[index] as Int32Array)[at] as number;
        status |= (cells[index] as (typeof cells)[number]).status[code] || statusOf(index, code);
      }
      if ((status & counts) === 0) {
        to.skipped();
        continue;
      }
      if ((status & apart) !== 0) {
        to.apart(rowAt(at));
        continue;
      }
      const kind = judged(allCodes, at);
      let outcome = outcomes[kind];
      if (outcome === undefined) {
        const values = valuesAt(at);
        const broken = judgement.broken(values);
        const fatal = broken.some(({ severity }) => severity === "error");
        const flagged = fatal || !flags ? 0 : out.codeOf("flags", judgement.made(values, broken).flags);
        outcome = { broken, fatal, flags: flagged };
        outcomes[kind] = outcome;
      }
      if (outcome.fatal) {
        to.apart(rowAt(at));
        continue;
      }
      const place = out.count;
      for (const group of groups) {
        const width = group.names.length;
        const id = group.tuple(allCodes, at);
        if (group.codes[id * width] === undefined) learn(group, id, judgement.made(valuesAt(at), outcome.broken));
        for (let index = 0; index < width; index += 1)
          (group.targets[index] as Int32Array)[place] = group.codes[id * width + index] as number;
        const { identityPlaces } = group;
        for (let index = 0; index < identityPlaces.length; index += 1)
          identityCodes[identityPlaces[index] as number] = group.identityCodes[
            id * identityPlaces.length + index
          ] as number;
      }
      if (flags) flags[place] = outcome.flags;
      if (identity.length > 0 && seen.first(identityCodes, row) !== undefined) {
        to.apart(rowAt(at));
        continue;
      }
      out.end(row);
      to.accepted(row, outcome.broken);
    }
  };

  function learn(group: (typeof tables)["groups"][number], id: number, row: Record<string, unknown>): void {
    const { names, identityPlaces, codes } = group;
    names.forEach((name, index) => {
      codes[id * names.length + index] = out.codeOf(name, row[name]);
    });
    identityPlaces.forEach((place, index) => {
      group.identityCodes[id * identityPlaces.length + index] = seen.codeOf(place, row[identity[place] as string]);
    });
  }
}

/** Numbers the combinations of the codes that some columns hold in a row. */
function tupleOf(places: readonly number[]): (codes: readonly Int32Array[], at: number) => number {
  const [first, ...rest] = places;
  if (first === undefined) return () => 0;
  if (rest.length === 0) return (codes, at) => (codes[first] as Int32Array)[at] as number;
  const pairs: PairIndex[] = rest.map(pairIndex);
  return (codes, at) => {
    let id = (codes[first] as Int32Array)[at] as number;
    for (let index = 0; index < rest.length; index += 1)
      id = (pairs[index] as PairIndex).of(id, (codes[rest[index] as number] as Int32Array)[at] as number);
    return id;
  };
}
