import { serve as listen } from "@hono/node-server";
import { createApp } from "./app.ts";
import type { RenderPage } from "./contract/index.ts";
import { openReleases } from "./release.ts";

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly releases: string;
  readonly renderPage: RenderPage;
  readonly assets: string;
  readonly say: (line: string) => void;
}

const local = new Set(["127.0.0.1", "::1", "localhost"]);

/** Answers over HTTP until the process is asked to stop; requests under way are finished first. */
export async function serve({ host, port, releases: folder, renderPage, assets, say }: ServeOptions): Promise<void> {
  if (!local.has(host)) say(`Listening on ${host}: put TLS or a trusted proxy in front.`);
  const releases = openReleases(folder);
  const app = createApp({ releases, renderPage, assets: { folder: assets }, say });
  const server = listen({ fetch: app.fetch, hostname: host, port });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  say(`Trama answers at http://${host.includes(":") ? `[${host}]` : host}:${bound}`);

  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await releases.close();
}
