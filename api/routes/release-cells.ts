import { createRoute, z } from "@hono/zod-openapi";
import { type Table, tables } from "@trama/data/schema";
import { columnsOf } from "../answers/table.ts";
import { ReleaseCellsAnswer, ReleaseCellsQuery, ReleaseOutcomesAnswer } from "../contract/index.ts";
import { findOutcomes } from "../queries/outcomes.ts";
import { findReleaseCells } from "../queries/release-cells.ts";
import { problem, type Routes, tableTypes } from "./route.ts";

const cells = download(
  "/v1/releases/{release}/cells",
  "All that a release publishes",
  "Every cell of a release that is kept, published or withheld, as its public file holds it: one download for all figures.",
  ReleaseCellsAnswer,
);

const outcomes = download(
  "/v1/releases/{release}/outcomes",
  "The outcome statements that a release publishes",
  "Every outcome statement of a release that is kept, as its public file holds it. A release made before there were any has none.",
  ReleaseOutcomesAnswer,
);

const kindOf: Readonly<Record<string, "text" | "whole" | "real" | "flag">> = {
  SMALLINT: "whole",
  INTEGER: "whole",
  DOUBLE: "real",
  BOOLEAN: "flag",
};
const kindsOf = (table: Table) =>
  Object.fromEntries(Object.entries(table.columns).map(([name, { sql }]) => [name, kindOf[sql] ?? "text"] as const));
const cellKinds = kindsOf(tables.cell);
const outcomeKinds = kindsOf(tables.cleared_outcome_statement);

/** Downloads of whole releases. */
export const releaseCellsRoutes: Routes = (app, { releases, respond }) => {
  app.openapi(cells, async (c) => {
    const { release } = c.req.valid("param");
    const { format } = c.req.valid("query");
    // Asked each time: what was withdrawn since is not given out of what is remembered.
    await releases.manifest(release);
    const answer = await respond(c, format, { release }, async (current) => {
      const cells =
        release === current.number
          ? await findReleaseCells(current.db)
          : await releases.readKept(release, ({ db }) => findReleaseCells(db));
      return { json: { release, cells }, columns: () => columnsOf(cells, cellKinds) };
    });
    c.set("published", undefined);
    return answer;
  });
  app.openapi(outcomes, async (c) => {
    const { release } = c.req.valid("param");
    const { format } = c.req.valid("query");
    await releases.manifest(release);
    const answer = await respond(c, format, { release }, async (current) => {
      const outcomes =
        release === current.number
          ? await findOutcomes(current.db, {})
          : await releases.readKept(release, ({ db }) => findOutcomes(db, {}));
      return { json: { release, outcomes }, columns: () => columnsOf(outcomes, outcomeKinds) };
    });
    c.set("published", undefined);
    return answer;
  });
};

function download<Path extends string, Answer extends z.ZodType>(
  path: Path,
  summary: string,
  description: string,
  answer: Answer,
) {
  return createRoute({
    method: "get",
    path,
    summary,
    description,
    request: { params: z.object({ release: z.coerce.number().int().positive() }), query: ReleaseCellsQuery },
    responses: {
      200: { description: "The rows.", content: { "application/json": { schema: answer }, ...tableTypes } },
      304: { description: "Not changed." },
      400: problem("The question cannot be read."),
      404: problem("There is no such release, or it is no longer kept."),
      410: problem("The release was withdrawn."),
      503: problem("No release has been published, or one is damaged."),
    },
  });
}
