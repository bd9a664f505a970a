import { z } from "@hono/zod-openapi";
import { MethodsAnswer } from "../contract/index.ts";
import { methodSections } from "../queries/methods.ts";
import { getRoute, type Routes } from "./route.ts";

const route = getRoute({
  path: "/v1/methods",
  summary: "How every figure is computed, what it assumes and what it does not say",
  description: "The methods page with its worked examples, by section. In English.",
  query: z.object({}).strict(),
  answer: MethodsAnswer,
});

export const methodRoutes: Routes = (app, { respond }) => {
  app.openapi(route, (c) =>
    respond(c, "json", null, async ({ number }) => ({ json: { release: number, sections: methodSections() } })),
  );
};
