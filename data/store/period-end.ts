/** SQL that orders the periods of a year by their end, an annual one last. */
export const periodEnd =
  "CASE WHEN period LIKE '%-H_' THEN right(period, 1)::INTEGER * 6.0 WHEN period LIKE '%-Q_' THEN right(period, 1)::INTEGER * 3.0 ELSE 12.5 END";
