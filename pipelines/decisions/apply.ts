import { fold } from "@trama/data/codelists";
import type { Located, LocatedColumn } from "../map/header.ts";
import type { RawRow } from "../step.ts";
import type { Decision } from "./decision.ts";

/** A row after the decisions about it: amended, or kept out by one. */
export type Decided = { readonly row: RawRow } | { readonly excludedBy: string };

/** The decisions that bear on one report, and which of them were used so far. */
export interface Decisions {
  readonly bearing: readonly Decision[];
  readonly used: ReadonlySet<string>;
  /** What applies them to the rows of a table; undefined where none bears on it. */
  forTable(sheet: string, located: Located): ((row: RawRow) => Decided) | undefined;
  /** Decisions about this very report that met nothing: each is an error, for what it expected is not there. */
  unused(): readonly string[];
}

/** Decisions for a report of this name and hash. */
export function decisionsFor(all: readonly Decision[], name: string, sha256: string): Decisions {
  const bearing = all.filter(
    (decision) =>
      decision.kind === "name" ||
      decision.report === name ||
      (decision.report.length >= 8 && sha256.startsWith(decision.report)),
  );
  const used = new Set<string>();
  return {
    bearing,
    used,
    forTable(sheet, { columns }) {
      const steps = bearing.filter(
        (decision) => decision.kind === "name" || decision.sheet === undefined || decision.sheet === sheet,
      );
      if (steps.length === 0) return undefined;
      return (row) => decide(row, steps, columns, used);
    },
    unused: () => bearing.filter(({ id, kind }) => kind !== "name" && !used.has(id)).map(({ id }) => id),
  };
}

function decide(
  row: RawRow,
  decisions: readonly Decision[],
  columns: readonly LocatedColumn[],
  used: Set<string>,
): Decided {
  const cells = [...row.cells];
  for (const decision of decisions) {
    switch (decision.kind) {
      case "name": {
        for (const { index, field } of columns) {
          const list = field.holds.kind === "code" ? field.holds.list : field.key;
          if (list !== decision.list || fold(cells[index] ?? "") !== fold(decision.text)) continue;
          cells[index] = decision.code;
          used.add(decision.id);
        }
        break;
      }
      case "correction": {
        if (!stands(decision, row, cells, columns)) break;
        const index = columns.find(({ field }) => field.key === decision.field)?.index;
        if (index === undefined || (cells[index]?.trim() ?? "") !== decision.expect) break;
        cells[index] = decision.value;
        used.add(decision.id);
        break;
      }
      case "exclusion": {
        if (!stands(decision, row, cells, columns)) break;
        used.add(decision.id);
        return { excludedBy: decision.id };
      }
    }
  }
  return { row: { row: row.row, cells } };
}

function stands(
  { row: at, where = {} }: Extract<Decision, { report: string }>,
  { row }: RawRow,
  cells: readonly (string | null)[],
  columns: readonly LocatedColumn[],
): boolean {
  if (at === undefined && Object.keys(where).length === 0) return false;
  if (at !== undefined && at !== row) return false;
  return Object.entries(where).every(([key, text]) => {
    const index = columns.find(({ field }) => field.key === key)?.index;
    return index !== undefined && fold(cells[index] ?? "") === fold(text);
  });
}
