import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Audit } from "../audit/audit.ts";
import { nobody, type Principal } from "../policies/principal.ts";
import { problems } from "../problems.ts";

/** Parts of a question that say where what was asked for lies. All others, and values that are no codes, are left out. */
const told = [
  "country",
  "region",
  "project",
  "donor",
  "grant",
  "format",
  "result",
  "indicator",
  "type",
  "panel",
  "by",
  "time",
  "from",
  "to",
  "year",
  "dry_run",
  "accept_revision",
];
declare module "hono" {
  interface ContextVariableMap {
    /** Codes of what a request is about, where its address does not tell them. */
    about: Readonly<Record<string, string>> | undefined;
  }
}

const code = /^[\w.~:,+-]{1,200}$/;

export interface WatchOptions {
  readonly audit?: Audit | undefined;
  /** One line of JSON for each request, without anything of what was asked or answered. */
  readonly log?: ((line: string) => void) | undefined;
}

/**
 * Notes who saw or changed what: every request of somebody signed in, and every one that was refused for want of a
 * right. Answers of published cells to the public are not noted.
 */
export function watchRequests({ audit, log }: WatchOptions): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const principal: Principal = c.get("principal") ?? nobody;
    const { status } = c.res;
    const route = routeOf(c);
    const { method } = c.req;
    log?.(lineOf({ method, route, status, ms: performance.now() - started, role: principal.kind }));
    const refused = status === 401 || status === 403 || status === 429;
    if (!audit || (principal.kind === "public" && !refused)) return;
    audit.append({
      who: principal.kind === "public" ? null : principal.account,
      by: principal.kind === "public" ? null : principal.by.kind,
      did: `${c.req.method} ${route}`,
      about: aboutOf(c),
      status,
    });
  };
}

/** A request as a line of the log: when, what kind, how it ended and how long it took. */
export function lineOf(answered: {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly role: string;
}): string {
  return JSON.stringify({ at: new Date().toISOString(), ...answered, ms: Math.round(answered.ms) });
}

/** Refuses an account that asks more than so often in a minute. */
export function limitRequests(perMinute: number, clock: () => number = Date.now): MiddlewareHandler {
  const windows = new Map<string, { minute: number; count: number }>();
  return async (c, next) => {
    const principal = c.get("principal");
    if (principal.kind !== "public") {
      const minute = Math.floor(clock() / 60_000);
      const found = windows.get(principal.account);
      const count = found?.minute === minute ? found.count + 1 : 1;
      windows.set(principal.account, { minute, count });
      if (windows.size > 10_000) windows.clear();
      if (count > perMinute) throw problems.tooManyRequests(60 - (Math.floor(clock() / 1000) % 60));
    }
    await next();
  };
}

/** The route as it is described, with no value of the request in it. */
export function routeOf(c: Context): string {
  const found = matchedRoutes(c)
    .map(({ path }) => path)
    .filter((path) => !path.includes("*"));
  return found.at(-1) ?? (c.req.path.startsWith("/v1/") ? "/v1/*" : "/*");
}

function aboutOf(c: Context): Record<string, string> {
  const query = c.req.query();
  const asked = Object.fromEntries(
    told.flatMap((part) => {
      const value = query[part];
      return value !== undefined && code.test(value) ? [[part, value]] : [];
    }),
  );
  return { ...asked, ...c.get("about") };
}
