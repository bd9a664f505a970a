import type { TiesAnswer } from "@trama/api/contract";
import type { Sheet } from "../sheet.ts";
import { countryName, type HowWords, howSheet, partText } from "./words.ts";

/** Ties by country and year: how many collectives have an active one at each level, and what share has which quality. */
export function tiesSheet({ ties }: TiesAnswer, words: HowWords): Sheet {
  return howSheet(
    words,
    [
      ...(["country", "year", "collectives", "active", "local", "national", "regional", "international"] as const),
      ...(["every-level", "functions", "used", "two-way", "several", "not-pi", "bonding"] as const),
    ],
    ties.map((row) => [
      countryName(words, row.country),
      row.year,
      row.collectives,
      row.active,
      row.levels.local ?? 0,
      row.levels.national ?? 0,
      row.levels.regional ?? 0,
      row.levels.international ?? 0,
      row.every_level,
      partText([Object.values(row.functions).filter((count) => count > 0).length, Object.keys(row.functions).length]),
      partText(row.used),
      partText(row.two_way),
      partText(row.held_by_several),
      partText(row.not_through_pi),
      partText(row.pairs_in_contact),
    ]),
  );
}

/** Active ties kept, gained and lost among the same collectives. */
export function tieChangesSheet({ changes }: TiesAnswer, words: HowWords): Sheet {
  return howSheet(
    words,
    ["country", "years", "matched", "kept", "gained", "lost", "unmatched"],
    changes.map((row) => [
      countryName(words, row.country),
      `${row.from}–${row.to}`,
      row.matched,
      row.kept,
      row.gained,
      row.lost,
      row.unmatched,
    ]),
  );
}

/** The network of active ties as a whole, in numbers only. */
export function networkSheet({ network }: TiesAnswer, words: HowWords): Sheet {
  return howSheet(
    words,
    ["year", "collectives", "allies", "active", "shared", "components", "largest", "isolated", "closed"],
    network.map((row) => [
      `${row.year}`,
      row.collectives,
      row.allies,
      row.ties,
      row.shared,
      row.components,
      row.largest,
      row.isolated,
      rounded(row.closed),
    ]),
  );
}

/** Where each collective stands among its allies and its peers. */
export function positionsSheet({ positions }: TiesAnswer, words: HowWords): Sheet {
  return howSheet(
    words,
    [
      ...(["collective", "country", "project", "year", "degree", "betweenness", "closeness", "eigenvector"] as const),
      ...(["peers", "clustering", "constraint"] as const),
    ],
    positions.map((row) => [
      row.collective,
      countryName(words, row.country),
      row.project,
      row.year,
      row.degree,
      rounded(row.betweenness),
      rounded(row.closeness),
      rounded(row.eigenvector),
      row.peers,
      rounded(row.clustering),
      rounded(row.constraint),
    ]),
  );
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);
