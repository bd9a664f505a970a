import { countries, findCodelist, type Lang, languages, matchCountry, missingCodes } from "../../codelists/index.ts";
import { actionCodes, capacityCodes, tieCodes } from "../../framework/index.ts";
import { resultCodes } from "./result-texts.ts";

/** One line of a drop-down: what stands for it in our tables, and what the team picks. */
export interface Choice {
  readonly code: string | number;
  readonly shown: string | number;
}

/** First and last year that the period and year cells take. */
export const entryYears = { from: 2000, to: 2040 } as const;

const yesNo: Readonly<Record<Lang, readonly [yes: string, no: string]>> = {
  en: ["yes", "no"],
  es: ["sí", "no"],
  fr: ["oui", "non"],
};

const madeOnce = new Map<string, readonly Choice[]>();

/** The choices of a drop-down in one language, in the order in which they are offered. */
export function choicesOf(list: string, lang: Lang): readonly Choice[] {
  const key = `${list} ${lang}`;
  let choices = madeOnce.get(key);
  if (!choices) {
    choices = makeChoices(list, lang);
    madeOnce.set(key, choices);
  }
  return choices;
}

/** What a cell shows for a code of a list; anything the list does not know stands as it is. */
export function shownFor(list: string, lang: Lang, value: string | number): string | number {
  return choicesOf(list, lang).find(({ code }) => code === value)?.shown ?? value;
}

function makeChoices(list: string, lang: Lang): readonly Choice[] {
  switch (list) {
    case "country":
      return countryChoices(lang);
    case "result":
      return resultCodes.map((code) => ({ code, shown: code }));
    case "action":
      return actionCodes.map((code) => ({ code, shown: code }));
    case "capacity":
      return capacityCodes.map((code) => ({ code, shown: code }));
    case "framework-tie":
      return tieCodes.map((code) => ({ code, shown: code }));
    case "score":
      return [0, 1, 2, 3, 4, ...missingCodes.codes.map(({ code }) => code)].map((code) => ({ code, shown: code }));
    case "yes-no":
      return [
        { code: "yes", shown: yesNo[lang][0] },
        { code: "no", shown: yesNo[lang][1] },
      ];
    case "period":
      return periodChoices();
    default:
      return labelledChoices(list, lang);
  }
}

function labelledChoices(list: string, lang: Lang): readonly Choice[] {
  const codelist = findCodelist(list);
  if (!codelist) throw new Error(`The entry workbook has no list "${list}".`);
  return codelist.codes.map(({ code, label }) => ({ code, shown: label[lang] }));
}

/** Countries by name, each with its code where the name alone could mean another country. */
function countryChoices(lang: Lang): readonly Choice[] {
  return countries
    .map(({ alpha3, names }) => ({ code: alpha3, shown: matchCountry(names[lang]) ? names[lang] : alpha3 }))
    .sort((a, b) => a.shown.localeCompare(b.shown, lang));
}

/** Years are offered as numbers, because a year that somebody types becomes one. */
function periodChoices(): readonly Choice[] {
  const choices: Choice[] = [];
  for (let year = 2018; year <= 2032; year += 1) {
    for (const part of ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"]) {
      const code = `${year}${part}`;
      choices.push({ code, shown: part === "" ? year : code });
    }
  }
  return choices;
}

/** Guards against a language that a caller made up. */
export function assertLang(lang: string): asserts lang is Lang {
  if (!(languages as readonly string[]).includes(lang))
    throw new Error(`The entry workbook has no language "${lang}".`);
}
