import { createRoute, z } from "@hono/zod-openapi";
import { respondPrivately } from "../../answers/private.ts";
import { columnsOf } from "../../answers/table.ts";
import {
  IndicatorsAnswer,
  IndicatorsQuery,
  ObservationsAnswer,
  ObservationsQuery,
  ProvenanceAnswer,
  PublishedResultsAnswer,
  PublishedResultsQuery,
  QualityAnswer,
  QualityQuery,
  TraceAnswer,
  TraceQuery,
} from "../../contract/index.ts";
import { checkMembers } from "../../policies/members.ts";
import { problems } from "../../problems.ts";
import { findObservations, findProvenance, findTrace } from "../../queries/restricted/observations.ts";
import { findLocalFigures, findPublishedResults } from "../../queries/restricted/own-measures.ts";
import { findQuality } from "../../queries/restricted/quality.ts";
import { account, signInFirst } from "../principal.ts";
import { getRoute, problem, type Routes } from "../route.ts";
import { indicatorKinds, observationKinds, publishedKinds, qualityKinds } from "./columns.ts";
import { manager, withinReach } from "./reach.ts";

const inReach = "For managers: what lies in their countries and projects.";

const observations = getRoute({
  path: "/v1/observations",
  summary: "Rows as they were filed",
  description: `Scores and values with the report, sheet and row they stood in, a page at a time. ${inReach}`,
  query: ObservationsQuery,
  answer: ObservationsAnswer,
  tabular: true,
  restricted: true,
});

const provenance = createRoute({
  method: "get",
  path: "/v1/observations/{id}/provenance",
  summary: "Where a row came from",
  description: `The report it stood in, every revision of it, and whether it is the score that counts. ${inReach}`,
  middleware: signInFirst,
  security: account,
  request: { params: z.object({ id: z.string().regex(/^\d{1,15}$/) }) },
  responses: {
    200: { description: "Where it came from.", content: { "application/json": { schema: ProvenanceAnswer } } },
    401: problem("Nobody is signed in."),
    403: problem("The caller may not ask this, or the row is beyond its reach or nowhere."),
  },
});

const trace = getRoute({
  path: "/v1/provenance",
  summary: "The rows behind a figure",
  description: `Every accepted score of a result, country and year with its file, sheet and row, as trama trace tells. ${inReach}`,
  query: TraceQuery,
  answer: TraceAnswer,
  restricted: true,
});

const quality = getRoute({
  path: "/v1/quality",
  summary: "How sound the rows are",
  description: `Completeness, lateness, evidence, agreement between raters, revisions, by project or country and year. ${inReach}`,
  query: QualityQuery,
  answer: QualityAnswer,
  tabular: true,
  restricted: true,
});

const indicators = getRoute({
  path: "/v1/indicators",
  summary: "Figures of indicators that projects made for themselves",
  description: `Each put together by the rule of its own measure, and never mixed with the 16 results. ${inReach}`,
  query: IndicatorsQuery,
  answer: IndicatorsAnswer,
  tabular: true,
  restricted: true,
});

const published = getRoute({
  path: "/v1/published-results",
  summary: "Results that other publishers report in their own frameworks",
  description: `As filed, a page at a time, with a summary by publisher and measure. ${inReach}`,
  query: PublishedResultsQuery,
  answer: PublishedResultsAnswer,
  tabular: true,
  restricted: true,
});

/** Rows in a manager's reach, and what is told of them. */
export const rowRoutes: Routes = (app, { restricted }) => {
  if (!restricted) return;
  app.openapi(observations, (c) => {
    const { format, after, ...query } = c.req.valid("query");
    const who = manager(c, "observation.read");
    checkMembers({ country: query.country });
    return respondPrivately(c, format, () =>
      withinReach(restricted, who, query, async ({ release, rows }) => {
        const from = cursor(after, release.number);
        const { observations: found, more } = await findObservations(rows, { ...query, after: from ?? -1 });
        const next = more ? `${release.number}.${found.at(-1)?.id}` : null;
        if (next) c.header("Link", `<${nextAddress(c.req.url, next)}>; rel="next"`);
        const json = { release: release.number, observations: found, next };
        return { json, columns: () => columnsOf(found, observationKinds) };
      }),
    );
  });
  app.openapi(provenance, async (c) => {
    const id = Number(c.req.valid("param").id);
    const who = manager(c, "observation.read");
    const answer = await withinReach(restricted, who, {}, async ({ release, rows }) => {
      const found = await findProvenance(rows, id);
      if (!found) throw problems.outOfReach(["id"]);
      return { release: release.number, ...found };
    });
    c.header("Cache-Control", "private, no-store");
    return c.json(answer, 200);
  });
  app.openapi(trace, (c) => {
    const figure = c.req.valid("query");
    const who = manager(c, "observation.read");
    checkMembers(figure);
    return respondPrivately(c, "json", () =>
      withinReach(restricted, who, { country: [figure.country] }, async ({ release, rows }) => ({
        json: { release: release.number, figure, rows: await findTrace(rows, figure) },
      })),
    );
  });
  app.openapi(quality, (c) => {
    const { format, ...query } = c.req.valid("query");
    const who = manager(c, "quality.read");
    checkMembers({ country: query.country });
    return respondPrivately(c, format, () =>
      withinReach(restricted, who, query, async ({ release, rows }) => {
        const found = await findQuality(rows, query);
        const flat = found.map(({ missing, evidence, ...row }) => ({
          ...row,
          ...Object.fromEntries(Object.entries(missing).map(([code, count]) => [`missing_${code}`, count])),
          ...Object.fromEntries(evidence.map((count, grade) => [`evidence_${grade === 5 ? "none" : grade}`, count])),
        }));
        return { json: { release: release.number, quality: found }, columns: () => columnsOf(flat, qualityKinds) };
      }),
    );
  });
  app.openapi(indicators, (c) => {
    const { format, ...query } = c.req.valid("query");
    const who = manager(c, "figure.read");
    checkMembers({ country: query.country });
    return respondPrivately(c, format, () =>
      withinReach(restricted, who, query, async ({ release, rows }) => {
        const found = await findLocalFigures(rows, query);
        return {
          json: { release: release.number, indicators: found },
          columns: () => columnsOf(found, indicatorKinds),
        };
      }),
    );
  });
  app.openapi(published, (c) => {
    const { format, after, ...query } = c.req.valid("query");
    const who = manager(c, "observation.read");
    checkMembers({ country: query.country });
    if (query.country?.some((code) => !who.countries.includes(code)) || who.countries.length === 0)
      throw problems.outOfReach(["country"]);
    return respondPrivately(c, format, () =>
      withinReach(restricted, who, {}, async ({ release, rows }) => {
        const from = cursor(after, release.number) ?? 0;
        const { results, more, summary } = await findPublishedResults(rows, { ...query, after: from });
        const next = more ? `${release.number}.${from + results.length}` : null;
        return {
          json: { release: release.number, results, next, summary },
          columns: () => columnsOf(results, publishedKinds),
        };
      }),
    );
  });
};

/** Where a page begins; a page of another release cannot be gone on with. */
function cursor(after: string | undefined, release: number): number | undefined {
  if (after === undefined) return undefined;
  const [of, at] = after.split(".").map(Number) as [number, number];
  if (of !== release)
    throw problems.invalidQuery([
      { field: "after", message: `That page is of release ${of}; release ${release} is current. Begin anew.` },
    ]);
  return at;
}

function nextAddress(url: string, next: string): string {
  const address = new URL(url);
  address.searchParams.set("after", next);
  return `${address.pathname}${address.search}`;
}
