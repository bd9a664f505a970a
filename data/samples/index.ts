export { makeCollectives, type SampleCollective } from "./collectives.ts";
export { countryProfiles, firstYear, lastYear } from "./countries.ts";
export { type CsvDialect, csvDialects } from "./csv.ts";
export { sampleGrants } from "./funding.ts";
export { type MistakeKind, planted } from "./planted.ts";
export { periodsOf, type SampleProject, sampleProjects } from "./projects.ts";
export { type SampleReport, sampleReports, syntheticNotice } from "./reports.ts";
export { stories } from "./stories.ts";
export { writeSamples } from "./write.ts";
