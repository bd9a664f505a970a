import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import { packageAbout, packageFormats, packageResource, tables } from "@trama/data/schema";
import { isUnchanged } from "../answers/unchanged.ts";
import { DataPackage } from "../contract/index.ts";
import { problem, type Routes } from "./route.ts";

const route = createRoute({
  method: "get",
  path: "/v1/releases/{release}/datapackage.json",
  summary: "A release described for data tools",
  description:
    "The Data Package (version 2) of a release: its cells and outcome statements as CSV, Parquet and Arrow at addresses beside this one, with each column's meaning, code lists, licence and source. `trama export datapackage` writes all tables as files.",
  request: { params: z.object({ release: z.coerce.number().int().positive() }) },
  responses: {
    200: { description: "The description.", content: { "application/json": { schema: DataPackage } } },
    304: { description: "Not changed." },
    404: problem("There is no such release, or it is no longer kept."),
    410: problem("The release was withdrawn."),
  },
});

const formats = Object.keys(packageFormats) as (keyof typeof packageFormats)[];

/** The description of a release; it never changes, but a withdrawn release has none, so it is asked for again in time. */
export const dataPackageRoutes: Routes = (app, { releases }) => {
  app.openapi(route, async (c) => {
    const manifest = await releases.manifest(c.req.valid("param").release);
    const described = {
      ...packageAbout(manifest),
      resources: [
        ...formats.map((format) => packageResource(tables.cell, format, `cells?format=${format}`)),
        ...formats.map((format) =>
          packageResource(tables.cleared_outcome_statement, format, `outcomes?format=${format}`),
        ),
      ],
    };
    const digest = createHash("sha256").update(JSON.stringify(described)).digest("base64url").slice(0, 22);
    const etag = `"r${manifest.release}-${digest}"`;
    c.header("ETag", etag);
    c.header("Cache-Control", "public, max-age=300");
    if (isUnchanged(c.req.header("if-none-match"), etag)) return c.body(null, 304);
    return c.json(DataPackage.parse(described), 200);
  });
};
