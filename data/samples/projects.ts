import { lastYear } from "./countries.ts";

/** How a sample project files: its country, its size and what its reports look like. */
export interface SampleProject {
  readonly code: string;
  readonly country: string;
  readonly title: string;
  readonly from: number;
  /** Collectives it accompanies over all its years. */
  readonly collectives: number;
  readonly format: "xlsx" | "csv";
  /** Years reported in parts; all others in one annual report. */
  readonly parts: Readonly<Record<number, readonly string[]>>;
}

const halves = ["H1", "H2"] as const;
const quarters = ["Q1", "Q2", "Q3", "Q4"] as const;

/** Every project of the samples. Each country has one from the first year on. */
export const sampleProjects: readonly SampleProject[] = [
  project("GTM-S1", 2019, 15),
  project("GTM-S2", 2021, 9),
  project("HND-S1", 2019, 14, { format: "csv" }),
  project("MEX-S1", 2019, 13),
  project("MEX-S2", 2022, 9),
  project("COL-S1", 2019, 15),
  project("COL-S2", 2020, 11),
  project("BRA-S1", 2019, 16),
  project("KEN-S1", 2019, 14),
  project("KEN-S2", 2022, 8, { parts: { [lastYear]: quarters } }),
  project("UGA-S1", 2019, 15, { parts: { 2023: halves, 2024: halves, 2025: halves } }),
  project("COD-S1", 2019, 14),
  project("COD-S2", 2021, 10),
  project("SEN-S1", 2019, 13),
  project("THA-S1", 2019, 16),
  project("IDN-S1", 2019, 19, { format: "csv" }),
  project("PHL-S1", 2019, 20, { parts: { 2024: halves, 2025: halves } }),
];

/** The periods a project reports a year in, earliest first. */
export function periodsOf(project: SampleProject, year: number): readonly string[] {
  return project.parts[year]?.map((part) => `${year}-${part}`) ?? [String(year)];
}

/** The project of a code. */
export function getProject(code: string): SampleProject {
  const found = sampleProjects.find((candidate) => candidate.code === code);
  if (!found) throw new Error(`The samples have no project ${code}.`);
  return found;
}

function project(
  code: string,
  from: number,
  collectives: number,
  { format = "xlsx", parts = {} }: Partial<Pick<SampleProject, "format" | "parts">> = {},
): SampleProject {
  return {
    code,
    country: code.slice(0, 3),
    title: `Sample project ${code} (synthetic)`,
    from,
    collectives,
    format,
    parts,
  };
}
