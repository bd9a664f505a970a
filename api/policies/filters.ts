import { problems } from "../problems.ts";

/** Filters of the cells that no public caller may use: they would divide cells finer than the public cube. */
const restricted = ["formality", "setting", "project", "grant"] as const;

/** Refuses a question that is finer than the public cube, rather than answering it with nothing. */
export function permitPublicFilters(
  query: Partial<Record<(typeof restricted)[number], unknown>> & { match?: string },
): void {
  const asked: string[] = restricted.filter((filter) => query[filter] !== undefined);
  if (query.match === "matched") asked.push("match");
  if (asked.length > 0) throw problems.filterNotPermitted(asked);
}
