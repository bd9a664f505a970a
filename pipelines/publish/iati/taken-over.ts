import type { PublishedActivity, PublishedResult } from "@trama/data/schema";
import { humanRights, recipients } from "./activity.ts";
import { type Element, element, narrative, narratives } from "./element.ts";
import { type Publisher, participatingOrg, reportingOrg } from "./publisher.ts";
import { takenOver } from "./words.ts";

/** What could not be written again, because the standard asks for what was never filed. */
export type LeftOut = Readonly<Record<"baseline without a year" | "period without its dates", number>>;

export interface TakenOver {
  readonly results: readonly PublishedResult[];
  readonly activities: readonly PublishedActivity[];
  readonly made_at: string;
  /** Who reports them again, as the standard's secondary reporter. */
  readonly publisher: Publisher;
}

/** Rows that came from IATI files, as activities of their publishers again: each result, indicator, period and figure once. */
export function takenOverActivities({ results, activities, made_at, publisher }: TakenOver) {
  const left = { "baseline without a year": 0, "period without its dates": 0 };
  const filed = new Map(activities.map((row) => [`${row.report} ${row.activity}`, row]));
  const rows = results.filter(({ path }) => path !== null);
  const elements = groups(rows, ({ report, path }) => `${report} ${upTo(path, "iati-activity")}`).map(([, own]) => {
    const { report, activity: identifier } = own[0] as Row;
    return activity(own, filed.get(`${report} ${identifier}`), { made_at, publisher, left });
  });
  return { elements, left: left as LeftOut };
}

type Row = PublishedResult;
type Counted = { -readonly [Key in keyof LeftOut]: number };

function activity(
  rows: readonly Row[],
  filed: PublishedActivity | undefined,
  { made_at, publisher: secondary, left }: Pick<TakenOver, "made_at" | "publisher"> & { left: Counted },
): Element {
  const { publisher, activity: identifier, country } = rows[0] as Row;
  const starts = rows.flatMap(({ period_start, baseline_year }) => [
    ...(period_start ? [day(period_start)] : []),
    ...(baseline_year ? [`${String(baseline_year).padStart(4, "0")}-01-01`] : []),
  ]);
  const [start = made_at.slice(0, 10)] = starts.sort();
  const isName = !/^[^\s/&|?]+$/.test(publisher);
  return element(
    "iati-activity",
    { "xml:lang": "en", "last-updated-datetime": made_at },
    element("iati-identifier", {}, identifier),
    reportingOrg(secondary, { "secondary-reporter": true }),
    narrative("title", filed?.title || identifier),
    element("description", { type: "1" }, ...narratives("description", takenOver(publisher)).children),
    participatingOrg("4", { ref: isName ? undefined : publisher, name: publisher }),
    element("activity-status", { code: filed?.status ?? "2" }),
    element("activity-date", { type: start <= made_at ? "2" : "1", "iso-date": start }),
    ...recipients(country ? [country] : []),
    humanRights,
    ...groups(rows, ({ path }) => upTo(path, "result")).map(([, own]) => result(own, left)),
  );
}

function result(rows: readonly Row[], left: Counted): Element {
  const { result_type, result_title } = rows[0] as Row;
  const indicators = groups(
    rows.filter(({ path }) => /\/indicator\[/.test(path ?? "")),
    ({ path }) => upTo(path, "indicator"),
  );
  return element(
    "result",
    { type: /^[1239]$/.test(result_type) ? result_type : "9" },
    narrative("title", result_title || "—"),
    ...indicators.map(([, own]) => indicator(own, left)),
  );
}

const measures: Readonly<Record<string, string>> = { count: "1", percentage: "2", ordinal: "4" };

function indicator(rows: readonly Row[], left: Counted): Element {
  const { titles, indicator: title, item, measure: filed } = rows[0] as Row;
  const measure = measures[filed] ?? "5";
  const baselines = groups(
    rows.filter(({ baseline_text }) => baseline_text !== null),
    ({ baseline_text, baseline_year, disaggregation, location }) =>
      JSON.stringify([baseline_text, baseline_year, disaggregation, location]),
  ).flatMap(([, [row]]) => {
    if (row?.baseline_year) return [figure("baseline", row, measure, { year: row.baseline_year })];
    left["baseline without a year"] += 1;
    return [];
  });
  const periods = groups(
    rows.filter(({ path }) => /\/period\[/.test(path ?? "")),
    ({ path }) => upTo(path, "period"),
  ).flatMap(([, own]) => {
    const { period_start, period_end } = own[0] as Row;
    if (period_start && period_end) return [period(own, period_start, period_end, measure)];
    left["period without its dates"] += 1;
    return [];
  });
  return element(
    "indicator",
    { measure },
    titled(titles, title),
    item ? element("reference", { vocabulary: "99", code: item }) : null,
    ...baselines,
    ...periods,
  );
}

function period(rows: readonly Row[], start: string, end: string, measure: string): Element {
  // A qualitative figure may be nothing but what it breaks down; of other measures the standard's rules ask for a value.
  const isBare = (row: Row, name: string) => measure === "5" && new RegExp(`/${name}\\[\\d+\\]$`).test(row.path ?? "");
  const part = (name: "target" | "actual") =>
    rows.filter((row) => row[`${name}_text`] !== null || isBare(row, name)).map((row) => figure(name, row, measure));
  return element(
    "period",
    {},
    element("period-start", { "iso-date": start }),
    element("period-end", { "iso-date": end }),
    ...part("target"),
    ...part("actual"),
  );
}

/** A figure as filed: a statement in words, a number as its value. */
function figure(
  name: "baseline" | "target" | "actual",
  row: Row,
  measure: string,
  attributes: Element["attributes"] = {},
): Element {
  const text = row[`${name}_text`];
  const value = measure === "5" ? {} : { value: text ?? undefined };
  const dimensions = (row.disaggregation?.split("; ") ?? []).map((part) => {
    const [dimension, ...rest] = part.split(": ");
    return element("dimension", { name: dimension, value: rest.join(": ") });
  });
  const locations = (row.location?.split("; ") ?? []).map((ref) => element("location", { ref }));
  return element(
    name,
    { ...attributes, ...value },
    ...locations,
    ...dimensions,
    measure === "5" && text !== null ? narrative("comment", text) : null,
  );
}

function titled(titles: string | null, title: string): Element {
  const words = Object.entries(JSON.parse(titles ?? "{}") as Record<string, string>);
  if (words.length === 0) return narrative("title", title);
  return element(
    "title",
    {},
    ...words.map(([lang, text]) => element("narrative", { "xml:lang": lang === "" ? undefined : lang }, text)),
  );
}

/** A path up to and with its step of that name. */
function upTo(path: string | null, step: string): string {
  return new RegExp(`^.*?/${step}\\[\\d+\\]`).exec(path ?? "")?.[0] ?? "";
}

function day(date: string): string {
  return date.slice(0, 10);
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    found.set(key, [...(found.get(key) ?? []), item]);
  }
  return [...found];
}
