import { type FrameworkItem as Item, items, textOf, texts, traits, version } from "@trama/data/framework";
import type { FrameworkAnswer, FrameworkItem, FrameworkQuery, Lang } from "../contract/index.ts";

/** The measurement framework in one language, or some items of it, with all of its text or its labels and definitions alone. */
export function frameworkIn({ lang, text, item }: FrameworkQuery): Omit<FrameworkAnswer, "release"> {
  const words = texts[lang];
  const named = (entries: Readonly<Record<string, string>>) =>
    Object.entries(entries).map(([code, label]) => ({ code, label }));
  const labelled = (entries: Readonly<Record<string, { readonly label: string }>>) =>
    Object.entries(entries).map(([code, { label }]) => ({ code, label }));
  const ofKind = (kind: Item["kind"]) =>
    items
      .filter((one) => one.kind === kind && (item === undefined || item.includes(one.code)))
      .map((one) => itemIn(one, lang, text));
  return {
    version: version.version,
    status: version.status,
    source: `${version.source.authors.join(", ")} (${version.source.year}). ${version.source.title}. ISBN ${version.source.isbn}. ${version.source.licence}`,
    lang,
    reviewed: version.languages[lang].reviewed,
    dimensions: labelled(words.dimensions),
    subdimensions: labelled(words.subdimensions),
    levels: Object.entries(words.scores).map(([score, label]) => ({ score: Number(score), label })),
    missing: named(words.missing),
    results: ofKind("result"),
    actions: ofKind("action"),
    capacities: ofKind("capacity"),
    ties: ofKind("tie"),
    traits: traits.map(({ code, kind, label }) => ({ code, kind, label: label[lang] })),
  };
}

function itemIn(item: Item, lang: Lang, text: FrameworkQuery["text"]): FrameworkItem {
  const { label, short, definition, anchors, verification } = textOf(item.code, lang);
  const codes = (links: readonly { readonly code: string }[]) => links.map(({ code }) => code);
  const { code, kind, dimension, subdimension, links } = item;
  return {
    code,
    kind,
    dimension,
    subdimension,
    label,
    short,
    definition,
    ...(text === "all" ? { anchors: [...anchors], verification: [...verification] } : {}),
    links: { results: codes(links.results), actions: codes(links.actions), capacities: codes(links.capacities) },
  };
}
