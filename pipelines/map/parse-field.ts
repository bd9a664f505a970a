import { type MissingCode, parsePeriod } from "@trama/data/codelists";
import type { SourceKind } from "../sources/source.ts";
import { matchIn } from "./code-lists.ts";

/** What a cell holds in our words, or the id of the cell rule it breaks. Blank gives null. */
export type Parsed =
  | { readonly value: unknown; readonly flag?: "number.text" | "code.unlisted"; readonly missing?: MissingCode }
  | { readonly broken: string };

/** A score as filed: a level, or why there is none. */
export interface Scored {
  readonly score: number | null;
  readonly missing: string | null;
}

const codes = new Set(["NA", "NK", "NR", "WH", "NS"]);
const yes = new Set(["yes", "y", "true", "1", "si", "sí", "oui", "o", "vrai", "verdadero"]);
const no = new Set(["no", "n", "false", "0", "non", "faux", "falso"]);
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const absent: Parsed = { value: null };

/** What a spreadsheet shows where a formula fails, and what stands for one that was never calculated. */
const sheetError = /^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|NOT-CALCULATED!)$/i;

/** How a source writes what it writes. */
export interface Habits {
  /** Its words for a missing figure, in lower case. */
  readonly missing: ReadonlyMap<string, MissingCode>;
  readonly decimalComma: boolean;
}

export const noHabits: Habits = { missing: new Map(), decimalComma: false };

/** Reads the text of one cell. Pure, so equal texts of a column need reading once only. */
export function parseField(text: string | null, holds: SourceKind, habits: Habits = noHabits): Parsed {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return absent;
  const figure = holds.kind === "score" || holds.kind === "number" || holds.kind === "lenient-number";
  const missing = figure ? habits.missing.get(trimmed.toLowerCase()) : undefined;
  if (missing !== undefined)
    return { value: holds.kind === "score" ? ({ score: null, missing } satisfies Scored) : null, missing };
  if (sheetError.test(trimmed) && holds.kind !== "lenient-number") return { broken: "cell.sheet-error" };
  return parseText(habits.decimalComma && figure ? withPoint(trimmed) : trimmed, holds);
}

/** "1234,5" as "1234.5"; points that group thousands go. Only for files whose delimiter is no comma. */
function withPoint(text: string): string {
  return /^[+-]?(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(text) ? text.replaceAll(".", "").replace(",", ".") : text;
}

function parseText(trimmed: string, holds: SourceKind): Parsed {
  switch (holds.kind) {
    case "score":
      return parseScore(trimmed);
    case "code": {
      const code = matchIn(holds.list, trimmed);
      return code === undefined
        ? { broken: holds.list === "country" ? "country.known" : "code.known" }
        : { value: code };
    }
    case "maybe-code": {
      const code = matchIn(holds.list, trimmed);
      return code === undefined ? { value: "unknown", flag: "code.unlisted" } : { value: code };
    }
    case "maybe-year":
      return { value: /^(19|20)\d\d$/.test(trimmed) ? Number(trimmed) : null };
    case "maybe-result":
      return { value: matchIn("result", trimmed) ?? null };
    case "maybe-country":
      return { value: matchIn("country", trimmed) ?? null };
    case "whole": {
      if (!decimal.test(trimmed) || !Number.isInteger(Number(trimmed))) return { broken: "whole.readable" };
      const value = Number(trimmed);
      return value < holds.from || value > holds.to ? { broken: "whole.range" } : { value };
    }
    case "number":
      return decimal.test(trimmed) ? { value: Number(trimmed) } : { broken: "number.readable" };
    case "lenient-number":
      return decimal.test(trimmed) ? { value: Number(trimmed) } : { value: null, flag: "number.text" };
    case "yes-no": {
      const word = trimmed.toLowerCase();
      if (yes.has(word)) return { value: true };
      return no.has(word) ? { value: false } : { broken: "yes-no.readable" };
    }
    case "period": {
      const period = parsePeriod(trimmed);
      return period ? { value: period } : { broken: "period.readable" };
    }
    case "year":
      return /^(19|20)\d\d(\.0+)?$/.test(trimmed)
        ? { value: Math.trunc(Number(trimmed)) }
        : { broken: "year.readable" };
    case "date":
      return isDate(trimmed) ? { value: trimmed.slice(0, 10) } : { broken: "date.readable" };
    case "key":
      return trimmed.length <= 120 ? { value: trimmed.normalize("NFC") } : { broken: "key.length" };
    case "identity":
    case "free-text":
    case "text":
      return { value: trimmed };
  }
}

function parseScore(text: string): Parsed {
  const code = text.toUpperCase();
  if (codes.has(code)) return { value: { score: null, missing: code } satisfies Scored };
  if (!decimal.test(text)) return { broken: "score.readable" };
  const score = Number(text);
  if (!Number.isInteger(score) || score < 0 || score > 4) return { broken: "score.range" };
  return { value: { score, missing: null } satisfies Scored };
}

function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)(T.*|Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (!found) return false;
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10));
}
