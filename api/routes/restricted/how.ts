import type { Context } from "hono";
import { respondPrivately } from "../../answers/private.ts";
import { columnsOf } from "../../answers/table.ts";
import {
  ActionsAnswer,
  ActionsQuery,
  CapacitiesAnswer,
  CapacitiesQuery,
  type Format,
  PressureAnswer,
  PressureQuery,
  ReachAnswer,
  ReachQuery,
  TiesAnswer,
  TiesQuery,
  VoicesAnswer,
  VoicesQuery,
} from "../../contract/index.ts";
import { checkMembers } from "../../policies/members.ts";
import { findActions, findBeside, findContributions } from "../../queries/restricted/actions.ts";
import { capacityFigures, findCapacityScores } from "../../queries/restricted/capacities.ts";
import { findBesidePressure, findPressure } from "../../queries/restricted/pressure.ts";
import { findGrantReach, findReach } from "../../queries/restricted/reach.ts";
import {
  findPairs,
  findYearTies,
  networkFigures,
  tieChangeFigures,
  tieFigures,
} from "../../queries/restricted/ties.ts";
import { findVoices } from "../../queries/restricted/voices.ts";
import type { Restricted, WithinReach } from "../../restricted/restricted.ts";
import { getRoute, type Routes } from "../route.ts";
import {
  actionKinds,
  capacityKinds,
  flatPressure,
  flatTie,
  flatVoice,
  pressureKinds,
  reachKinds,
  tieKinds,
  voiceKinds,
} from "./how-columns.ts";
import { manager, withinReach } from "./reach.ts";

const inReach = "For managers: exact, within their countries and projects.";
const restrictedTable = { tabular: true, restricted: true } as const;

const actions = getRoute({
  path: "/v1/actions",
  summary: "What was done, what it worked towards, and results beside it",
  description: `Actions by country and year; actions, capacities and results with rated contributions; and the change of linked results among collectives with and without the action: an association, no effect. As a table, the actions. ${inReach}`,
  query: ActionsQuery,
  answer: ActionsAnswer,
  ...restrictedTable,
});

const capacities = getRoute({
  path: "/v1/capacities",
  summary: "Capacities beside the results linked to them",
  description: `The score of each capacity beside the middle score of its linked results. A gap of two levels asks for a note. As a table, the scores. ${inReach}`,
  query: CapacitiesQuery,
  answer: CapacitiesAnswer,
  ...restrictedTable,
});

const ties = getRoute({
  path: "/v1/ties",
  summary: "Ties to organisations and networks",
  description: `Levels, functions and directions of active ties, ties gained and lost among the same collectives, and measures of the network; no picture of it is made. As a table, the ties by country and year. ${inReach}`,
  query: TiesQuery,
  answer: TiesAnswer,
  ...restrictedTable,
});

const voices = getRoute({
  path: "/v1/voices",
  summary: "Panels side by side",
  description: `What women's, youth, leadership and other panels of the same collectives say of each result, how far they spread and how far they agree. ${inReach}`,
  query: VoicesQuery,
  answer: VoicesAnswer,
  ...restrictedTable,
});

const pressure = getRoute({
  path: "/v1/pressure",
  summary: "Pressure on collectives, and changes beside it",
  description: `How many collectives were under none, low, high or severe pressure and of which kinds, scores of 4 that nothing tested, and the change of results among those under high or severe pressure and the others. As a table, the pressure. ${inReach}`,
  query: PressureQuery,
  answer: PressureAnswer,
  ...restrictedTable,
});

const reach = getRoute({
  path: "/v1/reach",
  summary: "Which collectives are reached, and by which grants",
  description: `By type, formality, setting, leadership and years accompanied; and by grant, long-term and short-term apart. As a table, the collectives. ${inReach}`,
  query: ReachQuery,
  answer: ReachAnswer,
  ...restrictedTable,
});

interface Question {
  readonly format?: Format | undefined;
  readonly country?: readonly string[] | undefined;
  readonly project?: readonly string[] | undefined;
}

/** How results come about: actions, capacities, ties, voices, pressure and reach, for managers. */
export const howRoutes: Routes = (app, { restricted }) => {
  if (!restricted) return;
  app.openapi(actions, (c) => {
    const query = c.req.valid("query");
    return answered(restricted, c, query, actionKinds, async (rows) => {
      const [found, contributions, beside] = await Promise.all([
        findActions(rows, query),
        findContributions(rows, query),
        findBeside(rows, query),
      ]);
      return { json: { actions: found, contributions, beside }, flat: found };
    });
  });
  app.openapi(capacities, (c) => {
    const query = c.req.valid("query");
    return answered(restricted, c, query, capacityKinds, async (rows) => {
      const scores = await findCapacityScores(rows, query);
      return { json: { capacities: capacityFigures(scores), scores }, flat: scores };
    });
  });
  app.openapi(ties, (c) => {
    const query = c.req.valid("query");
    return answered(restricted, c, query, tieKinds, async (rows) => {
      const [told, pairs] = await Promise.all([findYearTies(rows, query), findPairs(rows, query)]);
      const figures = tieFigures(told, pairs);
      // What is compared with the year before must be read even where one year is asked for.
      const compared = query.time && query.time[0] === query.time[1] ? withYearBefore(query, query.time) : undefined;
      const changes = tieChangeFigures(compared ? await findYearTies(rows, compared) : told, query.time);
      return { json: { ties: figures, changes, ...networkFigures(told) }, flat: figures.map(flatTie) };
    });
  });
  app.openapi(voices, (c) => {
    const query = c.req.valid("query");
    return answered(restricted, c, query, voiceKinds, async (rows) => {
      const found = await findVoices(rows, query);
      return { json: { voices: found }, flat: found.map(flatVoice) };
    });
  });
  app.openapi(pressure, (c) => {
    const query = c.req.valid("query");
    return answered(restricted, c, query, pressureKinds, async (rows) => {
      const [found, beside] = await Promise.all([findPressure(rows, query), findBesidePressure(rows, query)]);
      return { json: { pressure: found, beside }, flat: found.map(flatPressure) };
    });
  });
  app.openapi(reach, (c) => {
    const query = c.req.valid("query");
    return answered(restricted, c, query, reachKinds, async (rows) => {
      const [found, grants] = await Promise.all([findReach(rows, query), findGrantReach(rows, query)]);
      return { json: { reach: found, grants }, flat: found };
    });
  });
};

function withYearBefore<Query>(query: Query, [, year]: readonly [number, number]) {
  return { ...query, time: [year - 1, year] as [number, number] };
}

/** Answers one manager within its reach: as JSON with the release, or one of its lists as a table. */
function answered<Json extends object>(
  restricted: Restricted,
  c: Context,
  query: Question,
  kinds: Parameters<typeof columnsOf>[1],
  find: (rows: WithinReach["rows"]) => Promise<{ json: Json; flat: Parameters<typeof columnsOf>[0] }>,
): Promise<Response> {
  const who = manager(c, "figure.read");
  checkMembers(query as Readonly<Record<string, unknown>>);
  return respondPrivately(c, query.format, () =>
    withinReach(restricted, who, query, async ({ release, rows }) => {
      const { json, flat } = await find(rows);
      return { json: { release: release.number, ...json }, columns: () => columnsOf(flat, kinds) };
    }),
  );
}
