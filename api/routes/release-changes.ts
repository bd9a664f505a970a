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

const nothing = { added: 0, changed: 0, withdrawn: 0, countries: [], results: [] };

export const releaseChangesRoutes: Routes = (app, { respond, releases }) => {
  app.openapi(route, (c) =>
    respond(c, "json", null, async ({ cells, number, manifest: { note } }) => {
      const earlier = (await releases.list()).map(({ release }) => release).filter((release) => release < number);
      const safe = await Promise.all(earlier.map((release) => releases.manifest(release).catch(() => null)));
      const since = safe.findLast((one) => one !== null)?.release ?? null;
      const found =
        since === null ? nothing : await releases.readKept(since, (before) => findReleaseChanges(cells, before.cells));
      return { json: { release: number, since, note, ...found } };
    }),
  );
};
