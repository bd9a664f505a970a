import { serve as listen } from "@hono/node-server";
import type { Accounts } from "./accounts/accounts.ts";
import { createApp } from "./app.ts";
import type { RenderPage } from "./contract/index.ts";
import { openReleases } from "./release.ts";
import { openRestricted } from "./restricted/restricted.ts";

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly releases: string;
  readonly accounts: Accounts;
  /** Address under which browsers reach it, where a proxy stands in front. */
  readonly address?: string | undefined;
  readonly renderPage: RenderPage;
  readonly assets: string;
  readonly say: (line: string) => void;
}

const local = new Set(["127.0.0.1", "::1", "localhost"]);

/** Answers over HTTP until the process is asked to stop; requests under way are finished first. */
export async function serve(options: ServeOptions): Promise<void> {
  const { host, port, releases: folder, accounts, address, renderPage, assets, say } = options;
  if (!local.has(host)) say(`Listening on ${host}: put TLS or a trusted proxy in front.`);
  const releases = openReleases(folder);
  const restricted = openRestricted(folder, releases);
  const app = createApp({ releases, accounts, restricted, address, renderPage, assets: { folder: assets }, say });
  const server = listen({ fetch: app.fetch, hostname: host, port });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", resolve);
  });
  const bound = server.address();
  const heard = typeof bound === "object" && bound ? bound.port : port;
  say(`Trama answers at http://${host.includes(":") ? `[${host}]` : host}:${heard}`);

  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await releases.close();
  restricted.close();
  accounts.close();
}
