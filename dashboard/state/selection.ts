/** What the reader has chosen. It lives in the address and nowhere else, so that every view can be linked to. */
export interface Selection {
  readonly country: readonly string[];
  readonly region: readonly string[];
  readonly result: readonly string[];
  readonly dimension: string | null;
  readonly type: string | null;
  /** First and last year, both included; null means the view's own default. */
  readonly time: readonly [from: number, to: number] | null;
  readonly tab: string;
  readonly measure: "share" | "median";
  readonly match: "all" | "matched";
  readonly by: "country" | "region";
  /** Whether regions are also shown on one mix of collective types. */
  readonly standardised: "type" | null;
  /** The project or grant looked at, where the reader's account says which there are. */
  readonly of: string | null;
  readonly lang: string | null;
  readonly release: number | null;
}

/** A part of the address that means nothing here; the reader is told, and the view goes on without it. */
export interface Ignored {
  readonly field: string;
  readonly value: string;
}

/** The values that the address may name: what this release knows, and what the view can show. */
export interface Known {
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly results: readonly string[];
  readonly dimensions: readonly string[];
  readonly types: readonly string[];
  readonly tabs: readonly string[];
  readonly langs: readonly string[];
  /** First and last year with a published figure; null where there is none. */
  readonly years: readonly [from: number, to: number] | null;
}

export const everything: Selection = {
  country: [],
  region: [],
  result: [],
  dimension: null,
  type: null,
  time: null,
  tab: "chart",
  measure: "share",
  match: "all",
  by: "country",
  standardised: null,
  of: null,
  lang: null,
  release: null,
};

/** Reads an address against what is known. It never throws: whatever it cannot use is handed back as ignored. */
export function readSelection(params: URLSearchParams, known: Known): { selection: Selection; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const ignore = (field: string, value: string) => void ignored.push({ field, value });
  const list = (field: string, allowed: readonly string[]) =>
    codes(params, field).filter((code) => allowed.includes(code) || ignore(field, code));
  const one = <T extends string, D extends T | null>(field: string, allowed: readonly T[], otherwise: D): T | D => {
    const value = params.get(field)?.trim();
    if (!value) return otherwise;
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) ignore(field, value);
    return found ?? otherwise;
  };
  const selection: Selection = {
    country: list("country", known.countries),
    region: list("region", known.regions),
    result: list("result", known.results),
    dimension: one("dimension", known.dimensions, null),
    type: one("type", known.types, null),
    time: readTime(params, known.years, ignore),
    tab: one("tab", known.tabs, known.tabs[0] ?? everything.tab),
    measure: one("measure", ["share", "median"], "share"),
    match: one("match", ["all", "matched"], "all"),
    by: one("by", ["country", "region"], "country"),
    standardised: one("standardised", ["type"] as const, null),
    of: [...(params.get("of") ?? "")].slice(0, 100).join("").trim() || null,
    lang: one("lang", known.langs, null),
    release: readRelease(params, ignore),
  };
  return { selection, ignored };
}

/** Writes a selection as a query string with its question mark; defaults are left out, so equal views have equal links. */
export function writeSelection(selection: Selection): string {
  const parts: string[] = [];
  const put = (field: string, value: string) => void parts.push(`${field}=${encodeURIComponent(value)}`);
  for (const field of ["country", "region", "result"] as const)
    if (selection[field].length > 0) put(field, selection[field].join("~"));
  for (const field of ["dimension", "type", "standardised", "of"] as const)
    if (selection[field] !== null) put(field, selection[field]);
  if (selection.time) put("time", writeTime(selection.time));
  for (const field of ["tab", "measure", "match", "by"] as const)
    if (selection[field] !== everything[field]) put(field, selection[field]);
  if (selection.lang !== null) put("lang", selection.lang);
  if (selection.release !== null) put("release", String(selection.release));
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** A span of years as the address writes it: `2025` or `2019..2025`. */
export function writeTime([from, to]: readonly [number, number]): string {
  return from === to ? `${from}` : `${from}..${to}`;
}

/** A plain form repeats a field for every box that is ticked; a link joins them. Both are read. */
function codes(params: URLSearchParams, field: string): string[] {
  const parts = params.getAll(field).flatMap((text) => text.split(/[~,]/));
  return [...new Set(parts.map((code) => code.trim()).filter(Boolean))];
}

function readTime(
  params: URLSearchParams,
  years: Known["years"],
  ignore: (field: string, value: string) => void,
): Selection["time"] {
  // A form without scripts sends its two year boxes as `from` and `to`.
  const ends = [params.get("from"), params.get("to")].filter(Boolean) as string[];
  const text = params.get("time")?.trim() || ends.sort().join("..");
  if (!text) return null;
  const found = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(text);
  const from = Number(found?.[1]);
  const to = Number(found?.[2] ?? found?.[1]);
  if (!found || from > to || !years || to < years[0] || from > years[1]) {
    ignore("time", text);
    return null;
  }
  return [Math.max(from, years[0]), Math.min(to, years[1])];
}

function readRelease(params: URLSearchParams, ignore: (field: string, value: string) => void): number | null {
  const text = params.get("release")?.trim();
  if (!text) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  ignore("release", text);
  return null;
}
