import type { ProblemDetails } from "@trama/api/contract";

/** Code of the problem that the dashboard itself reports when no answer comes. */
export const unreachable = "unreachable";

/** Makes a problem of whatever a request was refused with, so that the reader always learns something to pass on. */
export function problemOf(cause: unknown): ProblemDetails {
  const found = cause instanceof Error && isProblem(cause.cause) ? cause.cause : cause;
  if (isProblem(found)) {
    const { type = "about:blank", title, status, code, detail = "" } = found;
    return { type, title, status, code, detail };
  }
  return { type: "about:blank", title: "No answer", status: 503, code: unreachable, detail: "" };
}

function isProblem(value: unknown): value is ProblemDetails {
  const problem = value as Partial<ProblemDetails> | null;
  return typeof problem === "object" && typeof problem?.status === "number" && typeof problem.title === "string";
}
