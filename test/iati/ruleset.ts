import type { XmlDocument, XmlNode } from "libxml2-wasm";

/** The official ruleset: rules of each kind by the XPath of the elements they speak of. */
export type Ruleset = Readonly<Record<string, Readonly<Record<string, { readonly cases: readonly Case[] }>>>>;

interface RuleInfo {
  readonly id: string;
  readonly severity: string;
  readonly message: string;
}

type Case = Readonly<Record<string, unknown>> & { readonly ruleInfo?: RuleInfo };

export interface Broken extends RuleInfo {
  readonly path: string;
}

/** Rules that a document breaks. Rules about registers of organisations (`idCondition`) need the network and are left out. */
export function brokenRules(document: XmlDocument, ruleset: Ruleset): Broken[] {
  const now = new Date().toISOString();
  return Object.entries(ruleset).flatMap(([context, kinds]) =>
    context
      .split("|")
      .flatMap((path) =>
        document
          .find(path.trim())
          .flatMap((node) =>
            Object.entries(kinds).flatMap(([kind, { cases }]) => cases.flatMap((one) => broken(node, kind, one, now))),
          ),
      ),
  );
}

const text = (value: unknown) => String(value);
const list = (value: unknown) => value as readonly string[];

function broken(node: XmlNode, kind: string, one: Case, now: string): Broken[] {
  if (one.idCondition !== undefined) return [];
  if (kind === "loop") {
    const kinds = one.do as Readonly<Record<string, { readonly cases: readonly Case[] }>>;
    return [...new Set(valuesOf(node, text(one.foreach)))].flatMap((value) =>
      Object.entries(kinds).flatMap(([inner, { cases }]) =>
        cases.flatMap((each) => broken(node, inner, filled(each, list(one.subs), value), now)),
      ),
    );
  }
  if (one.condition !== undefined && !holds(node, text(one.condition))) return [];
  const rule = rules[kind];
  if (!rule) throw new Error(`The ruleset has a kind of rule that is not known: ${kind}.`);
  const { id, severity, message } = one.ruleInfo as RuleInfo;
  return rule(node, one, now) ? [] : [{ id, severity, message, path: `line ${node.line}` }];
}

function filled(one: Case, names: readonly string[], value: string): Case {
  const put = (inner: unknown): unknown =>
    typeof inner === "string" ? inner.replaceAll("$1", value) : list(inner).map((each) => each.replaceAll("$1", value));
  return { ...one, ...Object.fromEntries(names.flatMap((name) => (name in one ? [[name, put(one[name])]] : []))) };
}

/** Each kind of rule: whether it holds for an element. */
const rules: Readonly<Record<string, (node: XmlNode, one: Case, now: string) => boolean>> = {
  atleast_one: (node, { paths }) => list(paths).some((path) => node.find(path).length > 0),
  no_more_than_one: (node, { paths }) => list(paths).flatMap((path) => valuesOf(node, path)).length <= 1,
  unique: (node, { paths }) => {
    const values = list(paths).flatMap((path) => valuesOf(node, path));
    return new Set(values).size === values.length;
  },
  startswith: (node, { paths, prefix, separator = "" }) => {
    const starts = list(prefix).flatMap((path) => valuesOf(node, path));
    return list(paths)
      .flatMap((path) => valuesOf(node, path))
      .every((value) => starts.some((start) => value.startsWith(`${start}${separator}`)));
  },
  no_spaces: (node, { paths }) =>
    list(paths)
      .flatMap((path) => valuesOf(node, path))
      .every((value) => value === value.trim()),
  regex_matches: (node, { paths, regex }) =>
    list(paths)
      .flatMap((path) => valuesOf(node, path))
      .every((value) => new RegExp(text(regex)).test(value)),
  if_then: (node, { if: given, then }) => !holds(node, text(given)) || holds(node, text(then)),
  range: (node, { paths, min, max }) =>
    list(paths)
      .flatMap((path) => valuesOf(node, path))
      .every((value) => Number(value) >= Number(min) && Number(value) <= Number(max ?? Number.POSITIVE_INFINITY)),
  strict_sum: (node, { paths, sum }) => {
    const values = list(paths).flatMap((path) => valuesOf(node, path));
    return values.length === 0 || values.reduce((total, value) => total + Number(value), 0) === sum;
  },
  date_now: (node, { date }, now) => valuesOf(node, text(date)).every((value) => value <= now),
  // "Any start date should be before the end date, or the same": the standard's documentation on dates.
  date_order: (node, { less, more }, now) => {
    const dates = (path: unknown) => (path === "NOW" ? [now] : valuesOf(node, text(path)));
    return dates(less).every((early) => dates(more).every((late) => early <= late));
  },
  one_or_all: (node, { one, all }) => {
    if (valuesOf(node, text(one)).length > 0) return true;
    const every: Readonly<Record<string, readonly [string, string]>> = {
      lang: [".//narrative", "@xml:lang"],
      currency: [".//value", "@currency"],
      sector: ["transaction", "sector"],
    };
    const [path, part] = every[text(all)] as readonly [string, string];
    return node.find(path).every((found) => valuesOf(found, part).length > 0);
  },
};

function holds(node: XmlNode, path: string): boolean {
  const found = node.eval(path);
  return Array.isArray(found) ? found.length > 0 : Boolean(found);
}

/** The text of each node that a path finds. */
function valuesOf(node: XmlNode, path: string): string[] {
  return node.find(path).map(({ content }) => content);
}
