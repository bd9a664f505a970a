import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ProblemDetails } from "./contract/index.ts";

/** Trouble that an answer tells its caller about, as RFC 9457 problem details. */
export class Problem extends HTTPException {
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails) {
    super(details.status as ContentfulStatusCode, { message: details.detail });
    this.details = details;
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
  notSignedIn: () => problem(401, "sign-in.required", "Sign in first", "This answer is for signed-in users."),
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

function problem(status: number, code: string, title: string, detail: string, errors?: FieldErrors): Problem {
  return new Problem({ type: `/docs#${code}`, title, status, code, detail, ...(errors ? { errors } : {}) });
}
