import type { DistributionClass, DistributionQuery } from "../../contract/index.ts";
import { refuseFilters } from "../../policies/filters.ts";
import { permitCountries, type Source } from "../../policies/reach.ts";
import { findDistributions } from "../../queries/distribution.ts";
import { countriesOfPart } from "../../queries/restricted/part.ts";
import { type Counts, countScores } from "../../queries/restricted/scores.ts";
import type { Restricted } from "../../restricted/restricted.ts";

type Asked = Omit<DistributionQuery, "format">;

/** Filters of the distribution that published cells do not know. */
export const fineFilters = ["type", "formality", "setting", "panel", "project", "grant"] as const;

/** Distributions for a manager: each score by itself where they lie in reach, published classes beyond. */
export function managersDistribution(
  restricted: Restricted,
  source: Exclude<Source, { kind: "published" }>,
  query: Asked,
): Promise<{ release: number; classes: DistributionClass[] }> {
  return restricted.read(source.manager, async ({ release, rows }) => {
    const told = (classes: DistributionClass[]) => ({ release: release.number, classes });
    if (source.kind === "part") {
      permitCountries(query.country, [...source.manager.countries, ...(await countriesOfPart(rows, query))]);
      return told((await countScores(rows, query)).flatMap(classesOf));
    }
    const exact = (await countScores(rows, { ...query, country: source.countries })).flatMap(classesOf);
    if (source.all || fineFilters.some((filter) => query[filter] !== undefined)) {
      permitCountries(query.country, source.manager.countries);
      return told(exact);
    }
    refuseFilters(query, fineFilters);
    const beyond = (await findDistributions(release.cells, query))
      .flat()
      .filter(({ country }) => country === null || !source.countries.includes(country));
    return told([...exact, ...beyond]);
  });
}

/** The five levels of one result, place and year. */
function classesOf({ result, country, region, year, scores }: Counts): DistributionClass[] {
  const n = scores.reduce((sum, count) => sum + count, 0);
  return scores.map((k, score) => {
    const share = n === 0 ? null : k / n;
    const about = { result, country, region, year, score_from: score, score_to: score, status: "value" as const };
    return { ...about, n: [n, n], k: [k, k], share: [share, share] };
  });
}
