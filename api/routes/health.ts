import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { Health } from "../contract/index.ts";
import type { Deps } from "./route.ts";

const route = createRoute({
  method: "get",
  path: "/v1/health",
  summary: "Whether the server answers, and from which release",
  responses: { 200: { description: "The server answers.", content: { "application/json": { schema: Health } } } },
});

export function healthRoutes(app: OpenAPIHono, { releases }: Deps): void {
  app.openapi(route, async (c) => {
    c.header("Cache-Control", "no-store");
    if ((await releases.current()) === null)
      return c.json({ status: "empty" as const, release: null, made_at: null, synthetic: false, framework: null }, 200);
    return releases.read(async ({ manifest }) =>
      c.json(
        {
          status: "ok" as const,
          release: manifest.release,
          made_at: manifest.made_at,
          synthetic: manifest.synthetic,
          framework: manifest.framework_version,
        },
        200,
      ),
    );
  });
}
