import type { Words } from "@trama/data/entry";
import type { Address, Issue } from "../step.ts";
import type { Rule } from "./rule.ts";

/** Words of rules that fill nothing in: a file can break one on every row, and need not hold them a thousand times. */
const plain = new Map<string, Words>();

/** What to tell the sender about a place where a rule does not hold. */
export function issueOf(
  rule: Rule,
  at: Address,
  value: string | null,
  details?: Readonly<Record<string, string | number>>,
): Issue {
  const { id, severity } = rule;
  return { ...at, rule: id, severity, value, message: details ? wordsOf(rule, details) : plainWords(rule) };
}

function plainWords(rule: Rule): Words {
  const known = plain.get(rule.id);
  if (known) return known;
  const words = wordsOf(rule, {});
  plain.set(rule.id, words);
  return words;
}

function wordsOf({ message, remedy }: Rule, details: Readonly<Record<string, string | number>>): Words {
  const say = (lang: keyof Words) => `${fill(message[lang], details)} ${remedy[lang]}`;
  return { en: say("en"), es: say("es"), fr: say("fr") };
}

function fill(template: string, details: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
