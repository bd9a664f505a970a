import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ProblemDetails } from "./contract/index.ts";

/** Trouble that an answer tells its caller about, as RFC 9457 problem details. */
export class Problem extends HTTPException {
  readonly details: ProblemDetails;
  /** Headers that go with the answer. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(details: ProblemDetails, headers: Readonly<Record<string, string>> = {}) {
    super(details.status as ContentfulStatusCode, { message: details.detail });
    this.details = details;
    this.headers = headers;
  }
}

type FieldErrors = NonNullable<ProblemDetails["errors"]>;

/** Every way in which a request can fail. The code is the contract and is never used again; words may change. */
export const problems = {
  invalidQuery: (errors: FieldErrors) =>
    problem(
      400,
      "query.invalid",
      "The question cannot be read",
      errors.map(({ field, message }) => `${field}: ${message}`).join(" "),
      errors,
    ),
  notReadable: (status: number) =>
    problem(
      status,
      "request.not-readable",
      "The request cannot be read",
      "Its body is not what this address takes. See /docs for what it should be.",
    ),
  notSignedIn: () => problem(401, "sign-in.required", "Sign in first", "This answer is for signed-in users."),
  signInRefused: () =>
    problem(
      401,
      "sign-in.refused",
      "Not signed in",
      "Name and password do not belong together, or the account is disabled. Whoever runs this server can give it a new password.",
    ),
  tooManyTries: (seconds: number) =>
    problem(429, "sign-in.wait", "Too many tries", `Try again in ${seconds} seconds.`, undefined, {
      "Retry-After": String(seconds),
    }),
  tooManyRequests: (seconds: number) =>
    problem(429, "requests.too-many", "Too many requests", `Try again in ${seconds} seconds.`, undefined, {
      "Retry-After": String(seconds),
    }),
  tokenRefused: () =>
    problem(
      401,
      "token.refused",
      "The token is not good",
      "It was revoked, is past its day, or was never given. Make another, or leave the Authorization header out for public answers.",
      undefined,
      { "WWW-Authenticate": 'Bearer error="invalid_token"' },
    ),
  tokenNotFor: (verb: string) =>
    problem(403, "token.not-for-this", "The token is not for this", `It was not made for ${verb}. Make one that is.`),
  noProvider: () =>
    problem(
      404,
      "session.no-provider",
      "No identity provider",
      "This server was given no identity provider. Sign in with name and password.",
    ),
  providerAway: () =>
    problem(
      503,
      "session.provider-away",
      "The identity provider does not answer",
      "Try again later, or sign in with name and password if your account has one.",
    ),
  sessionRequired: () =>
    problem(403, "session.required", "For a person, not a token", "Sign in with name and password for this."),
  changePasswordFirst: () =>
    problem(
      403,
      "password.change-first",
      "Choose a password first",
      "This account still has its one-time password. Choose your own with PUT /v1/session/password.",
    ),
  foreignPage: () =>
    problem(
      403,
      "page.foreign",
      "Asked from another site",
      "A page of another site may not change anything here. Use this server's own pages, or a token.",
    ),
  roleNotPermitted: (role: string) =>
    problem(403, "role.not-permitted", "Not for this role", `An account of the role ${role} may not ask this.`),
  outOfReach: (fields: readonly string[]) =>
    problem(
      403,
      "reach.outside",
      "Outside your reach",
      "This lies outside the countries, projects or grants of your account. Ask an admin if it should not.",
      fields.map((field) => ({ field, message: "Outside the reach of your account." })),
    ),
  account: (kind: string, detail: string) =>
    problem(accountStatus[kind] ?? 400, `account.${kind}`, "Not with this account", detail),
  tooLarge: (most: number) =>
    problem(413, "body.too-large", "Too large", `Send ${Math.floor(most / 1024)} KiB at most.`),
  filterNotPermitted: (fields: readonly string[]) =>
    problem(
      403,
      "filter.not-permitted",
      "This filter is not public",
      `Public figures cannot be divided by ${fields.join(", ")}: cells that fine could identify a collective.`,
      fields.map((field) => ({ field, message: "Not a public filter." })),
    ),
  yearsNotPermitted: () =>
    problem(
      403,
      "years.not-permitted",
      "This pair of years is not public",
      "Matched figures are public for consecutive years only: other pairs could tell who joined and who left.",
    ),
  notFound: (path: string) =>
    problem(404, "route.unknown", "Nothing here", `There is no answer at ${path}. See /docs for what there is.`),
  methodNotAllowed: (method: string) =>
    problem(405, "method.not-allowed", "Not this way", `${method} does nothing here.`),
  releaseUnknown: (release: number) =>
    problem(404, "release.unknown", "No such release", `Release ${release} is not kept here. See /v1/releases.`),
  withdrawn: (release: number) =>
    problem(
      410,
      "release.withdrawn",
      "This release was withdrawn",
      `Release ${release} was taken out of reach because it was not safe. Do not use copies of its figures.`,
    ),
  damaged: (file: string) =>
    problem(
      503,
      "release.damaged",
      "The release cannot be trusted",
      `${file} is not as it was published. Whoever runs this server finds what differs with trama verify.`,
    ),
  olderRelease: () =>
    problem(
      503,
      "release.older",
      "The release is older than this question",
      "It was published before such figures were kept. Whoever runs this server publishes anew with trama publish.",
    ),
  workRefused: (code: string, detail: string) => problem(workStatus[code] ?? 409, code, "Not done", detail),
  nothingOfIt: () =>
    problem(
      404,
      "document.none",
      "Nothing to tell of it",
      "This release knows no such place, donor or grant, or tells nothing of it. See /v1/countries for what it knows.",
    ),
  tooManyDocuments: (seconds: number) =>
    problem(
      429,
      "documents.too-many",
      "Too many documents",
      `Each is made on demand, and you asked for many. Try again in ${seconds} seconds; those made before are at hand.`,
      undefined,
      { "Retry-After": String(seconds) },
    ),
  documentsBusy: (seconds: number) =>
    problem(
      503,
      "documents.busy",
      "Others are waiting too",
      `As many documents are being made as this server can make. Try again in ${seconds} seconds.`,
      undefined,
      { "Retry-After": String(seconds) },
    ),
  noPublisher: () =>
    problem(
      404,
      "iati.no-publisher",
      "Nobody publishes it",
      "An IATI file says who publishes it. Whoever runs this server can name the organisation with --reporting-org.",
    ),
  nothingFiled: () =>
    problem(
      400,
      "report.no-file",
      "No report came with it",
      "Send the file itself as the body with its name in ?name=, or as the field `file` of a form.",
    ),
  reportUnknown: () =>
    problem(404, "report.unknown", "No such report", "You filed no report of that number, or it is no longer kept."),
  stopping: () => problem(503, "server.stopping", "About to stop", "Ask another server; this one finishes and stops."),
  tooSlow: () =>
    problem(
      503,
      "answer.too-slow",
      "The answer took too long",
      "Ask for fewer years, results or places at once, and try again.",
    ),
  noDonorCells: () =>
    problem(
      404,
      "donor.no-cells",
      "No cells of your grants",
      "This release holds no cells made for your donor code. Whoever runs this server can say why.",
    ),
  noDonorProgress: () =>
    problem(
      404,
      "donor.no-progress",
      "No progress of your grants",
      "This release tells nothing of the progress of your grants. Their cells are at /v1/cells?grant=own.",
    ),
  noRelease: () =>
    problem(
      503,
      "release.none",
      "Nothing published yet",
      "No release has been published. File reports with trama ingest, then trama publish.",
    ),
  unexpected: () =>
    problem(
      500,
      "unexpected",
      "Something went wrong",
      "The fault is ours. Try again; if it stays, tell whoever runs this server.",
    ),
};

const workStatus: Readonly<Record<string, number>> = {
  "held.unknown": 404,
  "home.busy": 503,
  "home.trouble": 503,
};

const accountStatus: Readonly<Record<string, number>> = { unknown: 404, exists: 409, "last-admin": 409 };

function problem(
  status: number,
  code: string,
  title: string,
  detail: string,
  errors?: FieldErrors,
  headers?: Readonly<Record<string, string>>,
): Problem {
  return new Problem({ type: `/docs#${code}`, title, status, code, detail, ...(errors ? { errors } : {}) }, headers);
}
