import type { OpenAPIHono } from "@hono/zod-openapi";
import { problems } from "../problems.ts";

/** Progress to target is for managers and donors: without sign-in there is no answer, rather than an empty one. */
export function progressRoutes(app: OpenAPIHono): void {
  app.get("/v1/progress", () => {
    throw problems.notSignedIn();
  });
}
