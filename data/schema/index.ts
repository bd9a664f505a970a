import { action } from "./action.ts";
import { cell, cellHistory } from "./cell.ts";
import { clearance } from "./clearance.ts";
import { type ClearedOutcomeStatement, clearedOutcomeStatement } from "./cleared-outcome.ts";
import { collective } from "./collective.ts";
import { interactionNetworkResult, spatialTerritorialResult } from "./dimension-result.ts";
import { funding } from "./funding.ts";
import { held, narrative, review } from "./held.ts";
import { observation } from "./observation.ts";
import { observationAbout, observationCollective, observationRow } from "./observation-parts.ts";
import { outcomeStatement } from "./outcome-statement.ts";
import { pressure } from "./pressure.ts";
import { progress } from "./progress.ts";
import { project } from "./project.ts";
import { publishedActivity } from "./published-activity.ts";
import { publishedDimension } from "./published-dimension.ts";
import { publishedResult } from "./published-result.ts";
import { country, dimensionMember, frameworkItem, release } from "./reference.ts";
import { rejection } from "./rejection.ts";
import { rejectionAbout, rejectionRow } from "./rejection-parts.ts";
import { report } from "./report.ts";
import { storeVersion } from "./store-version.ts";
import type { RowOf, Table } from "./table.ts";
import { target } from "./target.ts";
import { tie } from "./tie.ts";
import { yearScore } from "./year-score.ts";
import { yearTrait } from "./year-trait.ts";

/** Every table of the platform, in the order in which a reader meets them. */
export const tables = {
  release,
  country,
  framework_item: frameworkItem,
  dimension_member: dimensionMember,
  report,
  project,
  funding,
  target,
  collective,
  observation,
  spatial_territorial_result: spatialTerritorialResult,
  interaction_network_result: interactionNetworkResult,
  year_score: yearScore,
  year_trait: yearTrait,
  progress,
  action,
  tie,
  pressure,
  outcome_statement: outcomeStatement,
  clearance,
  cleared_outcome_statement: clearedOutcomeStatement,
  published_result: publishedResult,
  published_activity: publishedActivity,
  published_dimension: publishedDimension,
  rejection,
  held,
  review,
  narrative,
  store_version: storeVersion,
  observation_row: observationRow,
  observation_collective: observationCollective,
  observation_about: observationAbout,
  rejection_row: rejectionRow,
  rejection_about: rejectionAbout,
  cell,
  cell_history: cellHistory,
} as const satisfies Record<string, Table>;

/** The rows of every table, by the table's name: what Kysely is typed with. */
export type Database = { [Name in keyof typeof tables]: RowOf<(typeof tables)[Name]> };
export type TableName = keyof typeof tables;
/** The same for `public.duckdb`, where outcome statements are the cleared ones. */
export type PublicDatabase = Omit<Database, "outcome_statement"> & { outcome_statement: ClearedOutcomeStatement };

export type { Action } from "./action.ts";
export { type Cell, measures } from "./cell.ts";
export type { Clearance } from "./clearance.ts";
export type { ClearedOutcomeStatement } from "./cleared-outcome.ts";
export type { Collective } from "./collective.ts";
export { createStatements, literal, quote, tablesOf } from "./ddl.ts";
export type { DimensionResult } from "./dimension-result.ts";
export type { Funding } from "./funding.ts";
export type { Held, Narrative, Review } from "./held.ts";
export { Manifest, Protection } from "./manifest.ts";
export type { Observation } from "./observation.ts";
export type { OutcomeStatement } from "./outcome-statement.ts";
export { licence, packageAbout, packageTitle } from "./package-about.ts";
export { categoriesOf } from "./package-categories.ts";
export { emptyMeans, type PackageFormat, packageFormats, packageResource } from "./package-resource.ts";
export type { Pressure } from "./pressure.ts";
export type { ProgressRow } from "./progress.ts";
export { progressCounts } from "./progress-counts.ts";
export type { Project } from "./project.ts";
export type { PublishedActivity } from "./published-activity.ts";
export type { PublishedDimension } from "./published-dimension.ts";
export type { PublishedResult } from "./published-result.ts";
export type { CountryRow } from "./reference.ts";
export type { Rejection } from "./rejection.ts";
export type { Report } from "./report.ts";
export type { StoreVersion } from "./store-version.ts";
export type { Column, Home, RowOf, Table } from "./table.ts";
export type { Target } from "./target.ts";
export type { Tie } from "./tie.ts";
export type { YearScore } from "./year-score.ts";
export type { YearTrait } from "./year-trait.ts";
