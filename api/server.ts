import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import type { Accounts } from "./accounts/accounts.ts";
import { createApp } from "./app.ts";
import type { RenderPage } from "./contract/index.ts";
import { listenerOf } from "./listener.ts";
import { metrics, serveMetrics } from "./metrics/metrics.ts";
import { openReleases } from "./release.ts";
import { openRestricted } from "./restricted/restricted.ts";
import { readyAnswers } from "./routes/ready-answers.ts";
import { openDocuments, type Publisher } from "./works/documents.ts";
import { openSubmissions } from "./works/submissions.ts";
import { openWorks } from "./works/works.ts";

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly home: string;
  readonly releases: string;
  /** The pipeline's module that does one task in the home and ends. */
  readonly works: string;
  /** The module that makes one report or IATI file and ends. */
  readonly documents: string;
  /** Who publishes IATI files; left out, there are none of real data. */
  readonly publisher?: Publisher | undefined;
  readonly accounts: Accounts;
  /** Address under which browsers reach it, where a proxy stands in front. */
  readonly address?: string | undefined;
  readonly renderPage: RenderPage;
  readonly assets: string;
  readonly say: (line: string) => void;
  /** Port of this machine alone at which `/metrics` is answered; left out, nothing is counted. */
  readonly metricsPort?: number | undefined;
  /** Told of each request in a line of JSON, without anything of what was asked or answered. */
  readonly log?: ((line: string) => void) | undefined;
}

/** How long requests under way, such as streams of events, may go on after the server was asked to stop. */
const grace = 10_000;

/** A client that sends its request by drips is cut off, so that it holds no place for others. */
const slowest = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 2_000 } as const;

const local = new Set(["127.0.0.1", "::1", "localhost"]);

/** Answers over HTTP until the process is asked to stop; requests under way are finished first. */
export async function serve(options: ServeOptions): Promise<void> {
  const { host, port, releases: folder, accounts, address, renderPage, assets, say } = options;
  if (!local.has(host)) say(`Listening on ${host}: put TLS or a trusted proxy in front.`);
  const releases = openReleases(folder);
  const restricted = openRestricted(folder, releases);
  const compilerOptions = fileURLToPath(new URL("../tsconfig.base.json", import.meta.url));
  const works = openWorks({ child: options.works, home: options.home, compilerOptions });
  const submissions = await openSubmissions(options.home, accounts, works, () => new Date(), say);
  const documents = openDocuments({
    child: options.documents,
    home: options.home,
    compilerOptions,
    publisher: options.publisher,
    say,
  });
  let stopping = false;
  const counted = options.metricsPort === undefined ? undefined : metrics();
  const counting = counted && (await serveMetrics(counted, options.metricsPort as number));
  const ready = readyAnswers({ releases, metrics: counted, log: options.log });
  const app = createApp({
    releases,
    accounts,
    restricted,
    works: { works, submissions },
    documents,
    address,
    renderPage,
    assets: { folder: assets },
    say,
    metrics: counted,
    ready,
    log: options.log,
    stopping: () => stopping,
  });
  const server = createServer(slowest, listenerOf(app, ready, host)).listen(port, host);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", resolve);
  });
  const bound = server.address();
  const heard = typeof bound === "object" && bound ? bound.port : port;
  if (counting) say(`Metrics at http://127.0.0.1:${counting.port}/metrics`);
  say(`Trama answers at http://${host.includes(":") ? `[${host}]` : host}:${heard}`);

  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  stopping = true;
  const cut = setTimeout(() => server.closeAllConnections(), grace);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
  await counting?.close();
  await Promise.all([works.close(), documents.close()]);
  await releases.close();
  restricted.close();
  accounts.close();
}
