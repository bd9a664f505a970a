import type { EntryRow } from "@trama/data/entry/workbook";
import { all } from "@trama/data/store";
import { openFiled } from "./extract/filed.ts";
import type { Home } from "./home.ts";
import { openWorking } from "./load/working.ts";
import { parseField, type Scored } from "./map/parse-field.ts";
import { plan } from "./map/plan.ts";
import { entry } from "./sources/entry.ts";

/** No report of that project was filed as an entry workbook or table. */
export class NothingToFillIn extends Error {}

/** Sheets that carry over as they were; of the scores only the lines do, for a score is given anew each period. */
const carried = ["collectives", "targets", "funding"] as const;
const scoredAgain = ["results", "capacities", "bonding"] as const;
const givenAnew = new Set(["score", "evidence", "tested", "rater", "note", "pairs_in_contact"]);

/**
 * What the next workbook of a project starts from: the collectives, targets and grants of its last report, and a line for
 * each thing scored then, without its score. Read from the sealed file, so that the office's own codes stand in it.
 */
export async function prefill(home: Home, project: string): Promise<Record<string, EntryRow[]>> {
  const rows: Record<string, EntryRow[]> = {};
  const reports = await lastReports(home, project);
  if (reports.length === 0)
    throw new NothingToFillIn(
      `No report of the project ${project} was filed. Check the code, or leave --project out for an empty workbook.`,
    );
  for (const { sha256, name } of reports) {
    const { format, sheets } = await openFiled(home, sha256);
    const planned = await plan(name, format, sheets, entry);
    if ("refusal" in planned) continue;
    for (const { sheet, located } of planned.tables) {
      const { key } = located.table;
      const again = (scoredAgain as readonly string[]).includes(key);
      if (!again && !(carried as readonly string[]).includes(key)) continue;
      const seen = new Set<string>();
      for await (const batch of sheet.rows())
        for (const { row, cells } of batch) {
          if (row <= located.headerRow || located.headerRows.has(row)) continue;
          const line: Record<string, string | number | null> = {};
          for (const { index, field } of located.columns) {
            if (["project", "country", "period", "version"].includes(field.key)) continue;
            if (again && givenAnew.has(field.key)) continue;
            line[field.key] = shown(cells[index] ?? null, field.holds);
          }
          const said = JSON.stringify(line);
          if (!Object.values(line).some((value) => value !== null) || (again && line.panel != null) || seen.has(said))
            continue;
          seen.add(said);
          rows[key] = [...(rows[key] ?? []), line];
        }
    }
  }
  const [{ country }] = reports as [LastReport];
  return { report: [{ project, country, period: null, version: 1 }], ...rows };
}

interface LastReport {
  readonly sha256: string;
  readonly name: string;
  readonly country: string;
}

/** The files by which a project reported its latest period, the last version first. */
async function lastReports(home: Home, project: string): Promise<LastReport[]> {
  const store = await openWorking(home.working);
  const connection = await store.connect();
  try {
    return await all<LastReport>(
      connection,
      `WITH mine AS (
         SELECT DISTINCT report, country, year FROM observation WHERE project = $1
         UNION SELECT DISTINCT c.report, c.country, NULL FROM collective c WHERE c.project = $1
       )
       SELECT r.sha256, r.name, any_value(m.country) AS country FROM mine m JOIN report r USING (report)
       WHERE r.source = 'entry'
       GROUP BY r.sha256, r.name, r.sequence, r.version
       ORDER BY max(m.year) DESC NULLS LAST, r.version DESC, r.sequence DESC LIMIT 1`,
      [project],
    );
  } finally {
    connection.closeSync();
    store.close();
  }
}

/** A cell's value as the workbook takes it: codes for lists, plain values otherwise. */
function shown(text: string | null, holds: Parameters<typeof parseField>[1]): string | number | null {
  const parsed = parseField(text, holds);
  if (!("value" in parsed) || parsed.value === null) return null;
  if (typeof parsed.value === "boolean") return parsed.value ? "yes" : "no";
  if (typeof parsed.value === "object") return (parsed.value as Scored).score ?? (parsed.value as Scored).missing;
  return parsed.value as string | number;
}
