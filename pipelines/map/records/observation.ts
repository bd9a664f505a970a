import type { Period } from "@trama/data/codelists";
import { findItem } from "@trama/data/framework";
import { tables } from "@trama/data/schema";
import type { Scored } from "../parse-field.ts";
import type { RecordMap } from "./record.ts";

export const observation: RecordMap = {
  table: tables.observation,
  needs: ["project", "country", "period"],
  identity: ["collective", "indicator", "period", "panel", "rater"],
  madeFrom: {
    collective: ["country", "collective"],
    indicator: ["result"],
    result: ["result"],
    dimension: ["result"],
    country: ["country"],
    project: ["project"],
    year: ["period"],
    period: ["period"],
    panel: ["panel"],
    rater: ["project", "rater"],
    score: ["score"],
    missing: ["score"],
    evidence: ["evidence"],
    tested: ["tested"],
    noted: ["note"],
    version: ["version"],
  },
  toRow: (values, { project, country, period, version }, place, { report, learnedAt, pseudonym }) => {
    const { code, year } = period as Period;
    const { score, missing } = values.score as Scored;
    const result = String(values.result);
    const collective = pseudonym("collective", String(country), String(values.collective));
    return {
      collective,
      indicator: result,
      result,
      dimension: findItem(result)?.dimension ?? null,
      country,
      project,
      year,
      period: code,
      panel: values.panel ?? "accepted",
      rater:
        values.rater === null || values.rater === undefined
          ? null
          : pseudonym("rater", String(project), String(values.rater)),
      score,
      missing,
      measure: null,
      numerator: null,
      denominator: null,
      value: null,
      baseline: null,
      target: null,
      evidence: values.evidence ?? null,
      tested: values.tested ?? null,
      noted: (values.note ?? null) !== null,
      flags: null,
      revision: 1,
      version: version ?? 1,
      report,
      ...place,
      learned_at: learnedAt,
    };
  },
};
