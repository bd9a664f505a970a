import type { Fault } from "../../step.ts";
import { childOf, childrenOf, type XmlNode } from "../xml/tree.ts";
import { faultsOf, type Version } from "./shape.ts";

/** An activity as far as its results need it. */
export interface Activity {
  readonly identifier: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly country: string | null;
  readonly status: string | null;
  readonly results: readonly XmlNode[];
  readonly path: string;
}

/** One figure as filed: a target and an actual of the same breakdown, with the baseline of that breakdown. */
export interface ResultRow {
  readonly values: Readonly<Record<string, string | null>>;
  readonly path: string;
  readonly faults: readonly Fault[];
}

/**
 * A row for each pair of target and actual that speak of the same dimensions and locations of a period. Every actual,
 * every target and every baseline appears; a baseline stands on each row of its breakdown, or alone where there is none.
 */
export function* resultRows(activity: Activity, version: Version | undefined): Generator<ResultRow> {
  for (const result of activity.results) {
    const faults = faultsOf(result, version);
    const shared = {
      publisher: activity.publisher,
      activity: activity.identifier,
      country: activity.country,
      result_type: result.attributes.type ?? null,
      result_title: narrativeOf(childOf(result, "title")),
    };
    const indicators = childrenOf(result, "indicator");
    const ofResult = faults.filter((fault) => !indicators.some((indicator) => isOf(indicator, fault)));
    if (indicators.length === 0) yield { values: shared, path: result.path, faults: ofResult };
    for (const [index, indicator] of indicators.entries()) {
      const own = faults.filter((fault) => isOf(indicator, fault));
      let waiting = index === 0 ? [...ofResult, ...own] : own;
      for (const { values, path } of indicatorRows(indicator)) {
        yield { values: { ...shared, ...values }, path, faults: waiting };
        waiting = [];
      }
    }
  }
}

/** Whether a fault was found at an element or in it. */
function isOf({ path: element }: XmlNode, { path }: Fault): boolean {
  return path.startsWith(element) && (path.length === element.length || path[element.length] === "/");
}

interface Values {
  readonly values: Readonly<Record<string, string | null>>;
  readonly path: string;
}

function* indicatorRows(indicator: XmlNode): Generator<Values> {
  const references = childrenOf(indicator, "reference").map(({ attributes }) => attributes);
  const shared = {
    indicator: narrativeOf(childOf(indicator, "title")),
    titles: languagesOf(childOf(indicator, "title")),
    item: references.find(({ vocabulary }) => vocabulary === "99")?.code ?? null,
    measure: indicator.attributes.measure ?? null,
  };
  const baselines = childrenOf(indicator, "baseline");
  const used = new Set<XmlNode>();
  let rows = 0;
  for (const period of childrenOf(indicator, "period")) {
    const dates = {
      period_start: dateOf(childOf(period, "period-start")),
      period_end: dateOf(childOf(period, "period-end")),
    };
    for (const { target, actual, baseline } of paired(
      childrenOf(period, "target"),
      childrenOf(period, "actual"),
      baselines,
    )) {
      if (baseline) used.add(baseline);
      const said = actual ?? target;
      rows += 1;
      yield {
        values: {
          ...shared,
          ...dates,
          ...figure("baseline", baseline),
          ...figure("target", target),
          ...figure("actual", actual),
          ...breakdownOf(said ?? baseline),
        },
        path: (said ?? period).path,
      };
    }
  }
  for (const baseline of baselines.filter((node) => !used.has(node))) {
    rows += 1;
    yield { values: { ...shared, ...figure("baseline", baseline), ...breakdownOf(baseline) }, path: baseline.path };
  }
  if (rows === 0) yield { values: shared, path: indicator.path };
}

interface Pair {
  readonly target?: XmlNode | undefined;
  readonly actual?: XmlNode | undefined;
  readonly baseline?: XmlNode | undefined;
}

/** Pairs by equal breakdown, in the order of the file where a breakdown stands more than once. */
function paired(targets: readonly XmlNode[], actuals: readonly XmlNode[], baselines: readonly XmlNode[]): Pair[] {
  const breakdowns = [...new Set([...targets, ...actuals].map(breakdownKey))];
  if (breakdowns.length === 0) return [{ baseline: baselines.length === 1 ? baselines[0] : undefined }];
  return breakdowns.flatMap((key) => {
    const [t, a, b] = [targets, actuals, baselines].map((nodes) =>
      nodes.filter((node) => breakdownKey(node) === key),
    ) as [XmlNode[], XmlNode[], XmlNode[]];
    return Array.from({ length: Math.max(t.length, a.length) }, (_, index) => ({
      target: t[index],
      actual: a[index],
      baseline: b[Math.min(index, b.length - 1)],
    }));
  });
}

function breakdownKey(node: XmlNode): string {
  const { disaggregation, location } = breakdownOf(node);
  return `${disaggregation}|${location}`;
}

function breakdownOf(node: XmlNode | undefined) {
  if (!node) return { disaggregation: null, location: null };
  const dimensions = childrenOf(node, "dimension").map(
    ({ attributes }) => `${attributes.name ?? ""}: ${attributes.value ?? ""}`,
  );
  const locations = childrenOf(node, "location").map(({ attributes }) => attributes.ref ?? "");
  return { disaggregation: dimensions.sort().join("; ") || null, location: locations.sort().join("; ") || null };
}

/** A figure's value as filed; where there is none, the words of its comment, which is how statements are reported. */
function figure(part: "baseline" | "target" | "actual", node: XmlNode | undefined): Record<string, string | null> {
  if (!node) return { [part]: null };
  const value = node.attributes.value?.trim() || narrativeOf(childOf(node, "comment"));
  return part === "baseline" ? { baseline: value, baseline_year: node.attributes.year ?? null } : { [part]: value };
}

/** The dimensions of all figures, each with the figure it belongs to. */
export function* dimensionRows(activity: Activity): Generator<Values> {
  for (const result of activity.results)
    for (const indicator of childrenOf(result, "indicator")) {
      const shared = {
        publisher: activity.publisher,
        activity: activity.identifier,
        indicator: narrativeOf(childOf(indicator, "title")),
      };
      for (const baseline of childrenOf(indicator, "baseline")) yield* dimensionsOf(baseline, shared);
      for (const period of childrenOf(indicator, "period")) {
        const dates = {
          period_start: dateOf(childOf(period, "period-start")),
          period_end: dateOf(childOf(period, "period-end")),
        };
        for (const part of ["target", "actual"])
          for (const node of childrenOf(period, part)) yield* dimensionsOf(node, { ...shared, ...dates });
      }
    }
}

function* dimensionsOf(node: XmlNode, shared: Values["values"]): Generator<Values> {
  for (const { attributes, path } of childrenOf(node, "dimension"))
    yield {
      values: {
        ...shared,
        part: node.name,
        figure: node.attributes.value ?? null,
        name: attributes.name ?? null,
        value: attributes.value ?? null,
      },
      path,
    };
}

function dateOf(node: XmlNode | undefined): string | null {
  return node?.attributes["iso-date"] ?? null;
}

/** The first text of an element: its first narrative since version 2, its own text before. */
export function narrativeOf(node: XmlNode | undefined): string | null {
  if (!node) return null;
  const narratives = childrenOf(node, "narrative").map(({ text }) => text.trim());
  return narratives.find((text) => text !== "") ?? (node.text.trim() || null);
}

/** All texts of an element by language, as JSON; the activity's own language goes by "". */
function languagesOf(node: XmlNode | undefined): string | null {
  if (!node) return null;
  const texts: Record<string, string> = {};
  for (const { attributes, text } of [node, ...childrenOf(node, "narrative")]) {
    const language = attributes["xml:lang"] ?? "";
    if (text.trim() !== "")
      texts[language] = texts[language] === undefined ? text.trim() : `${texts[language]} / ${text.trim()}`;
  }
  return Object.keys(texts).length === 0 ? null : JSON.stringify(texts);
}
