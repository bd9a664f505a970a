import type { Words } from "@trama/data/entry";
import type { Address, Issue } from "../step.ts";
import type { Rule } from "./rule.ts";

/** What to tell the sender about a place where a rule does not hold. */
export function issueOf(
  { id, severity, message, remedy }: Rule,
  at: Address,
  value: string | null,
  details: Readonly<Record<string, string | number>> = {},
): Issue {
  const say = (lang: keyof Words) => `${fill(message[lang], details)} ${remedy[lang]}`;
  return { ...at, rule: id, severity, value, message: { en: say("en"), es: say("es"), fr: say("fr") } };
}

function fill(template: string, details: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
