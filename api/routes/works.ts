import { createRoute, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { DecisionBody, DraftAnswer, Held, HeldAnswer, HeldWords, PublishBody, Published } from "../contract/index.ts";
import { permit } from "../policies/can.ts";
import { workReachOf } from "../policies/work-reach.ts";
import type { Works } from "../works/works.ts";
import { smallBody } from "./body.ts";
import { account, signedIn, signInFirst } from "./principal.ts";
import { manager } from "./restricted/reach.ts";
import { problem, type Routes } from "./route.ts";

const refusals = {
  401: problem("Nobody is signed in."),
  403: problem("The caller may not do this."),
  503: problem("The home cannot be worked in now."),
};
const inReach = "For managers within their reach, and admins.";
const named = { params: z.object({ held: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) }) };
const middleware: [MiddlewareHandler, MiddlewareHandler] = [signInFirst, smallBody];

const list = createRoute({
  method: "get",
  path: "/v1/review",
  summary: "What waits for a person",
  description: `Words that may identify somebody, and rows that change a published score. ${inReach}`,
  middleware,
  security: account,
  responses: {
    200: { description: "What waits.", content: { "application/json": { schema: HeldAnswer } } },
    ...refusals,
  },
});

const show = createRoute({
  method: "get",
  path: "/v1/review/{held}",
  summary: "One thing held, with its words",
  description: inReach,
  middleware,
  security: account,
  request: named,
  responses: {
    200: { description: "The thing held.", content: { "application/json": { schema: HeldWords } } },
    404: problem("Nothing held has that name within reach."),
    ...refusals,
  },
});

const decide = createRoute({
  method: "post",
  path: "/v1/review/{held}",
  summary: "Release, refuse or clear a thing held",
  description: `Released words go to the restricted side; a released row is loaded; a cleared outcome statement is public from the next release on. ${inReach}`,
  middleware,
  security: account,
  request: { ...named, body: { required: true, content: { "application/json": { schema: DecisionBody } } } },
  responses: {
    200: { description: "Decided.", content: { "application/json": { schema: Held } } },
    404: problem("Nothing held has that name within reach, or it was decided before."),
    ...refusals,
  },
});

const draft = createRoute({
  method: "get",
  path: "/v1/draft",
  summary: "What the next release would say, and how it differs",
  description:
    "For managers: the exact figures of their countries and projects as the next release would have them, beside the current one's. Nothing is published.",
  middleware,
  security: account,
  responses: {
    200: { description: "The draft.", content: { "application/json": { schema: DraftAnswer } } },
    409: problem("Nothing has been loaded yet."),
    ...refusals,
  },
});

const publish = createRoute({
  method: "post",
  path: "/v1/releases",
  summary: "Publish a release",
  description:
    "Derives, protects and attacks a release of all that is loaded, then makes it the current one. For managers and admins.",
  middleware,
  security: account,
  request: { body: { required: true, content: { "application/json": { schema: PublishBody } } } },
  responses: {
    201: { description: "Published.", content: { "application/json": { schema: Published } } },
    409: problem("There is nothing to publish, or the release would not be safe."),
    ...refusals,
  },
});

/** Review, draft and publication over HTTP: done in the home by a pipeline process. */
export const workRoutes =
  (works: Works): Routes =>
  (app) => {
    app.openapi(list, async (c) => {
      const principal = signedIn(c);
      permit(principal, "held.review");
      const done = await works.do({ kind: "held", reach: workReachOf(principal) });
      return c.json(HeldAnswer.parse(done), 200);
    });
    app.openapi(show, async (c) => {
      const principal = signedIn(c);
      permit(principal, "held.review");
      const { held } = c.req.valid("param");
      return c.json(HeldWords.parse(await works.do({ kind: "show", reach: workReachOf(principal), held })), 200);
    });
    app.openapi(decide, async (c) => {
      const principal = signedIn(c);
      permit(principal, "held.review");
      const { held } = c.req.valid("param");
      const done = await works.do({ kind: "decide", reach: workReachOf(principal), held, ...c.req.valid("json") });
      return c.json(Held.parse(done), 200);
    });
    app.openapi(draft, async (c) => {
      const { countries, projects } = manager(c, "draft.read");
      return c.json(DraftAnswer.parse(await works.do({ kind: "draft", reach: { countries, projects } })), 200);
    });
    app.openapi(publish, async (c) => {
      permit(signedIn(c), "release.publish");
      const done = await works.do({ kind: "publish", ...c.req.valid("json") });
      return c.json(Published.parse(done), 201);
    });
  };
