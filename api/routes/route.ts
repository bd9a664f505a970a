import { createRoute, type OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Respond } from "../answers/respond.ts";
import { ProblemDetails } from "../contract/index.ts";
import type { Releases } from "../release.ts";
import type { Restricted } from "../restricted/restricted.ts";
import { account, signInFirst } from "./principal.ts";

/** What routes are given. */
export interface Deps {
  readonly releases: Releases;
  readonly respond: Respond;
  /** The restricted side; absent where nobody can sign in. */
  readonly restricted?: Restricted | undefined;
}

/** Adds the routes of one resource. */
export type Routes = (app: OpenAPIHono, deps: Deps) => void;

/** A documented answer that is a problem. */
export const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ProblemDetails } },
});

const bytes = { schema: z.string().openapi({ format: "binary" }) };
/** How an answer that is a table is also given. */
export const tableTypes = {
  "text/csv": { schema: z.string() },
  "application/vnd.apache.arrow.stream": bytes,
  "application/vnd.apache.parquet": bytes,
};

interface Described<Path extends string, Query, Answer> {
  readonly path: Path;
  readonly summary: string;
  readonly description: string;
  readonly query: Query;
  readonly answer: Answer;
  /** Whether the answer is also given as CSV, Arrow and Parquet. */
  readonly tabular?: boolean;
  /** Whether only signed-in callers get an answer. */
  readonly restricted?: boolean;
}

/** A documented GET route, with the problems that every route may give. */
export function getRoute<const Path extends string, Query extends z.ZodObject, Answer extends z.ZodType>(
  route: Described<Path, Query, Answer>,
) {
  const { path, summary, description, query, answer, tabular = false, restricted = false } = route;
  return createRoute({
    method: "get",
    path,
    summary,
    description,
    request: { query },
    ...(restricted ? { middleware: signInFirst, security: [...account] } : {}),
    responses: {
      200: {
        description: summary,
        content: { "application/json": { schema: answer }, ...(tabular ? tableTypes : {}) },
      },
      304: { description: "Not changed since the release named in If-None-Match." },
      400: problem("The question cannot be read."),
      ...(restricted ? { 401: problem("Nobody is signed in.") } : {}),
      403: problem("The caller may not ask this."),
      410: problem("The release was withdrawn."),
      503: problem("No release has been published, or the current one is damaged."),
    },
  } satisfies RouteConfig);
}
