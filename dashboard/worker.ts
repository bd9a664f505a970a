/// <reference lib="webworker" />
import { isPublicAnswer, isPublicPage } from "./client/public.ts";

/**
 * Keeps what a reader has seen, so that it can be read again without a connection. While there is one, every answer
 * comes from the server; what is kept is only a fallback. Kept are public answers that the server calls public, in a
 * store named by their release: with the next release, or when one is withdrawn, the store goes.
 */
declare const self: ServiceWorkerGlobalScope;

/** What a page tells once it stands: its release, its files, the answers it was written with. */
export interface Keep {
  readonly release: number;
  readonly files: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly address: string;
}

/** What a page asks: to keep something, or whether the server can be reached. */
export type Asked = { readonly kind: "keep"; readonly keep: Keep } | { readonly kind: "line" };

/** What pages are told: whether the server could not be reached when it was last asked for anything. */
export interface Told {
  readonly kind: "line";
  readonly gone: boolean;
}

const filesStore = "trama-files";
const dataStore = (release: number) => `trama-release-${release}`;
const shell = "/shell";

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const asked = event.data as Asked;
  if (asked.kind === "keep") event.waitUntil(keep(asked.keep));
  else event.source?.postMessage(line);
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(fileOf(request));
  else if (isPublicAnswer(url)) event.respondWith(answerOf(request, url));
  else if (request.mode === "navigate" && isPublicPage(url)) event.respondWith(pageOf(request, url));
});

async function keep({ release, files, answers, address }: Keep): Promise<void> {
  await forgetAllBut(dataStore(release));
  const data = await caches.open(dataStore(release));
  for (const [path, answer] of Object.entries(answers))
    if (isPublicAnswer(new URL(path, self.location.origin))) await data.put(path, jsonOf(answer));
  const page = await fetch(address, { credentials: "omit" }).catch(() => null);
  if (page && maySave(page)) {
    await data.put(shell, page.clone());
    await data.put(address, page);
  }
  const store = await caches.open(filesStore);
  for (const old of await store.keys()) if (!files.includes(new URL(old.url).pathname)) await store.delete(old);
  for (const file of files) if (!(await store.match(file))) await store.add(file).catch(() => {});
}

async function fileOf(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const found = await fetch(request);
  if (found.ok) await (await caches.open(filesStore)).put(request, found.clone());
  return found;
}

let line: Told = { kind: "line", gone: false };

/** Asks the server; every page hears when it begins or ceases to answer. */
async function ask(request: Request): Promise<Response> {
  try {
    const found = await fetch(request);
    await lineIs(false);
    return found;
  } catch (cause) {
    // What a reader turned away from tells nothing of the line.
    if (!request.signal.aborted) await lineIs(true);
    throw cause;
  }
}

async function lineIs(gone: boolean): Promise<void> {
  if (line.gone === gone) return;
  line = { kind: "line", gone };
  for (const page of await self.clients.matchAll()) page.postMessage(line);
}

async function answerOf(request: Request, url: URL): Promise<Response> {
  const path = `${url.pathname}${url.search}`;
  try {
    const found = await ask(request);
    if (found.status === 410) await forgetAllBut(null);
    const store = await current();
    if (store && maySave(found)) await store.put(path, found.clone());
    return found;
  } catch (cause) {
    const kept = await (await current())?.match(path);
    if (kept) return kept;
    throw cause;
  }
}

async function pageOf(request: Request, url: URL): Promise<Response> {
  const path = `${url.pathname}${url.search}`;
  const store = await current();
  try {
    const found = await ask(request);
    if (found.status === 410) await forgetAllBut(null);
    else if (store && maySave(found)) await store.put(path, found.clone());
    return found;
  } catch (cause) {
    const kept = (await store?.match(path)) ?? (await store?.match(shell));
    if (kept) return kept;
    throw cause;
  }
}

/** Only what the server itself calls public is written down, and only whole answers. */
function maySave(response: Response): boolean {
  return response.status === 200 && /\bpublic\b/.test(response.headers.get("cache-control") ?? "");
}

/** The store of the release that is kept; there is one at most. */
async function current(): Promise<Cache | null> {
  const name = (await caches.keys()).find((key) => key.startsWith("trama-release-"));
  return name ? caches.open(name) : null;
}

async function forgetAllBut(name: string | null): Promise<void> {
  for (const key of await caches.keys()) if (key.startsWith("trama-release-") && key !== name) await caches.delete(key);
}

function jsonOf(answer: unknown): Response {
  return new Response(JSON.stringify(answer), { headers: { "content-type": "application/json; charset=utf-8" } });
}
