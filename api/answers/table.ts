/** Rows for CSV and Arrow: flat columns of one kind each, in order. */
export interface Column {
  readonly name: string;
  readonly kind: "text" | "whole" | "real" | "flag";
  readonly values: readonly (string | number | boolean | null)[];
}

/** Flattens rows of an answer: a band becomes two columns, `x_lo` and `x_hi`; a list becomes text joined by spaces. */
export function columnsOf(
  rows: readonly Readonly<Record<string, unknown>>[],
  kinds: Readonly<Record<string, Column["kind"] | "band-whole" | "band-real">>,
): Column[] {
  return Object.entries(kinds).flatMap(([name, kind]): Column[] => {
    switch (kind) {
      case "band-whole":
      case "band-real": {
        const end = (at: 0 | 1) => rows.map((row) => (row[name] as [number | null, number | null])[at]);
        const inner = kind === "band-whole" ? "whole" : "real";
        return [
          { name: `${name}_lo`, kind: inner, values: end(0) },
          { name: `${name}_hi`, kind: inner, values: end(1) },
        ];
      }
      default:
        return [{ name, kind, values: rows.map((row) => (kind === "flag" ? told(row[name]) : plain(row[name]))) }];
    }
  });
}

function told(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
}

function plain(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.join(" ");
  return typeof value === "number" ? value : String(value);
}
