import type { Cell as CellRow } from "@trama/data/schema";
import type { Db } from "@trama/data/store";
import { sql } from "kysely";
import { keptWithin } from "../answers/kept.ts";
import type { Cell, DistributionClass } from "../contract/index.ts";
import { answered, cellOf } from "./cell-of.ts";
import { withClasses } from "./with-classes.ts";

/** A published cell as it lies in memory: what it is found by, and as it is answered. */
export interface PublishedCell extends Pick<CellRow, "year_from" | "formality" | "setting" | "panel"> {
  /** Its place in the file; answers are in this order. */
  readonly at: number;
  /** The code of its result or, where it is of none, of its indicator. */
  readonly code: string;
  readonly figure: string;
  readonly cell: Cell;
  /** Of a distribution: its classes, from the lowest scores up. All lie under the cell of the first. */
  readonly classes: readonly DistributionClass[];
}

/** Which open cells are looked through together. */
export interface CellGroup {
  readonly figure: string;
  readonly presence: "all" | "stayers";
  /** Cells of all types together, or of each type by itself. */
  readonly types: "all" | "each";
  /** The years in which any can be that is wanted; all if undefined. */
  readonly time: readonly [from: number, to: number] | undefined;
}

/** The cells of a group and a code in the order of the file, all and year by year. */
interface Lying {
  readonly all: readonly PublishedCell[];
  readonly byYear: ReadonlyMap<number, readonly PublishedCell[]>;
}

/** Open cells of a group, of some results or indicators or of all (`undefined`), that are wanted, in the order of the file. */
export type PublishedCells = (
  group: CellGroup,
  codes: readonly string[] | undefined,
  wanted: (found: PublishedCell) => boolean,
) => Promise<PublishedCell[]>;

/** Cells that are kept in memory at most: some 200 MB of them, with the bytes of those that were answered. */
const most = 200_000;

/**
 * The open cells of one release. A group's cells of a result are read from the file when they are first asked for and then
 * lie in memory: a release does not change, and looking them up there takes a tenth of the time of a query.
 */
export function publishedCells(db: Db): PublishedCells {
  const kept = keptWithin<Lying>(most, ({ all }) => all.length);
  let codesOf: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

  async function known(figure: string): Promise<readonly string[]> {
    codesOf ??= findCodes(db);
    codesOf.catch(() => {
      codesOf = undefined;
    });
    return (await codesOf).get(figure) ?? [];
  }

  return async (group, codes, wanted) => {
    const all = await known(group.figure);
    const asked = codes ? all.filter((code) => codes.includes(code)) : all;
    const keyOf = (code: string) => `${group.figure} ${group.presence} ${group.types} ${code}`;
    const missing = asked.filter((code) => !kept.get(keyOf(code)));
    const reading = missing.length > 0 ? read(db, group, missing) : undefined;
    const found = await Promise.all(
      asked.map((code) => {
        const before = kept.get(keyOf(code));
        if (before || !reading) return before ?? lying([]);
        const cells = reading.then((read) => lying(read.filter((cell) => cell.code === code)));
        kept.set(keyOf(code), cells);
        return cells;
      }),
    );
    const lists = found.flatMap((those) => (group.time ? within(those, group.time) : [those.all]));
    const cells = lists.flatMap((those) => those.filter(wanted));
    return lists.length > 1 ? cells.sort((one, other) => one.at - other.at) : cells;
  };
}

function lying(all: readonly PublishedCell[]): Lying {
  const byYear = new Map<number, PublishedCell[]>();
  for (const found of all) {
    const those = byYear.get(found.cell.year);
    if (those) those.push(found);
    else byYear.set(found.cell.year, [found]);
  }
  return { all, byYear };
}

/** Those of the years of a span, list by list. */
function within({ all, byYear }: Lying, [from, to]: readonly [number, number]): (readonly PublishedCell[])[] {
  const those = [...byYear].flatMap(([year, cells]) => (from <= year && year <= to ? [cells] : []));
  return those.length === byYear.size ? [all] : those;
}

const ofCell = sql<string>`coalesce(result, indicator)`;

async function findCodes(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom("cell")
    .select(["figure", ofCell.as("code")])
    .where("audience", "=", "open")
    .groupBy(["figure", ofCell])
    .orderBy(sql`min(rowid)`)
    .execute();
  const codes = new Map<string, string[]>();
  for (const { figure, code } of rows) codes.set(figure, [...(codes.get(figure) ?? []), code]);
  return codes;
}

async function read(
  db: Db,
  { figure, presence, types }: CellGroup,
  codes: readonly string[],
): Promise<readonly PublishedCell[]> {
  const rows = await db
    .selectFrom("cell")
    .select([...conditions, ...answered])
    .select([sql<number>`rowid::integer`.as("at"), ofCell.as("code")])
    .where("audience", "=", "open")
    .where("figure", "=", figure)
    .where("presence", "=", presence)
    .where("type", types === "all" ? "is" : "is not", null)
    .where(ofCell, "in", codes)
    .orderBy("at")
    .execute();
  const lists = new Map<string, string[]>();
  const flagsOf = (flags: string[]) => {
    const found = lists.get(flags.join());
    if (!found) lists.set(flags.join(), flags);
    return found ?? flags;
  };
  const cells = rows.map((row) => ({
    at: row.at,
    code: row.code,
    figure,
    year_from: row.year_from,
    formality: row.formality,
    setting: row.setting,
    panel: row.panel,
    score_from: row.score_from,
    score_to: row.score_to,
    cell: cellOf({ ...row, flags: flagsOf(row.flags) }),
    classes: none,
  }));
  return figure === "distribution" ? withClasses(cells) : cells;
}

const none: readonly DistributionClass[] = [];

/** What a cell is found by, beside what is answered of it. */
const conditions = ["year_from", "formality", "setting", "panel", "score_from", "score_to"] as const;
