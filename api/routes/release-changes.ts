import { z } from "@hono/zod-openapi";
import { ReleaseChangesAnswer } from "../contract/release-changes.ts";
import { findReleaseChanges } from "../queries/release-changes.ts";
import { getRoute, type Routes } from "./route.ts";

const route = getRoute({
  path: "/v1/release-changes",
  summary: "What changed since the release before",
  description: "How many country figures are new, differ, or are no longer published, and where.",
  query: z.object({}).strict(),
  answer: ReleaseChangesAnswer,
});

export const releaseChangesRoutes: Routes = (app, { respond }) => {
  app.openapi(route, (c) =>
    respond(c, "json", null, async ({ db, number, manifest }) => ({
      json: { release: number, note: manifest.note, ...(await findReleaseChanges(db, number)) },
    })),
  );
};
