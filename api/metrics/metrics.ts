import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { MiddlewareHandler } from "hono";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { routeOf } from "../routes/watch.ts";

/** Counts for whoever runs the server: how many requests, how long, and how the process does. Never what was asked. */
export interface Metrics {
  readonly count: MiddlewareHandler;
  /** Counts one request that took so many milliseconds. */
  answered(method: string, route: string, status: number, ms: number): void;
  /** All of it as Prometheus reads it. */
  text(): Promise<string>;
  readonly contentType: string;
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Makes counters of their own registry. Labels are the method, the route as it is described and the class of the answer:
 * no value of a request is ever among them, so that neither data nor people can be read from them.
 */
export function metrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: "trama_" });
  const labelNames = ["method", "route", "status"] as const;
  const requests = new Counter({
    name: "trama_http_requests_total",
    help: "Requests answered, by route as described.",
    labelNames,
    registers: [register],
  });
  const seconds = new Histogram({
    name: "trama_http_request_seconds",
    help: "How long answers took.",
    labelNames: ["method", "route"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  const answered: Metrics["answered"] = (asked, route, status, ms) => {
    const method = methods.has(asked) ? asked : "other";
    requests.inc({ method, route, status: `${Math.floor(status / 100)}xx` });
    seconds.observe({ method, route }, ms / 1000);
  };
  return {
    answered,
    contentType: register.contentType,
    text: () => register.metrics(),
    count: async (c, next) => {
      const started = performance.now();
      await next();
      answered(c.req.method, routeOf(c), c.res.status, performance.now() - started);
    },
  };
}

/** Answers `/metrics` on this machine alone, at a port of its own: the public side knows nothing of it. */
export async function serveMetrics(
  { text, contentType }: Metrics,
  port: number,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") return void response.writeHead(404).end();
    text().then(
      (body) => response.writeHead(200, { "Content-Type": contentType }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
