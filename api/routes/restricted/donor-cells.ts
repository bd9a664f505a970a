import type { Cell, CellQuery } from "../../contract/index.ts";
import { permit } from "../../policies/can.ts";
import { refuseFilters } from "../../policies/filters.ts";
import type { Donor } from "../../policies/principal.ts";
import { problems } from "../../problems.ts";
import { allGrants, findDonorCells, grantsOf } from "../../queries/donor/cells.ts";
import type { Restricted } from "../../restricted/restricted.ts";

/** Filters that a donor's own cells do not know. */
const unknown = ["type", "formality", "setting", "panel", "project", "standardised"] as const;

/** Cells of a donor's own grants, as published for it alone: from the file of each of its codes that has the grant. */
export async function donorsCells(
  restricted: Restricted,
  donor: Donor,
  query: Omit<CellQuery, "format">,
): Promise<{ release: number; cells: Cell[] }> {
  const { grant } = query;
  permit(donor, "grant-cell.read", grant === allGrants ? {} : { grant });
  if (grant === allGrants && donor.grants.length > 0) throw problems.outOfReach(["grant"]);
  refuseFilters(query, unknown);
  if (query.match === "matched") throw problems.filterNotPermitted(["match"]);
  const answers: { release: number; cells: Cell[] }[] = [];
  for (const code of donor.donors)
    answers.push(
      await restricted.readDonor(code, async (release, cells) => ({
        release: release.number,
        cells:
          grant === allGrants || (await grantsOf(cells)).includes(grant ?? "")
            ? await findDonorCells(cells, code, query)
            : [],
      })),
    );
  const found = answers.flatMap(({ cells }) => cells);
  if (grant !== allGrants && found.length === 0) throw problems.outOfReach(["grant"]);
  return { release: answers[0]?.release ?? 0, cells: found };
}
