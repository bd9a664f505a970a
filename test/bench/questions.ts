import { firstYear, years } from "./observations.ts";

/** The four questions of a roll-up, asked of the scores themselves: text that every engine here understands alike. */
export const rawQuestions = {
  cells: `SELECT result, country, year, count(score) AS n, count(*) FILTER (WHERE score >= 3) AS k
    FROM score GROUP BY result, country, year`,
  distribution: `SELECT country, year, score, count(*) AS n
    FROM score WHERE result = 'ST1' AND score IS NOT NULL GROUP BY country, year, score`,
  change: `SELECT b.country, count(*) AS n, count(*) FILTER (WHERE a.score < 3 AND b.score >= 3) AS gained, count(*) FILTER (WHERE a.score >= 3 AND b.score < 3) AS lost
    FROM score a JOIN score b ON a.result = b.result AND a.collective = b.collective
    WHERE a.result = 'ST1' AND b.result = 'ST1' AND a.year = ${firstYear + years - 2} AND b.year = ${firstYear + years - 1} AND a.score IS NOT NULL AND b.score IS NOT NULL GROUP BY b.country`,
  progress: `SELECT e.project, count(*) AS n, count(*) FILTER (WHERE a.score < 3 AND b.score >= 3) AS reached
    FROM (SELECT collective, project, min(year) AS y0, max(year) AS y1 FROM score WHERE result = 'ST1' AND score IS NOT NULL GROUP BY collective, project HAVING min(year) < max(year)) e
    JOIN score a ON a.result = 'ST1' AND a.collective = e.collective AND a.year = e.y0
    JOIN score b ON b.result = 'ST1' AND b.collective = e.collective AND b.year = e.y1 GROUP BY e.project`,
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

export type Kind = keyof typeof rawQuestions;
export const kinds = Object.keys(rawQuestions) as Kind[];

/** The same rows in the same order, however an engine writes and orders them. */
export function ordered(lines: readonly string[]): string[] {
  return [...lines].sort();
}
