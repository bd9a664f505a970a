import { problems } from "../problems.ts";

/** Filters of the cells that no public caller may use: they would divide cells finer than the public cube. */
const restricted = ["project", "grant", "panel"] as const;
/** Filters that are public for regions and the world, not for countries. */
const coarse = ["formality", "setting"] as const;

interface Asked extends Partial<Record<(typeof restricted)[number] | (typeof coarse)[number], unknown>> {
  readonly by: string;
  readonly match?: string;
  readonly time?: readonly [from: number, to: number] | undefined;
}

/** Refuses a question that is finer than the public cube, rather than answering it with nothing. */
export function permitPublicFilters(query: Asked): void {
  const asked: string[] = restricted.filter((filter) => query[filter] !== undefined);
  if (query.by === "country") asked.push(...coarse.filter((filter) => query[filter] !== undefined));
  if (asked.length > 0) throw problems.filterNotPermitted(asked);
  if (query.match === "matched") permitYears(query.time);
}

/** Matched figures are public for consecutive years: other pairs would tell who joined and who left. */
export function permitYears(time: readonly [from: number, to: number] | undefined): void {
  if (!time || time[0] === time[1])
    throw problems.invalidQuery([{ field: "time", message: "Matched figures need two years, such as 2024..2025." }]);
  if (time[1] !== time[0] + 1) throw problems.yearsNotPermitted();
}

/** Refuses filters that no published answer of a route knows. */
export function refuseFilters(query: Readonly<Record<string, unknown>>, fields: readonly string[]): void {
  const asked = fields.filter((field) => query[field] !== undefined);
  if (asked.length > 0) throw problems.filterNotPermitted(asked);
}
