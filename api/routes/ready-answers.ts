import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context, MiddlewareHandler } from "hono";
import { isUnchanged } from "../answers/unchanged.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { Releases } from "../release.ts";
import { lineOf, routeOf } from "./watch.ts";

/** Answers that were given to the public and stand ready, whole, to be given again. */
export interface ReadyAnswers {
  /** Keeps what is answered to the public, with all that the general road put on it: stands before everything else. */
  readonly keep: MiddlewareHandler;
  /** Answers from what is ready, or says that the request must take the general road. */
  send(incoming: IncomingMessage, outgoing: ServerResponse): boolean;
}

export interface ReadyOptions {
  readonly releases: Pick<Releases, "shown">;
  readonly metrics?: Pick<Metrics, "answered"> | undefined;
  readonly log?: ((line: string) => void) | undefined;
  /** Bytes that are kept at most; 32 MB if left out. */
  readonly most?: number;
}

interface Ready {
  readonly host: string | undefined;
  readonly route: string;
  readonly etag: string;
  readonly head: string[];
  readonly headUnchanged: string[];
  readonly body: Uint8Array;
}

/** What an entry costs beside its bytes. */
const overhead = 4096;
/** A request that has one of these may be answered otherwise than another of the same address. */
const telling = ["cookie", "authorization", "range", "expect", "content-length", "transfer-encoding"] as const;
const ofBody = new Set(["content-type", "content-encoding", "content-length"]);

/**
 * Makes the short road of a published answer: the same question by the public, once answered on the general road, is
 * answered from its bytes and headers as they were sent. `current` is looked at each time, so nothing of an older release
 * is given after a switch; who shows a cookie or a token never comes this way.
 */
export function readyAnswers({ releases, metrics, log, most = 32 * 1024 * 1024 }: ReadyOptions): ReadyAnswers {
  const entries = new Map<string, Ready>();
  let ofRelease = -1;
  let bytes = 0;

  function drop(key: string): void {
    const found = entries.get(key);
    if (!found) return;
    bytes -= found.body.length + overhead;
    entries.delete(key);
  }

  function put(release: number, key: string, entry: Ready): void {
    if (release !== ofRelease) {
      ofRelease = release;
      entries.clear();
      bytes = 0;
    }
    drop(key);
    entries.set(key, entry);
    bytes += entry.body.length + overhead;
    for (const old of entries.keys()) {
      if (bytes <= most) break;
      drop(old);
    }
  }

  /** The release that is shown; undefined where it cannot be told, which the general road then says. */
  function shown(): number | null | undefined {
    try {
      return releases.shown();
    } catch {
      return undefined;
    }
  }

  return {
    async keep(c, next) {
      await next();
      const published = c.get("published");
      const incoming = incomingOf(c);
      if (!published || !incoming || c.res.status !== 200) return;
      const key = keyOf(incoming);
      const { headers } = c.res;
      if (key === undefined || !/^public\b/.test(headers.get("cache-control") ?? "") || headers.has("set-cookie"))
        return;
      const { release, etag, body } = published;
      const given = [...headers].filter(([name]) => name !== "content-length" && name !== "transfer-encoding");
      const entry = (sent: Uint8Array): Ready => ({
        host: incoming.headers.host,
        route: routeOf(c),
        etag,
        head: [...given, ["content-length", String(sent.length)]].flat(),
        headUnchanged: given
          .filter(([name]) => !ofBody.has(name))
          .flatMap(([name, value]) => [name, name === "etag" ? etag : value]),
        body: sent,
      });
      if (!headers.has("content-encoding")) return put(release, key, entry(body));
      // As packed on the general road; a reader who goes away before its end does not keep it from being read here.
      const copy = c.res.clone();
      void copy.arrayBuffer().then(
        (packed) => put(release, key, entry(new Uint8Array(packed))),
        () => {},
      );
    },

    send(incoming, outgoing) {
      const key = keyOf(incoming);
      const found = key === undefined ? undefined : entries.get(key);
      if (key === undefined || !found || found.host !== incoming.headers.host || shown() !== ofRelease) return false;
      const started = metrics || log ? performance.now() : 0;
      entries.delete(key);
      entries.set(key, found);
      const unchanged = isUnchanged(incoming.headers["if-none-match"], found.etag);
      if (unchanged) outgoing.writeHead(304, found.headUnchanged).end();
      else outgoing.writeHead(200, found.head).end(found.body);
      const status = unchanged ? 304 : 200;
      const ms = performance.now() - started;
      metrics?.answered("GET", found.route, status, ms);
      log?.(lineOf({ method: "GET", route: found.route, status, ms, role: "public" }));
      return true;
    },
  };
}

/** Under what an answer to this request is kept; undefined where it may depend on more than the key holds. */
function keyOf({ method, url = "", headers }: IncomingMessage): string | undefined {
  if (method !== "GET" || !url.startsWith("/v1/") || telling.some((name) => headers[name] !== undefined))
    return undefined;
  return `${url}\n${headers.accept ?? ""}\n${headers["accept-encoding"] ?? ""}`;
}

function incomingOf(c: Context): IncomingMessage | undefined {
  return (c.env as { readonly incoming?: IncomingMessage } | undefined)?.incoming;
}
