import type { Change, ChangeQuery } from "../../contract/index.ts";
import { refuseFilters } from "../../policies/filters.ts";
import { permitCountries, type Source } from "../../policies/reach.ts";
import { findChanges } from "../../queries/change.ts";
import { findExactChanges } from "../../queries/restricted/change.ts";
import { countriesOfPart } from "../../queries/restricted/part.ts";
import type { Restricted } from "../../restricted/restricted.ts";

/** Filters of the change that published cells do not know. */
export const fineFilters = ["type", "project", "grant"] as const;

/** Changes for a manager: exact between any years where they lie in reach, published ones beyond. */
export function managersChanges(
  restricted: Restricted,
  source: Exclude<Source, { kind: "published" }>,
  query: Omit<ChangeQuery, "format">,
): Promise<{ release: number; changes: Change[] }> {
  const { from, to, ...asked } = query;
  return restricted.read(source.manager, async ({ release, rows }) => {
    const told = (changes: Change[]) => ({ release: release.number, changes });
    if (source.kind === "part") {
      permitCountries(query.country, [...source.manager.countries, ...(await countriesOfPart(rows, query))]);
      return told(await findExactChanges(rows, from, to, asked));
    }
    const exact = await findExactChanges(rows, from, to, { ...asked, country: source.countries });
    if (source.all || to !== from + 1 || query.type !== undefined) {
      permitCountries(query.country, source.manager.countries);
      return told(exact);
    }
    refuseFilters(query, fineFilters);
    const beyond = (await findChanges(release.cells, query)).filter(
      ({ country }) => country === null || !source.countries.includes(country),
    );
    return told([...exact, ...beyond]);
  });
}
