import { createRoute, z } from "@hono/zod-openapi";
import { tables } from "@trama/data/schema";
import { columnsOf } from "../answers/table.ts";
import { ReleaseCellsAnswer, ReleaseCellsQuery } from "../contract/index.ts";
import { findReleaseCells } from "../queries/release-cells.ts";
import { problem, type Routes, tableTypes } from "./route.ts";

const route = createRoute({
  method: "get",
  path: "/v1/releases/{release}/cells",
  summary: "All that a release publishes",
  description:
    "Every cell of a release that is kept, published or withheld, as its public file holds it: one download for all figures.",
  request: { params: z.object({ release: z.coerce.number().int().positive() }), query: ReleaseCellsQuery },
  responses: {
    200: {
      description: "The cells.",
      content: { "application/json": { schema: ReleaseCellsAnswer }, ...tableTypes },
    },
    304: { description: "Not changed." },
    400: problem("The question cannot be read."),
    404: problem("There is no such release, or it is no longer kept."),
    410: problem("The release was withdrawn."),
    503: problem("No release has been published, or one is damaged."),
  },
});

const kindOf: Readonly<Record<string, "text" | "whole" | "real">> = {
  SMALLINT: "whole",
  INTEGER: "whole",
  DOUBLE: "real",
};
const kinds = Object.fromEntries(
  Object.entries(tables.cell.columns).map(([name, { sql }]) => [name, kindOf[sql] ?? "text"]),
);

/** Downloads of whole releases. */
export const releaseCellsRoutes: Routes = (app, { releases, respond }) => {
  app.openapi(route, async (c) => {
    const { release } = c.req.valid("param");
    const { format } = c.req.valid("query");
    // Asked each time: what was withdrawn since is not given out of what is remembered.
    await releases.manifest(release);
    const answer = await respond(c, format, { release }, async (current) => {
      const cells =
        release === current.number
          ? await findReleaseCells(current.db)
          : await releases.readKept(release, ({ db }) => findReleaseCells(db));
      return { json: { release, cells }, columns: () => columnsOf(cells, kinds) };
    });
    c.set("published", undefined);
    return answer;
  });
};
