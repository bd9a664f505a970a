import type { ReachAnswer, ReachFigure } from "@trama/api/contract";
import { inOrder, memberName } from "./reach.ts";
import { countScale, partOf, type StackSeries } from "./stacks.ts";
import { countryName, type HowWords, underHeadings } from "./words.ts";

/** Who is reached: so many collectives of each category, of all that were reported in the year. */
export function reachBars({ reach }: ReachAnswer, words: HowWords): StackSeries {
  const { t } = words.translator;
  const all = new Map(reach.flatMap((row) => (row.attribute === "all" ? [[placeOf(row), row.collectives]] : [])));
  const several = all.size > 1;
  const divided = inOrder(reach).filter(({ attribute }) => attribute !== "all");
  return countScale(
    underHeadings(divided, (row) =>
      [
        ...(several ? [`${countryName(words, row.country)} ${row.year}`] : []),
        t(`how.attribute.${row.attribute as "all"}`),
      ].join(" · "),
    ).map(({ label, rows }) => ({
      label,
      lines: rows.map((row) => {
        const n = all.get(placeOf(row)) ?? row.collectives;
        const name = memberName(row.attribute, row.member, words);
        return {
          key: `${placeOf(row)} ${row.attribute} ${row.member}`,
          label: name,
          parts: partOf(row.collectives, n, row.member === "unknown" ? 1 : 3),
          text: `${row.collectives}/${n}`,
          describe: [
            `${countryName(words, row.country)} ${row.year}`,
            `${t(`how.attribute.${row.attribute as "all"}`)}: ${name}`,
            t("how.have", { count: row.collectives, n }),
          ].join(" · "),
        };
      }),
    })),
  );
}

/** From when to when each grant runs, those of long term apart from those of short term. */
export function grantBars({ grants }: ReachAnswer, words: HowWords): StackSeries {
  const { t } = words.translator;
  const latest = new Map(grants.map((row) => [`${row.grant_code} ${row.project}`, row]));
  const rows = [...latest.values()].sort((a, b) => (a.term ?? "z").localeCompare(b.term ?? "z"));
  const from = Math.min(...rows.map(({ year_from }) => year_from));
  const to = Math.max(...rows.map(({ year_to }) => year_to)) + 1;
  const groups = new Map<string, typeof rows>();
  for (const row of rows) groups.set(row.term ?? "unknown", [...(groups.get(row.term ?? "unknown") ?? []), row]);
  return {
    groups: [...groups].map(([term, rows]) => ({
      label: t(`how.term.${term as "long"}`),
      lines: rows.map((row) => ({
        key: `${row.grant_code} ${row.project}`,
        label: `${row.grant_code} · ${row.project}`,
        parts: [
          { from: row.year_from, to: row.year_to + 1, tone: term === "long" ? 3 : term === "short" ? 2 : 1, text: "" },
        ],
        text: `${row.collectives}`,
        describe: [
          `${row.grant_code} (${row.funder})`,
          row.project,
          t(`how.term.${term as "long"}`),
          row.year_from === row.year_to ? `${row.year_from}` : `${row.year_from}–${row.year_to}`,
          `${row.year}: ${t("how.n", { n: row.collectives })}`,
        ].join(" · "),
      })),
    })),
    domain: rows.length === 0 ? [0, 1] : [from, to],
    ticks: yearsBetween(from, to),
  };
}

function yearsBetween(from: number, to: number): number[] {
  const step = Math.max(1, Math.ceil((to - from) / 8));
  return Number.isFinite(from)
    ? Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step)
    : [];
}

const placeOf = ({ country, year }: ReachFigure) => `${country} ${year}`;
