import { respondPrivately } from "../answers/private.ts";
import { columnsOf } from "../answers/table.ts";
import { OutcomesAnswer, OutcomesQuery, OwnOutcomesAnswer, OwnOutcomesQuery } from "../contract/index.ts";
import { checkMembers } from "../policies/members.ts";
import { findOutcomes } from "../queries/outcomes.ts";
import { findOwnOutcomes } from "../queries/restricted/outcomes.ts";
import { manager, withinReach } from "./restricted/reach.ts";
import { getRoute, type Routes } from "./route.ts";

const cleared = getRoute({
  path: "/v1/outcomes",
  summary: "Outcome statements that were cleared for everybody",
  description:
    "What somebody does differently, for better or worse, in words that a person cleared. A statement names its country and year only where the count of collectives there is published, otherwise its region, and never a project or collective.",
  query: OutcomesQuery,
  answer: OutcomesAnswer,
  tabular: true,
});

const own = getRoute({
  path: "/v1/outcomes/own",
  summary: "Outcome statements in a manager's reach",
  description:
    "Every statement as last filed, with the words that were released and whether it was cleared for everybody. For managers: what lies in their countries and projects.",
  query: OwnOutcomesQuery,
  answer: OwnOutcomesAnswer,
  tabular: true,
  restricted: true,
});

const said = {
  result: "text",
  direction: "text",
  intended: "text",
  who: "text",
  what: "text",
  significance: "text",
  contribution_collective: "whole",
  contribution_pi: "whole",
  contribution_others: "whole",
  rival_stated: "text",
  substantiated: "text",
} as const;

const clearedKinds = { statement: "text", ...said, country: "text", region: "text", year: "whole" } as const;

const ownKinds = {
  statement: "text",
  outcome: "text",
  ...said,
  substantiator: "text",
  collective: "text",
  country: "text",
  project: "text",
  year: "whole",
  period: "text",
  decision: "text",
  file: "text",
  sheet: "text",
  row: "whole",
} as const;

export const outcomeRoutes: Routes = (app, { respond, restricted }) => {
  app.openapi(cleared, (c) => {
    const { format, ...query } = c.req.valid("query");
    checkMembers(query);
    return respond(c, format, query, async ({ db, number }) => {
      const outcomes = await findOutcomes(db, query);
      return { json: { release: number, outcomes }, columns: () => columnsOf(outcomes, clearedKinds) };
    });
  });
  if (!restricted) return;
  app.openapi(own, (c) => {
    const { format, ...query } = c.req.valid("query");
    const who = manager(c, "observation.read");
    checkMembers(query);
    return respondPrivately(c, format, () =>
      withinReach(restricted, who, query, async ({ release, rows }) => {
        const outcomes = await findOwnOutcomes(rows, query);
        return { json: { release: release.number, outcomes }, columns: () => columnsOf(outcomes, ownKinds) };
      }),
    );
  });
};
