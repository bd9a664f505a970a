import type { ReachAnswer } from "@trama/api/contract";
import type { MessageId } from "../../locales/messages.ts";
import type { Sheet } from "../sheet.ts";
import { countryName, type HowWords, howSheet } from "./words.ts";

/** Which collectives are reached, by what they are told apart by. */
export function reachSheet({ reach }: ReachAnswer, words: HowWords): Sheet {
  const { t } = words.translator;
  const memberName = (attribute: string, member: string) => {
    if (attribute === "years_accompanied" && member !== "unknown") return member;
    const id = attribute === "type" ? `type.${member}` : `how.member.${member}`;
    return t(id as MessageId);
  };
  return howSheet(
    words,
    ["country", "year", "attribute", "member", "collectives"],
    reach.map(({ country, year, attribute, member, collectives }) => [
      countryName(words, country),
      year,
      t(`how.attribute.${attribute as "all"}`),
      memberName(attribute, member),
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
