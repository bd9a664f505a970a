import { writeEntryWorkbook } from "@trama/data/entry/workbook";
import type { Ingested, Office } from "./office.ts";

type Line = Record<string, string | number>;

const named = ["c1", "c2", "c3", "c4"] as const;
const scored = (result: string, scores: readonly number[]): Line[] =>
  scores.map((score, at) => ({ collective: named[at] as string, result, score, evidence: 2 }));

/** Two annual reports of one project, small enough to count by hand. */
const howReports: Record<number, Record<string, Line[]>> = {
  2023: {
    collectives: [
      { collective: "c1", type: "movement", setting: "rural", women_led: "yes", accompanied_since: 2015 },
      { collective: "c2", type: "movement", setting: "rural", women_led: "no", accompanied_since: 2022 },
      { collective: "c3", type: "ngo", setting: "urban" },
      { collective: "c4", type: "ngo", setting: "urban", youth_led: "yes" },
    ],
    results: scored("ST1", [1, 2, 3, 3]),
    funding: [
      { grant_code: "G1", funder: "d1", year_from: 2022, year_to: 2026, term: "long" },
      { grant_code: "G2", funder: "d2", year_from: 2024, year_to: 2024, term: "short" },
    ],
    ties: [
      { collective: "c1", ally: "a", level: "local", active: "yes", function: "alert", direction: "both" },
      { collective: "c1", ally: "b", level: "national", active: "yes", direction: "to", through_pi: "yes" },
      { collective: "c2", ally: "a", level: "local", active: "yes" },
      { collective: "c3", ally: "z", level: "international", active: "yes" },
    ],
  },
  2024: {
    results: [
      ...scored("ST1", [3, 3]),
      { collective: "c3", result: "ST1", score: 4, evidence: 2, tested: "no" },
      { collective: "c4", result: "ST1", score: 1, evidence: 2 },
      { collective: "c1", result: "ST1", panel: "women", score: 1, evidence: 2 },
      { collective: "c1", result: "ST1", panel: "leadership", score: 3, evidence: 2 },
      { collective: "c2", result: "ST1", panel: "women", score: 3, evidence: 2 },
      { collective: "c2", result: "ST1", panel: "leadership", score: 3, evidence: 2 },
    ],
    actions: [
      {
        collective: "c1",
        action: "AT2",
        score: 3,
        mode: "preventive",
        women: 10,
        men: 5,
        result: "ST1",
        contribution_collective: 4,
        contribution_pi: 2,
      },
      { collective: "c1", action: "AT2", score: 3, mode: "preventive", women: 12, men: 5, result: "ST2" },
      { collective: "c2", action: "AT2", score: 1, mode: "emergency", women: 4, result: "ST1", contribution_pi: 1 },
      { collective: "c3", action: "AT3", score: 2, result: "IN1" },
    ],
    capacities: [
      { collective: "c1", capacity: "C2", score: 0, evidence: 2 },
      { collective: "c2", capacity: "C2", score: 3, evidence: 2 },
      { collective: "c4", capacity: "C2", score: 4, evidence: 2, note: "they watch without telling us" },
    ],
    pressure: [
      { collective: "c1", level: "high", kind: "threat" },
      { collective: "c2", level: "none" },
      { collective: "c4", level: "low", kind: "threat" },
      { collective: "c4", level: "severe", kind: "eviction" },
    ],
    bonding: [
      { collective: "c1", item: "BO1", score: 3, evidence: 2, pairs_possible: 6, pairs_in_contact: 5 },
      { collective: "c2", item: "BO1", score: 1, evidence: 2, pairs_possible: 4, pairs_in_contact: 0 },
    ],
    ties: [
      { collective: "c1", ally: "a", level: "local", active: "yes", function: "alert", direction: "both" },
      { collective: "c1", ally: "b", level: "national", active: "no" },
      { collective: "c1", ally: "c", level: "regional", active: "yes", used: "yes", held_by_several: "yes" },
      { collective: "c1", ally: "d", level: "international", active: "yes", through_pi: "no" },
      { collective: "c1", ally: "e", level: "national", active: "yes", through_pi: "yes" },
      { collective: "c2", ally: "a", level: "local", active: "yes", direction: "to" },
      { collective: "c4", ally: "z", level: "local", active: "no" },
    ],
  },
};

/** Files them in an office, one workbook a year, in Spanish. */
export async function fileHowReports(team: Office): Promise<Ingested["files"]> {
  const files: Ingested["files"][number][] = [];
  for (const [year, rows] of Object.entries(howReports)) {
    const report = [{ project: "P1", country: "GTM", period: year }];
    const file = await team.write(`${year}.xlsx`, await writeEntryWorkbook({ lang: "es", rows: { report, ...rows } }));
    files.push(...(await team.ingest(file)).outcome.files);
  }
  return files;
}
