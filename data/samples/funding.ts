import type { EntryRow } from "../entry/workbook/entry-sheet.ts";

interface SampleGrant {
  readonly code: string;
  readonly funder: string;
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  readonly currency: string;
  readonly term: "long" | "short";
  readonly projects: readonly string[];
}

/** Six invented donors and their grants; some fund several projects, some projects have several grants. */
export const sampleGrants: readonly SampleGrant[] = [
  grant("01", "donor-a", 2019, 2025, 2_400_000, "EUR", "long", ["GTM-S1", "COL-S1", "MEX-S1"]),
  grant("02", "donor-a", 2021, 2022, 180_000, "EUR", "short", ["COD-S2"]),
  grant("03", "donor-b", 2019, 2022, 900_000, "EUR", "long", ["KEN-S1", "UGA-S1"]),
  grant("04", "donor-b", 2023, 2025, 950_000, "EUR", "long", ["KEN-S1", "UGA-S1", "KEN-S2"]),
  grant("05", "donor-c", 2020, 2021, 150_000, "USD", "short", ["COL-S2"]),
  grant("06", "donor-c", 2022, 2025, 700_000, "USD", "long", ["COL-S2", "MEX-S2"]),
  grant("07", "donor-d", 2019, 2024, 1_100_000, "EUR", "long", ["COD-S1", "SEN-S1"]),
  grant("08", "donor-e", 2019, 2025, 1_300_000, "EUR", "long", ["THA-S1", "PHL-S1"]),
  grant("09", "donor-e", 2024, 2025, 90_000, "EUR", "short", ["GTM-S2"]),
  grant("10", "donor-f", 2019, 2023, 600_000, "USD", "long", ["BRA-S1", "GTM-S1"]),
  grant("11", "donor-f", 2021, 2023, 320_000, "USD", "short", ["GTM-S2"]),
];

/** Funding lines a project files for a year: each grant once, when it begins or the project does. */
export function fundingRows(project: string, year: number, projectFrom: number): EntryRow[] {
  return sampleGrants
    .filter((grant) => grant.projects.includes(project) && Math.max(grant.from, projectFrom) === year)
    .map((grant) => ({
      grant_code: grant.code,
      funder: grant.funder,
      year_from: grant.from,
      year_to: grant.to,
      amount: grant.amount,
      currency: grant.currency,
      term: grant.term,
    }));
}

function grant(
  number: string,
  funder: string,
  from: number,
  to: number,
  amount: number,
  currency: string,
  term: "long" | "short",
  projects: readonly string[],
): SampleGrant {
  return { code: `SAMPLE-GRANT-${number}`, funder, from, to, amount, currency, term, projects };
}
