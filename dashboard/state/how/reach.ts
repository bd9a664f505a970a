import type { ReachAnswer } from "@trama/api/contract";
import type { MessageId } from "../../locales/messages.ts";
import type { Sheet } from "../sheet.ts";
import { countryName, type HowWords, howSheet } from "./words.ts";

/** Which collectives are reached, by what they are told apart by. */
export function reachSheet({ reach }: ReachAnswer, words: HowWords): Sheet {
  const { t } = words.translator;
  return howSheet(
    words,
    ["country", "year", "attribute", "member", "collectives"],
    inOrder(reach).map(({ country, year, attribute, member, collectives }) => [
      countryName(words, country),
      year,
      t(`how.attribute.${attribute as "all"}`),
      memberName(attribute, member, words),
      collectives,
    ]),
  );
}

/** The years of each grant: long-term and short-term ones told apart. */
export function grantsSheet({ grants }: ReachAnswer, words: HowWords): Sheet {
  const { t } = words.translator;
  return howSheet(
    words,
    ["grant", "funder", "project", "term", "years", "year", "collectives"],
    grants.map((row) => [
      row.grant_code,
      row.funder,
      row.project,
      t(`how.term.${(row.term ?? "unknown") as "long"}`),
      `${row.year_from}–${row.year_to}`,
      row.year,
      row.collectives,
    ]),
  );
}

/** The name of a category of an attribute. */
export function memberName(attribute: string, member: string, { translator: { t } }: HowWords): string {
  if (attribute === "years_accompanied" && member !== "unknown") return member;
  const id = attribute === "type" ? `type.${member}` : `how.member.${member}`;
  return t(id as MessageId);
}

const attributes = ["all", "type", "formality", "setting", "women_led", "youth_led", "years_accompanied"];
const spans = ["0-1", "2-4", "5-9", "10+"];

/** By country and year, attributes and spans of years in an order that can be read, what is not known last. */
export function inOrder(reach: ReachAnswer["reach"]): ReachAnswer["reach"] {
  const rank = ({ attribute, member }: ReachAnswer["reach"][number]) =>
    attributes.indexOf(attribute) * 100 + (member === "unknown" ? 99 : spans.indexOf(member) + 1);
  return [...reach].sort(
    (a, b) =>
      a.country.localeCompare(b.country) || a.year - b.year || rank(a) - rank(b) || a.member.localeCompare(b.member),
  );
}
