import { OpenAPIHono } from "@hono/zod-openapi";
import { tables } from "@trama/data/schema";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import type { Accounts } from "./accounts/accounts.ts";
import { responder } from "./answers/respond.ts";
import type { RenderPage } from "./contract/index.ts";
import type { Metrics } from "./metrics/metrics.ts";
import { Problem, problems } from "./problems.ts";
import type { Releases } from "./release.ts";
import type { Restricted } from "./restricted/restricted.ts";
import { accountRoutes } from "./routes/accounts.ts";
import { cellRoutes } from "./routes/cells.ts";
import { changeRoutes } from "./routes/change.ts";
import { completenessRoutes } from "./routes/completeness.ts";
import { countryRoutes } from "./routes/countries.ts";
import { dataPackageRoutes } from "./routes/data-package.ts";
import { distributionRoutes } from "./routes/distribution.ts";
import { docsRoutes, openApiInfo } from "./routes/docs.ts";
import { documentRoutes } from "./routes/documents.ts";
import { frameworkRoutes } from "./routes/framework.ts";
import { healthRoutes } from "./routes/health.ts";
import { methodRoutes } from "./routes/methods.ts";
import { outcomeRoutes } from "./routes/outcomes.ts";
import { type Assets, pageRoutes } from "./routes/pages.ts";
import { passkeyRoutes } from "./routes/passkeys.ts";
import { findPrincipal } from "./routes/principal.ts";
import { progressRoutes } from "./routes/progress.ts";
import { providerRoutes } from "./routes/provider.ts";
import { readyRoutes } from "./routes/ready.ts";
import type { ReadyAnswers } from "./routes/ready-answers.ts";
import { releaseCellsRoutes } from "./routes/release-cells.ts";
import { releaseChangesRoutes } from "./routes/release-changes.ts";
import { releaseRoutes } from "./routes/releases.ts";
import { reportRoutes } from "./routes/reports.ts";
import { howRoutes } from "./routes/restricted/how.ts";
import { rowRoutes } from "./routes/restricted/rows.ts";
import { sessionRoutes } from "./routes/session.ts";
import { standardisedRoutes } from "./routes/standardised.ts";
import { traitRoutes } from "./routes/traits.ts";
import { limitRequests, watchRequests } from "./routes/watch.ts";
import { workRoutes } from "./routes/works.ts";
import type { Documents } from "./works/documents.ts";
import type { Submissions } from "./works/submissions.ts";
import type { Works } from "./works/works.ts";

export interface AppDeps {
  readonly releases: Releases;
  /** Who may sign in; left out, every caller is the public. */
  readonly accounts?: Accounts | undefined;
  /** Counts requests for whoever runs the server. */
  readonly metrics?: Metrics | undefined;
  /** Keeps answers to the public for the short road. */
  readonly ready?: ReadyAnswers | undefined;
  /** Told of each request in a line of JSON, without anything of what was asked or answered. */
  readonly log?: ((line: string) => void) | undefined;
  /** Requests that one account may make in a minute; 600 if left out. */
  readonly perMinute?: number | undefined;
  /** Whether the server is about to stop. */
  readonly stopping?: (() => boolean) | undefined;
  /** The restricted side, for signed-in callers. */
  readonly restricted?: Restricted | undefined;
  /** Work in the home at request: filing, review, draft, publication. */
  readonly works?: { readonly works: Works; readonly submissions: Submissions } | undefined;
  /** Reports and IATI files, made on demand. */
  readonly documents?: Documents | undefined;
  /** Address under which browsers reach the server, where it is not the one asked for. */
  readonly address?: string | undefined;
  /** Renders the dashboard's pages; left out, the app answers the API only. */
  readonly renderPage?: RenderPage;
  /** The dashboard's built files. */
  readonly assets?: Assets;
  /** Told of faults of ours, never with data of a request. */
  readonly say?: (line: string) => void;
}

const contentSecurity = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** The whole HTTP side over a releases folder: API, documentation and pages. It listens to nothing by itself. */
export function createApp(given: AppDeps) {
  const { releases, accounts, restricted, works, address, renderPage, assets, say = () => {} } = given;
  const app = new OpenAPIHono({
    strict: false,
    defaultHook: (result) => {
      if (!result.success)
        throw problems.invalidQuery(
          result.error.issues.map(({ path, message, ...issue }) => ({
            field: path.join(".") || (issue.code === "unrecognized_keys" ? issue.keys.join(", ") : "query"),
            message,
          })),
        );
    },
  });
  if (given.metrics) app.use(given.metrics.count);
  if (given.ready) app.use(given.ready.keep);
  app.use(
    secureHeaders({
      contentSecurityPolicy: contentSecurity,
      crossOriginResourcePolicy: "cross-origin",
      referrerPolicy: "no-referrer",
      xFrameOptions: "DENY",
    }),
  );
  app.use(compress({ threshold: 1024 }));
  app.use("/v1/*", cors({ origin: "*", allowMethods: ["GET", "HEAD", "OPTIONS"], exposeHeaders: ["ETag"] }));
  const { log, perMinute = 600, stopping = () => false } = given;
  app.use("/v1/*", watchRequests({ audit: accounts?.audit, log }));
  app.use("/v1/*", findPrincipal(accounts, address));
  if (accounts) app.use("/v1/*", limitRequests(perMinute));
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "trama.session_token",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });

  const deps = { releases, respond: responder(releases), restricted };
  for (const routes of [
    healthRoutes,
    readyRoutes(stopping),
    frameworkRoutes,
    countryRoutes,
    cellRoutes,
    distributionRoutes,
    changeRoutes,
    progressRoutes,
    completenessRoutes,
    standardisedRoutes,
    releaseChangesRoutes,
    rowRoutes,
    outcomeRoutes,
    howRoutes,
    traitRoutes,
    methodRoutes,
    releaseRoutes,
    releaseCellsRoutes,
    ...(given.documents ? [documentRoutes(given.documents, address)] : []),
    dataPackageRoutes,
    ...(accounts
      ? [
          sessionRoutes(accounts, address !== undefined),
          passkeyRoutes(accounts),
          providerRoutes(accounts),
          accountRoutes(accounts),
        ]
      : []),
    ...(works ? [reportRoutes(works.submissions), workRoutes(works.works)] : []),
  ])
    routes(app, deps);
  app.doc31("/openapi.json", openApiInfo);
  docsRoutes(app);
  if (renderPage) pageRoutes(app, renderPage, assets);

  app.notFound((c) => {
    throw problems.notFound(c.req.path);
  });
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.status >= 500 && !(error instanceof Problem))
      say(`fault at ${c.req.method} ${c.req.routePath ?? "?"}: ${error.stack ?? error.name}`);
    return c.body(JSON.stringify(problem.details), problem.status, {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      ...(error instanceof Problem ? error.headers : {}),
    });
  });
  return app;
}

/** What the caller is told of an error: its own problem, that the request could not be read, or that the fault is ours. */
function problemOf(error: Error): Problem {
  if (error instanceof Problem) return error;
  if (isOfOlderRelease(error)) return problems.olderRelease();
  return error instanceof HTTPException && error.status < 500
    ? problems.notReadable(error.status)
    : problems.unexpected();
}

/** Whether a table or a column that releases are made with today was asked of one made before there was any. */
function isOfOlderRelease({ message }: Error): boolean {
  const [, table] = /Table with name (\w+) does not exist/.exec(message) ?? [];
  const [, column] = /column (?:named )?"(\w+)"/.exec(message) ?? [];
  return Object.values(tables).some(
    ({ name, columns }) =>
      name === table || (column !== undefined && column in columns && /Binder Error/.test(message)),
  );
}

export type App = ReturnType<typeof createApp>;
