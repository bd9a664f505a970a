export { ActionFigure, ActionsAnswer, ActionsQuery, BesideFigure, ContributionFigure } from "./actions.ts";
export { CapacitiesAnswer, CapacitiesQuery, CapacityFigure, CapacityScore } from "./capacities.ts";
export { Cell, CellQuery, CellsAnswer } from "./cells.ts";
export { Change, ChangeAnswer, ChangeQuery } from "./change.ts";
export { Completeness, CompletenessAnswer, CompletenessQuery } from "./completeness.ts";
export { CountriesAnswer, Country, Region } from "./countries.ts";
export { DataPackage } from "./data-package.ts";
export { DistributionAnswer, DistributionClass, DistributionQuery } from "./distribution.ts";
export { IatiDocumentQuery, ReportDocumentQuery } from "./documents.ts";
export { FrameworkAnswer, FrameworkItem, FrameworkQuery } from "./framework.ts";
export { Health, Ready } from "./health.ts";
export { MethodsAnswer } from "./methods.ts";
export {
  Observation,
  ObservationsAnswer,
  ObservationsQuery,
  ProvenanceAnswer,
  PublishedResult,
  PublishedResultsAnswer,
  PublishedResultsQuery,
  TraceAnswer,
  TraceQuery,
} from "./observations.ts";
export { type Address, type AnswerTo, type BodyOf, type Method, operations } from "./operations.ts";
export {
  Outcome,
  OutcomesAnswer,
  OutcomesQuery,
  OwnOutcome,
  OwnOutcomesAnswer,
  OwnOutcomesQuery,
} from "./outcomes.ts";
export { BesidePressureFigure, PressureAnswer, PressureFigure, PressureQuery } from "./pressure.ts";
export { ProblemDetails } from "./problem.ts";
export { Progress, ProgressAnswer, ProgressQuery } from "./progress.ts";
export {
  IndicatorsAnswer,
  IndicatorsQuery,
  LocalFigure,
  Quality,
  QualityAnswer,
  QualityQuery,
} from "./quality.ts";
export { GrantReach, ReachAnswer, ReachFigure, ReachQuery } from "./reach.ts";
export { ReleaseCell, ReleaseCellsAnswer, ReleaseCellsQuery, ReleaseOutcomesAnswer } from "./release-cells.ts";
export { ReleaseChangesAnswer } from "./release-changes.ts";
export { Release, ReleasesAnswer } from "./releases.ts";
export type { RenderedPage, RenderPage } from "./render.ts";
export {
  DecisionBody,
  DraftAnswer,
  FiledOutcome,
  FiledReport,
  FiledReportsAnswer,
  FileQuery,
  Held,
  HeldAnswer,
  HeldWords,
  PublishBody,
  Published,
} from "./reports.ts";
export { Band, Codes, Format, Lang, Status, Years } from "./scalars.ts";
export {
  AccountItem,
  AccountMade,
  AccountsAnswer,
  ChangeAccountBody,
  NewAccountBody,
  NewToken,
  NewTokenBody,
  PasskeyAnswer,
  PasskeyBody,
  PasskeyOptions,
  PasskeysAnswer,
  PasswordBody,
  Session,
  SignInBody,
  Token,
  TokensAnswer,
} from "./session.ts";
export { StandardisedAnswer, StandardisedQuery, StandardisedRegion } from "./standardised.ts";
export { CollectivePosition, NetworkFigure, TieChangeFigure, TieFigure, TiesAnswer, TiesQuery } from "./ties.ts";
export { TraitCell, TraitsAnswer, TraitsQuery } from "./traits.ts";
export { VoiceFigure, VoicesAnswer, VoicesQuery } from "./voices.ts";
