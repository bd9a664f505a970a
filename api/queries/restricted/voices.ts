import { type Panel, panels } from "@trama/data/codelists";
import type { Score } from "@trama/data/framework";
import { krippendorffAlpha, middleOf, voiceGap } from "@trama/data/statistics";
import { sql } from "kysely";
import type { VoiceFigure, VoicesQuery } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { bandOf, fits, groupBy, periodEnd } from "./narrowed.ts";

interface Heard {
  readonly collective: string;
  readonly result: string;
  readonly country: string;
  readonly year: number;
  readonly panel: Panel;
  readonly score: Score;
}

/** What the panels of the same collectives say of each result, side by side: never averaged into one another. */
export async function findVoices(rows: ScopedDb, asked: Omit<VoicesQuery, "format">): Promise<VoiceFigure[]> {
  const query = sql<Heard>`(
    SELECT collective, result, country, year, panel, score FROM observation
    WHERE ${fits(asked, ["result", asked.result])} AND result IS NOT NULL AND panel <> 'accepted' AND score IS NOT NULL
    QUALIFY row_number() OVER (
      PARTITION BY collective, result, year, panel ORDER BY ${periodEnd} DESC, revision DESC, rater NULLS FIRST) = 1
    ORDER BY result, country, year, collective, panel
  )`;
  const found = (await rows.selectFrom(query.as("heard")).selectAll().execute()) as Heard[];
  return groupBy(found, ({ result, country, year }) => `${result} ${country} ${year}`).map(voiceFigure);
}

function voiceFigure(heard: readonly Heard[]): VoiceFigure {
  const { result, country, year } = heard[0] as Heard;
  const units = groupBy(heard, ({ collective }) => collective);
  const spreads = units.flatMap((unit) => {
    const gap = voiceGap(Object.fromEntries(unit.map(({ panel, score }) => [panel, score])));
    return gap.kind === "value" ? [gap] : [];
  });
  const lowest = (panel: Panel) => spreads.filter((spread) => spread.gap > 0 && spread.lowest.includes(panel)).length;
  const codes = panels.codes.map(({ code }) => code);
  const agreement = krippendorffAlpha(
    codes.map((code) => units.map((unit) => unit.find(({ panel }) => panel === code)?.score ?? null)),
  );
  return {
    result,
    country,
    year,
    panels: Object.fromEntries(
      codes.flatMap((code) => {
        const scores = heard.flatMap(({ panel, score }) => (panel === code ? [score] : []));
        return scores.length === 0 ? [] : [[code, { n: scores.length, median: bandOf(middleOf(scores)) }]];
      }),
    ),
    compared: spreads.length,
    gaps: [0, 1, 2, 3, 4].map((levels) => spreads.filter(({ gap }) => gap === levels).length),
    women_lowest: lowest("women"),
    youth_lowest: lowest("youth"),
    agreement: agreement.kind === "value" ? agreement.alpha : null,
  };
}
