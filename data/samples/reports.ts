import type { Lang } from "../codelists/index.ts";
import type { EntryRow } from "../entry/workbook/entry-sheet.ts";
import { writeEntryWorkbook } from "../entry/workbook.ts";
import { isActive, makeCollectives, type SampleCollective } from "./collectives.ts";
import { getCountryProfile, years } from "./countries.ts";
import { csvBytes, csvDialects } from "./csv.ts";
import { fundingRows } from "./funding.ts";
import { actionRows, bondingRows, capacityRows, pressureRows, tieRows, toldFrom } from "./how-rows.ts";
import { outcomeRows } from "./outcomes.ts";
import { plant, revise } from "./plant.ts";
import { planted } from "./planted.ts";
import { periodsOf, type SampleProject, sampleProjects } from "./projects.ts";
import { randomFor } from "./random.ts";
import { resultRows } from "./result-rows.ts";
import { targetRows } from "./targets.ts";

/** One file as a country team would file it. */
export interface SampleReport {
  /** Folder of the project and name, such as `gtm-s1/2021.xlsx`. */
  readonly path: string;
  readonly project: string;
  readonly country: string;
  readonly year: number;
  readonly period: string;
  /** 1 the first time, 2 where the report is filed again. */
  readonly version: number;
  readonly lang: Lang;
  /** Lines by sheet, in codes, as they stand in the file. */
  readonly rows: Readonly<Record<string, readonly EntryRow[]>>;
  /** The file; the same seed gives the same bytes. */
  bytes(): Promise<Uint8Array>;
}

/** What stands at the top of every file and sheet. The English words are in all of them, for whoever searches. */
export const syntheticNotice: Readonly<Record<Lang, string>> = {
  en: "SYNTHETIC SAMPLE DATA - not a real report. Every collective, project and donor is invented.",
  es: "DATOS DE MUESTRA SINTÉTICOS (SYNTHETIC SAMPLE DATA) - no es un informe real. Todo colectivo, proyecto y donante es inventado.",
  fr: "DONNÉES D'EXEMPLE SYNTHÉTIQUES (SYNTHETIC SAMPLE DATA) - pas un vrai rapport. Collectifs, projets et bailleurs sont inventés.",
};

/** Every sample report, by year, project and period; a later version follows its first. */
export function sampleReports({ seed = planted.seed }: { seed?: number } = {}): readonly SampleReport[] {
  const collectives = makeCollectives(seed);
  return years.flatMap((year) =>
    sampleProjects
      .filter(({ from }) => from <= year)
      .flatMap((project) => {
        const active = collectives.filter((one) => one.project === project.code && isActive(one, year));
        return periodsOf(project, year).flatMap((period, part) => {
          const filing = { seed, project, year, period, active, opening: part === 0 };
          return project.format === "csv" ? csvReports(filing) : workbookReports(filing);
        });
      }),
  );
}

interface Filing {
  readonly seed: number;
  readonly project: SampleProject;
  readonly year: number;
  readonly period: string;
  readonly active: readonly SampleCollective[];
  /** True for the first report of the year, which carries targets and funding. */
  readonly opening: boolean;
}

function workbookReports(filing: Filing): SampleReport[] {
  const { seed, project, year, period, active } = filing;
  const { lang } = getCountryProfile(project.country);
  const path = pathOf(project, `${period}.xlsx`);
  const scored = resultRows(seed, active, period);
  const first = {
    report: [reportRow(filing, 1)],
    collectives: active.map((collective) => collectiveRow(collective)),
    results: plant(scored, path, lang),
    targets: filing.opening ? targetRows(seed, project, year, active.length, lang) : [],
    funding: filing.opening ? fundingRows(project.code, year, project.from) : [],
    ...(year < toldFrom
      ? {}
      : {
          actions: actionRows(seed, active, period),
          capacities: capacityRows(seed, active, period),
          bonding: bondingRows(seed, active, period),
          pressure: pressureRows(seed, active, period),
          ties: filing.opening ? tieRows(seed, active, year) : [],
        }),
    outcomes: outcomeRows(path, active, lang),
  };
  const again = pathOf(project, `${period}-v2.xlsx`);
  const changed = planted.revisions[again];
  return [
    workbook(filing, path, 1, first),
    ...(changed === undefined
      ? []
      : [
          workbook(filing, again, 2, {
            ...first,
            report: [reportRow(filing, 2)],
            results: revise(scored, seed, again, changed),
          }),
        ]),
  ];
}

function workbook(filing: Filing, path: string, version: number, rows: SampleReport["rows"]): SampleReport {
  const about = describe(filing, path, version);
  const notice = syntheticNotice[about.lang];
  return { ...about, rows, bytes: () => writeEntryWorkbook({ lang: about.lang, rows, notice }) };
}

/** Two files a period: the results, and the collectives they speak of. */
function csvReports(filing: Filing): SampleReport[] {
  const { seed, project, period, active } = filing;
  const dialect = csvDialects[project.code];
  if (!dialect) throw new Error(`The samples do not say how ${project.code} writes CSV.`);
  const context = { project: project.code, country: project.country, period };
  const { lang } = getCountryProfile(project.country);
  const path = pathOf(project, `${period}.csv`);
  const second = pathOf(project, lang === "es" ? `${period}-colectivos.csv` : `${period}-collectives.csv`);
  const results = plant(resultRows(seed, active, period), path, lang).map((row) => ({ ...row, ...context }));
  const collectives = active.map((collective) => ({ ...collectiveRow(collective), ...context }));
  return [
    {
      ...describe(filing, path, 1),
      rows: { results },
      bytes: async () => csvBytes("results", results, dialect, lang, syntheticNotice[lang]),
    },
    {
      ...describe(filing, second, 1),
      rows: { collectives },
      bytes: async () => csvBytes("collectives", collectives, dialect, lang, syntheticNotice[lang]),
    },
  ];
}

function describe({ project, year, period }: Filing, path: string, version: number) {
  const { lang } = getCountryProfile(project.country);
  return { path, project: project.code, country: project.country, year, period, version, lang };
}

function pathOf(project: SampleProject, name: string): string {
  return `${project.code.toLowerCase()}/${name}`;
}

function reportRow({ seed, project, year, period }: Filing, version: number): EntryRow {
  return {
    project: project.code,
    project_title: project.title,
    country: project.country,
    period,
    version,
    prepared_on: preparedOn(seed, project, year, period, version),
  };
}

/** Some weeks after the period ends; a report in ten is months late, a second version comes half a year later. */
function preparedOn(seed: number, project: SampleProject, year: number, period: string, version: number): string {
  const random = randomFor(seed, "prepared", project.code, period);
  const part = period.slice(5);
  const months = part.startsWith("H") ? Number(part[1]) * 6 : part.startsWith("Q") ? Number(part[1]) * 3 : 12;
  const late = random.chance(0.1) ? random.whole(110, 190) : random.whole(18, 75);
  const days = late + (version - 1) * 180;
  return new Date(Date.UTC(year, months, days)).toISOString().slice(0, 10);
}

function collectiveRow(collective: SampleCollective): EntryRow {
  return {
    collective: collective.code,
    type: collective.type,
    formality: collective.formality,
    setting: collective.setting,
    women_led: yesNo(collective.womenLed),
    youth_led: yesNo(collective.youthLed),
    accompanied_since: collective.accompaniedSince,
  };
}

function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? "yes" : "no";
}
