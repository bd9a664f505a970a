import { z } from "@hono/zod-openapi";

const Field = z
  .object({ name: z.string(), title: z.string(), type: z.string(), description: z.string() })
  .catchall(z.unknown());

const Resource = z.object({
  name: z.string(),
  type: z.literal("table"),
  title: z.string(),
  path: z.string().openapi({ description: "Where the bytes are, beside this description." }),
  format: z.enum(["csv", "parquet", "arrow"]),
  mediatype: z.string(),
  encoding: z.string(),
  schema: z.object({
    $schema: z.string(),
    fields: z.array(Field).openapi({ description: "Each column with its meaning, code list and empty value." }),
    missingValues: z.array(z.string()),
    primaryKey: z.array(z.string()),
  }),
});

/** A release's open data as the Data Package standard (version 2) describes data. */
export const DataPackage = z
  .object({
    $schema: z.string(),
    name: z.string(),
    title: z.string(),
    description: z.string(),
    version: z.string(),
    created: z.string(),
    licenses: z.array(z.object({ name: z.string(), title: z.string(), path: z.string() })),
    contributors: z.array(z.object({ title: z.string(), roles: z.array(z.string()) })),
    sources: z.array(z.object({ title: z.string(), path: z.string() })),
    resources: z.array(Resource),
  })
  .openapi("DataPackage");
