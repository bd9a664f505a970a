import { FrameworkAnswer, FrameworkQuery } from "../contract/index.ts";
import { checkMembers } from "../policies/members.ts";
import { frameworkIn } from "../queries/framework.ts";
import { getRoute, type Routes } from "./route.ts";

const route = getRoute({
  path: "/v1/framework",
  summary: "The measurement framework in one language",
  description: "Dimensions, results with their five anchors, actions, capacities, ties and how they are linked.",
  query: FrameworkQuery,
  answer: FrameworkAnswer,
});

export const frameworkRoutes: Routes = (app, { respond }) => {
  app.openapi(route, (c) => {
    const asked = c.req.valid("query");
    checkMembers(asked);
    return respond(c, "json", asked, async ({ number }) => ({
      json: { release: number, ...frameworkIn(asked) },
    }));
  });
};
