import type { Base } from "./base.ts";

/** Something that can be searched for and gone to. */
export interface Hit {
  readonly kind: "country" | "region" | "result";
  readonly code: string;
  readonly name: string;
  /** Address without the language. */
  readonly href: string;
}

interface Entry extends Hit {
  readonly text: string;
}

/** Countries, regions and results that hold every word asked for, in any of their languages; the best first. */
export function search(question: string, base: Base): Hit[] {
  const words = fold(question).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const score = ({ text, name, code }: Entry) =>
    words.every((word) => fold(code) === word)
      ? 0
      : words.every((word) => fold(name).startsWith(word))
        ? 1
        : text.includes(words.join(" "))
          ? 2
          : 3;
  return entries(base)
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map((entry) => ({ entry, at: score(entry) }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry: { text: _, ...hit } }) => hit);
}

function entries({ countries, framework, lang }: Base): Entry[] {
  const named = (name: Readonly<Record<string, string>>) => name[lang] ?? name.en ?? "";
  return [
    ...countries.countries.map(({ country, name }) => ({
      kind: "country" as const,
      code: country,
      name: named(name),
      href: `/country/${country}`,
      text: fold([country, ...Object.values(name)].join(" ")),
    })),
    ...countries.regions.map(({ region, name }) => ({
      kind: "region" as const,
      code: region,
      name: named(name),
      href: `/compare?by=region&region=${region}`,
      text: fold([region, ...Object.values(name)].join(" ")),
    })),
    ...framework.results.map(({ code, label, short, definition }) => ({
      kind: "result" as const,
      code,
      name: label,
      href: `/result/${code}`,
      text: fold([code, label, short, definition].join(" ")),
    })),
  ];
}

/** Letters without their accents, small: what a reader types on whatever keyboard. */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
