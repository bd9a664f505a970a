import { createRoute } from "@hono/zod-openapi";
import { ProblemDetails, Ready } from "../contract/index.ts";
import { problems } from "../problems.ts";
import type { Routes } from "./route.ts";

const route = createRoute({
  method: "get",
  path: "/v1/ready",
  summary: "Whether requests should be sent here",
  description: "Not while there is no release to answer from, nor while the server is about to stop.",
  responses: {
    200: { description: "It is ready.", content: { "application/json": { schema: Ready } } },
    503: {
      description: "It is not, or not any more.",
      content: { "application/problem+json": { schema: ProblemDetails } },
    },
  },
});

/** Readiness, for a load balancer; `/v1/health` says whether the server lives. */
export const readyRoutes =
  (stopping: () => boolean): Routes =>
  (app, { releases }) => {
    app.openapi(route, async (c) => {
      c.header("Cache-Control", "no-store");
      if (stopping()) throw problems.stopping();
      const release = await releases.read(async ({ number }) => number);
      return c.json({ ready: true, release }, 200);
    });
  };
