import { resultCodes } from "@trama/data/framework";
import { countries, firstYear, years } from "./observations.ts";

const lastYear = firstYear + years - 1;

/** Questions of all results to the scores themselves, in text that every engine here understands alike. */
export const wideQuestions = {
  cells: `SELECT result, country, year, count(score) AS n, count(*) FILTER (WHERE score >= 3) AS k
    FROM score GROUP BY result, country, year`,
  distribution: `SELECT country, year, score, count(*) AS n
    FROM score WHERE result = 'ST1' AND score IS NOT NULL GROUP BY country, year, score`,
  change: `SELECT b.result, b.country, count(*) AS n, count(*) FILTER (WHERE a.score < 3 AND b.score >= 3) AS gained, count(*) FILTER (WHERE a.score >= 3 AND b.score < 3) AS lost
    FROM score a JOIN score b ON a.result = b.result AND a.collective = b.collective
    WHERE a.year = ${lastYear - 1} AND b.year = ${lastYear} AND a.score IS NOT NULL AND b.score IS NOT NULL GROUP BY b.result, b.country`,
  progress: `SELECT e.result, e.project, count(*) AS n, count(*) FILTER (WHERE a.score < 3 AND b.score >= 3) AS reached
    FROM (SELECT result, collective, project, min(year) AS y0, max(year) AS y1 FROM score WHERE score IS NOT NULL GROUP BY result, collective, project HAVING min(year) < max(year)) e
    JOIN score a ON a.result = e.result AND a.collective = e.collective AND a.year = e.y0
    JOIN score b ON b.result = e.result AND b.collective = e.collective AND b.year = e.y1 GROUP BY e.result, e.project`,
} as const;

/**
 * What the questions are asked of: `raw`, the observations of a release as they were accepted, of which each takes the last
 * revision; or `derived`, the scores that publishing made of them, sorted, which is the first of the roll-ups.
 */
export const askedOf = {
  raw: `SELECT collective, result, country, project, year, score FROM observation WHERE result IS NOT NULL AND panel = 'accepted'
    QUALIFY row_number() OVER (PARTITION BY collective, result, year ORDER BY revision DESC) = 1`,
  derived: "SELECT collective, result, country, project, year, score FROM year_score",
} as const;

export type Kind = keyof typeof wideQuestions;
export const kinds = Object.keys(wideQuestions) as Kind[];

/** A question as a reader's view asks it of the platform. */
export type Question =
  | { readonly kind: "public"; readonly address: string }
  /** A manager's of one country: where its projects stand. */
  | { readonly kind: "progress"; readonly country: string };

const pairs = resultCodes.flatMap((one, at) => resultCodes.slice(at + 1).map((other) => [one, other] as const));

/** The same question to the platform and, in SQL, to the scores; another one each turn, for some hundreds of turns. */
export function sameQuestion(kind: Kind, turn: number): { readonly ours: Question; readonly sql: string } {
  const two = pairs[turn % pairs.length] as (typeof pairs)[number];
  const results = `result IN (${two.map((code) => `'${code}'`).join(", ")})`;
  const from = firstYear + (turn % (years - 1));
  const asked = (path: string) => ({ kind: "public", address: `/v1/${path}` }) as const;
  const [scored, inPlace] = ["score IS NOT NULL", "score >= 3"];
  switch (kind) {
    case "cells": {
      // Eight years, then nine, then ten.
      const since = firstYear + 2 - (Math.floor(turn / pairs.length) % 3);
      return {
        ours: asked(`cells?by=country&result=${two.join("~")}&time=${since}..${lastYear}`),
        sql: `SELECT result, country, year, count(score) AS n, count(*) FILTER (WHERE ${inPlace}) AS k
          FROM score WHERE ${results} AND year >= ${since} GROUP BY result, country, year`,
      };
    }
    case "distribution":
      return {
        ours: asked(`distribution?by=country&result=${two.join("~")}&time=${from}..${from + 1}`),
        sql: `SELECT result, country, year, if(score < 2, 0, least(score, 3)) AS score_from, count(*) AS k
          FROM score WHERE ${results} AND year BETWEEN ${from} AND ${from + 1} AND ${scored} GROUP BY ALL`,
      };
    case "change":
      return {
        ours: asked(`change?by=country&result=${two.join("~")}&from=${from}&to=${from + 1}`),
        sql: `SELECT b.result, b.country, count(*) AS n, count(*) FILTER (WHERE a.${inPlace}) AS before, count(*) FILTER (WHERE b.${inPlace}) AS after
          FROM score a JOIN score b ON a.result = b.result AND a.collective = b.collective
          WHERE a.${results} AND b.${results} AND a.year = ${from} AND b.year = ${from + 1} AND a.${scored} AND b.${scored} GROUP BY b.result, b.country`,
      };
    case "progress": {
      const country = countries[turn % countries.length] as string;
      return {
        ours: { kind: "progress", country },
        sql: `SELECT result, project, count(*) AS n, count(*) FILTER (WHERE baseline >= 3) AS before, count(*) FILTER (WHERE latest >= 3) AS after
          FROM (SELECT result, collective, project, min_by(score, year) AS baseline, max_by(score, year) AS latest FROM score
            WHERE country = '${country}' AND ${scored} GROUP BY result, collective, project HAVING min(year) < max(year))
          GROUP BY result, project`,
      };
    }
  }
}

/** The same rows in the same order, however an engine writes and orders them. */
export function ordered(lines: readonly string[]): string[] {
  return [...lines].sort();
}
