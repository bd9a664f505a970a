import { createRoute, z } from "@hono/zod-openapi";
import type { Manifest } from "@trama/data/schema";
import { Release, ReleasesAnswer } from "../contract/index.ts";
import { problem, type Routes } from "./route.ts";

const all = createRoute({
  method: "get",
  path: "/v1/releases",
  summary: "The releases that are kept",
  description: "Oldest first; a withdrawn release is not among them.",
  responses: { 200: { description: "The releases.", content: { "application/json": { schema: ReleasesAnswer } } } },
});

const one = createRoute({
  method: "get",
  path: "/v1/releases/{release}",
  summary: "One release",
  description: "When it was made, of what was known when, and whether it is current.",
  request: { params: z.object({ release: z.coerce.number().int().positive() }) },
  responses: {
    200: { description: "The release.", content: { "application/json": { schema: Release } } },
    404: problem("There is no such release, or it is no longer kept."),
    410: problem("The release was withdrawn."),
  },
});

export const releaseRoutes: Routes = (app, { releases }) => {
  app.openapi(all, async (c) => {
    c.header("Cache-Control", "no-store");
    const current = await releases.current().catch(() => null);
    const listed = await releases.list();
    return c.json({ releases: listed.map((manifest) => said(manifest, current)) }, 200);
  });
  app.openapi(one, async (c) => {
    c.header("Cache-Control", "no-store");
    const manifest = await releases.manifest(c.req.valid("param").release);
    return c.json(said(manifest, await releases.current().catch(() => null)), 200);
  });
};

function said(manifest: Manifest, current: number | null): Release {
  const { release, made_at, as_of, ledger_head, note, synthetic, framework_version } = manifest;
  return { release, current: release === current, made_at, as_of, ledger_head, note, synthetic, framework_version };
}
