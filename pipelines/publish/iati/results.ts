import { collectiveTypes, findCountry, languages } from "@trama/data/codelists";
import { type ResultCode, results } from "@trama/data/framework";
import { type Element, element, narratives } from "./element.ts";
import { type Statement, statementsIndicator } from "./statements.ts";
import {
  definition,
  medianComment,
  medianTitle,
  percent,
  resultTitle,
  type Share,
  shareComment,
  shareTitle,
  statementsTitle,
  targetComment,
} from "./words.ts";

/** A published cell of a result: its year, and what divides it from the whole. */
export interface Figure extends Share {
  readonly result: ResultCode;
  readonly year: number;
  readonly country: string | null;
  readonly type: string | null;
}

/** A share meant to be reached, 0-1. */
export interface Target {
  readonly result: ResultCode;
  readonly year: number;
  readonly share: number;
}

/** What the results of an activity are made of. */
export interface Measured {
  readonly figures: readonly Figure[];
  readonly targets: readonly Target[];
  /** Outcome statements that people cleared. */
  readonly statements: readonly Statement[];
  /** Where our own codes are explained. */
  readonly vocabulary: string;
  /** Whether countries divide the figures (in a grant) or the activity lies in one. */
  readonly byCountry: boolean;
}

/**
 * The results that figures, targets or cleared statements tell of: the share in place, the median where it is a single
 * score, and the statements in words.
 */
export function resultElements(measured: Measured): Element[] {
  const told = results.flatMap(({ code }) => {
    const figures = measured.figures.filter(({ result }) => result === code);
    const targets = measured.targets.filter(({ result }) => result === code);
    const statements = measured.statements.filter(({ result }) => result === code);
    const words = statementsIndicator(code, statements, measured.vocabulary);
    if (figures.length + targets.length === 0 && words === null) return [];
    const medians = figures.filter(({ median_lo, median_hi }) => median_lo !== null && median_lo === median_hi);
    const counted = figures.length + targets.length > 0;
    const shares = indicator("2", code, shareTitle(code), figures, targets, measured, {
      said: ({ share_lo, share_hi }) => percent((share_lo + share_hi) / 2),
      comment: shareComment,
    });
    const scores = indicator("4", code, medianTitle(code), medians, [], measured, {
      said: ({ median_lo }) => String(median_lo),
      comment: (figure) => medianComment(code, figure),
    });
    const title = narratives("title", resultTitle(code));
    return [
      element(
        "result",
        { type: "2", "aggregation-status": false },
        title,
        counted ? shares : null,
        medians.length > 0 ? scores : null,
        words,
      ),
    ];
  });
  const others = measured.statements.filter(({ result }) => result === null);
  const words = statementsIndicator(null, others, measured.vocabulary);
  if (words === null) return told;
  const title = narratives("title", statementsTitle(null));
  return [...told, element("result", { type: "2", "aggregation-status": false }, title, words)];
}

interface Reading {
  readonly said: (figure: Figure) => string;
  readonly comment: (figure: Figure) => Parameters<typeof narratives>[1];
}

function indicator(
  measure: string,
  result: ResultCode,
  title: Parameters<typeof narratives>[1],
  figures: readonly Figure[],
  targets: readonly Target[],
  { vocabulary, byCountry }: Measured,
  { said, comment }: Reading,
): Element {
  const part = (name: string, figure: Figure, extra: Element["attributes"] = {}) =>
    element(
      name,
      { ...extra, value: said(figure) },
      ...dimensionsOf(figure, byCountry),
      narratives("comment", comment(figure)),
    );
  const first = figures.find((figure) => isWhole(figure, byCountry));
  const years = [...new Set([...figures, ...targets].map(({ year }) => year))].sort();
  const periods = years.flatMap((year) => {
    const now = figures.filter((figure) => figure.year === year && figure !== first);
    const due = targets.filter((target) => target.year === year);
    if (now.length + due.length === 0) return [];
    return [
      element(
        "period",
        {},
        element("period-start", { "iso-date": `${year}-01-01` }),
        element("period-end", { "iso-date": `${year}-12-31` }),
        ...due.map(({ share }) =>
          element("target", { value: percent(Math.round(share * 10) / 10) }, narratives("comment", targetComment)),
        ),
        ...now.map((figure) => part("actual", figure)),
      ),
    ];
  });
  return element(
    "indicator",
    { measure, ascending: true, "aggregation-status": false },
    narratives("title", title),
    narratives("description", definition(result)),
    element("reference", { vocabulary: "99", code: result, "indicator-uri": `${vocabulary}#${result}` }),
    first ? part("baseline", first, { year: first.year, "iso-date": `${first.year}-12-31` }) : null,
    ...periods,
  );
}

function isWhole({ country, type }: Figure, byCountry: boolean): boolean {
  return type === null && (!byCountry || country === null);
}

/** What divides a figure from the whole of its activity, as IATI dimensions; both names are in English, as in the file's language. */
function dimensionsOf({ country, type }: Figure, byCountry: boolean): Element[] {
  const [lang] = languages;
  const dimensions: Element[] = [];
  if (byCountry && country !== null)
    dimensions.push(element("dimension", { name: "country", value: findCountry(country)?.names[lang] ?? country }));
  if (type !== null)
    dimensions.push(
      element("dimension", { name: "collective type", value: collectiveTypes.labelOf(type as never, lang) }),
    );
  return dimensions;
}
