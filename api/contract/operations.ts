import type { z } from "@hono/zod-openapi";
import { ActionsAnswer } from "./actions.ts";
import { CapacitiesAnswer } from "./capacities.ts";
import { CellsAnswer } from "./cells.ts";
import { ChangeAnswer } from "./change.ts";
import { CompletenessAnswer } from "./completeness.ts";
import { CountriesAnswer } from "./countries.ts";
import { DataPackage } from "./data-package.ts";
import { DistributionAnswer } from "./distribution.ts";
import { FrameworkAnswer } from "./framework.ts";
import { Health, Ready } from "./health.ts";
import { MethodsAnswer } from "./methods.ts";
import { ObservationsAnswer, ProvenanceAnswer, PublishedResultsAnswer, TraceAnswer } from "./observations.ts";
import { OutcomesAnswer, OwnOutcomesAnswer } from "./outcomes.ts";
import { PressureAnswer } from "./pressure.ts";
import { ProgressAnswer } from "./progress.ts";
import { IndicatorsAnswer, QualityAnswer } from "./quality.ts";
import { ReachAnswer } from "./reach.ts";
import { ReleaseCellsAnswer, ReleaseOutcomesAnswer } from "./release-cells.ts";
import { ReleaseChangesAnswer } from "./release-changes.ts";
import { Release, ReleasesAnswer } from "./releases.ts";
import {
  DecisionBody,
  DraftAnswer,
  FiledReport,
  FiledReportsAnswer,
  Held,
  HeldAnswer,
  HeldWords,
  PublishBody,
  Published,
} from "./reports.ts";
import {
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
  TokensAnswer,
} from "./session.ts";
import { StandardisedAnswer } from "./standardised.ts";
import { TiesAnswer } from "./ties.ts";
import { TraitsAnswer } from "./traits.ts";
import { VoicesAnswer } from "./voices.ts";

/**
 * What each operation takes as JSON and answers as JSON; `null` where it is nothing, or no JSON. A test compares it with
 * the routes themselves, schema by schema, so that whoever asks through these types asks what is answered.
 */
export const operations = {
  "GET /v1/health": { body: null, answer: Health },
  "GET /v1/ready": { body: null, answer: Ready },
  "GET /v1/framework": { body: null, answer: FrameworkAnswer },
  "GET /v1/countries": { body: null, answer: CountriesAnswer },
  "GET /v1/cells": { body: null, answer: CellsAnswer },
  "GET /v1/distribution": { body: null, answer: DistributionAnswer },
  "GET /v1/change": { body: null, answer: ChangeAnswer },
  "GET /v1/progress": { body: null, answer: ProgressAnswer },
  "GET /v1/outcomes": { body: null, answer: OutcomesAnswer },
  "GET /v1/outcomes/own": { body: null, answer: OwnOutcomesAnswer },
  "GET /v1/actions": { body: null, answer: ActionsAnswer },
  "GET /v1/capacities": { body: null, answer: CapacitiesAnswer },
  "GET /v1/ties": { body: null, answer: TiesAnswer },
  "GET /v1/traits": { body: null, answer: TraitsAnswer },
  "GET /v1/voices": { body: null, answer: VoicesAnswer },
  "GET /v1/pressure": { body: null, answer: PressureAnswer },
  "GET /v1/reach": { body: null, answer: ReachAnswer },
  "GET /v1/completeness": { body: null, answer: CompletenessAnswer },
  "GET /v1/standardised": { body: null, answer: StandardisedAnswer },
  "GET /v1/release-changes": { body: null, answer: ReleaseChangesAnswer },
  "GET /v1/methods": { body: null, answer: MethodsAnswer },
  "GET /v1/releases": { body: null, answer: ReleasesAnswer },
  "GET /v1/releases/{release}": { body: null, answer: Release },
  "GET /v1/releases/{release}/cells": { body: null, answer: ReleaseCellsAnswer },
  "GET /v1/releases/{release}/outcomes": { body: null, answer: ReleaseOutcomesAnswer },
  "GET /v1/releases/{release}/report": { body: null, answer: null },
  "GET /v1/releases/{release}/report/events": { body: null, answer: null },
  "GET /v1/releases/{release}/iati": { body: null, answer: null },
  "GET /v1/releases/{release}/iati/events": { body: null, answer: null },
  "GET /v1/releases/{release}/datapackage.json": { body: null, answer: DataPackage },
  "GET /v1/observations": { body: null, answer: ObservationsAnswer },
  "GET /v1/observations/{id}/provenance": { body: null, answer: ProvenanceAnswer },
  "GET /v1/provenance": { body: null, answer: TraceAnswer },
  "GET /v1/quality": { body: null, answer: QualityAnswer },
  "GET /v1/indicators": { body: null, answer: IndicatorsAnswer },
  "GET /v1/published-results": { body: null, answer: PublishedResultsAnswer },
  "POST /v1/reports": { body: null, answer: FiledReport },
  "GET /v1/reports": { body: null, answer: FiledReportsAnswer },
  "GET /v1/reports/{id}": { body: null, answer: FiledReport },
  "GET /v1/reports/{id}/events": { body: null, answer: null },
  "GET /v1/reports/{id}/workbook": { body: null, answer: null },
  "GET /v1/review": { body: null, answer: HeldAnswer },
  "GET /v1/review/{held}": { body: null, answer: HeldWords },
  "POST /v1/review/{held}": { body: DecisionBody, answer: Held },
  "GET /v1/draft": { body: null, answer: DraftAnswer },
  "POST /v1/releases": { body: PublishBody, answer: Published },
  "GET /v1/session": { body: null, answer: Session },
  "POST /v1/session": { body: SignInBody, answer: Session },
  "DELETE /v1/session": { body: null, answer: null },
  "PUT /v1/session/password": { body: PasswordBody, answer: null },
  "GET /v1/session/tokens": { body: null, answer: TokensAnswer },
  "POST /v1/session/tokens": { body: NewTokenBody, answer: NewToken },
  "DELETE /v1/session/tokens/{id}": { body: null, answer: null },
  "GET /v1/session/passkeys": { body: null, answer: PasskeysAnswer },
  "POST /v1/session/passkeys": { body: PasskeyBody, answer: null },
  "DELETE /v1/session/passkeys/{id}": { body: null, answer: null },
  "POST /v1/session/passkeys/options": { body: null, answer: PasskeyOptions },
  "POST /v1/session/passkey": { body: PasskeyAnswer, answer: Session },
  "POST /v1/session/passkey/options": { body: null, answer: PasskeyOptions },
  "GET /v1/session/oidc": { body: null, answer: null },
  "GET /v1/session/oidc/callback": { body: null, answer: null },
  "GET /v1/accounts": { body: null, answer: AccountsAnswer },
  "POST /v1/accounts": { body: NewAccountBody, answer: AccountMade },
  "PATCH /v1/accounts/{name}": { body: ChangeAccountBody, answer: AccountItem },
  "POST /v1/accounts/{name}/password": { body: null, answer: AccountMade },
  "GET /v1/accounts/{name}/tokens": { body: null, answer: TokensAnswer },
  "DELETE /v1/accounts/{name}/tokens/{id}": { body: null, answer: null },
} as const;

type Operations = typeof operations;
export type Method = keyof Operations extends `${infer M} ${string}` ? M : never;

/** A path with its named parts open, with or without a question: `/v1/review/{held}` as any `/v1/review/…`. */
type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;
type Asked<Path extends string> = Filled<Path> | `${Filled<Path>}?${string}`;

/** Whether an address is one of a path, part by part: `/v1/releases/1/cells` is none of `/v1/releases/{release}`. */
type Fits<Path extends string, A extends string> = Path extends `${infer Part}/${infer Rest}`
  ? A extends `${infer Given}/${infer Onward}`
    ? Part extends `{${string}}`
      ? Fits<Rest, Onward>
      : Given extends Part
        ? Fits<Rest, Onward>
        : false
    : false
  : A extends `${string}/${string}`
    ? false
    : Path extends `{${string}}`
      ? true
      : A extends Asked<Path>
        ? true
        : false;

/** The operation that a method and an address name. */
type OperationAt<M extends string, A extends string> = A extends string
  ? {
      [Key in keyof Operations]: Key extends `${M} ${infer Path}` ? (Fits<Path, A> extends true ? Key : never) : never;
    }[keyof Operations]
  : never;

/** Addresses that a method may be used with. */
export type Address<M extends Method> = {
  [Key in keyof Operations]: Key extends `${M} ${infer Path}` ? Asked<Path> : never;
}[keyof Operations];

type Inferred<Schema, Read extends "input" | "output"> = Schema extends z.ZodType
  ? Read extends "input"
    ? z.input<Schema>
    : z.output<Schema>
  : null;

/** What is answered there. */
export type AnswerTo<M extends Method, A extends string> = Inferred<Operations[OperationAt<M, A>]["answer"], "output">;

/** What must be sent there; null where nothing is. */
export type BodyOf<M extends Method, A extends string> = Inferred<Operations[OperationAt<M, A>]["body"], "input">;
