import { access } from "node:fs/promises";
import { all, openReader } from "@trama/data/store";

/** A day of the year, as reports of a year are due on it the year after. */
export interface DueDay {
  readonly month: number;
  readonly day: number;
}

/** The end of March: a quarter after the year that is reported. */
export const usualDueDay: DueDay = { month: 3, day: 31 };

/** A report that a project owes: overdue from the day after it is due. */
export interface ReportDue {
  readonly project: string;
  readonly country: string;
  readonly year: number;
  /** ISO 8601 date. */
  readonly due: string;
  readonly state: "overdue" | "upcoming";
}

/**
 * Reports not yet filed, by due date: of each year that a grant funds a project, up to the year of `now`; and of a
 * project whose funding nobody stated, each year after its first in which others reported.
 */
export async function reportsDue(working: string, now: Date, by: DueDay = usualDueDay): Promise<ReportDue[]> {
  const present = await access(working).then(
    () => true,
    () => false,
  );
  if (!present) return [];
  const store = await openReader(working);
  const connection = await store.connect();
  try {
    const open = await all<Pick<ReportDue, "project" | "country" | "year">>(
      connection,
      `WITH filed AS (SELECT DISTINCT project, year FROM observation),
         known AS (
           SELECT project, any_value(country ORDER BY learned_at DESC) AS country FROM (
             SELECT project, country, learned_at FROM project UNION ALL SELECT project, country, learned_at FROM funding
             UNION ALL SELECT project, country, learned_at FROM observation) GROUP BY project),
         funded AS (
           SELECT DISTINCT project, unnest(range(year_from, least(year_to, ${now.getUTCFullYear()}) + 1))::INTEGER AS year FROM funding),
         unstated AS (
           SELECT f.project, y.year FROM (SELECT project, min(year) AS first FROM filed GROUP BY project) f, (SELECT DISTINCT year FROM filed) y
           WHERE y.year > f.first AND f.project NOT IN (SELECT project FROM funding))
       SELECT project, country, year::INTEGER AS year FROM (SELECT * FROM funded UNION SELECT * FROM unstated) JOIN known USING (project)
       WHERE (project, year) NOT IN (SELECT (project, year) FROM filed) ORDER BY year, project`,
    );
    const today = now.toISOString().slice(0, 10);
    return open.map((one) => {
      const due = new Date(Date.UTC(one.year + 1, by.month - 1, by.day)).toISOString().slice(0, 10);
      return { ...one, due, state: due < today ? "overdue" : "upcoming" };
    });
  } finally {
    connection.closeSync();
    store.close();
  }
}
