import type { Protection } from "@trama/data/schema";
import type { DuckDBConnection } from "@trama/data/store";
import { minimum } from "../limits.ts";
import { attackCounts } from "./counts.ts";
import { readRows, rowName } from "./published.ts";
import { attackShares } from "./shares.ts";

/** The attackers found something: the release must not be published. What is current stays current. */
export class ReleaseUnsafe extends Error {
  readonly findings: Readonly<Record<string, readonly string[]>>;

  constructor(findings: Readonly<Record<string, readonly string[]>>) {
    const named = Object.entries(findings).flatMap(([attack, cells]) =>
      cells.slice(0, 5).map((cell) => `${cell} (${attack})`),
    );
    super(
      `This release is not published: from it somebody could work out ${named.join("; ")}. The current release stays. ` +
        "Report this with the names of the cells: the protection and the attackers disagree.",
    );
    this.findings = findings;
  }
}

/**
 * Attacks the cells about to be published, with code that reads nothing of how they were protected; the attached exact
 * file stands for what insiders know and judges what is found. Any finding refuses the release.
 */
export async function releaseGate(connection: DuckDBConnection, restricted: string): Promise<Protection> {
  const published = await readRows(connection);
  const exact = new Map((await readRows(connection, `${restricted}.`)).map((row) => [rowName(row), row.n_lo ?? 0]));
  const { outsider, insiders } = await attackCounts(published, exact);
  const findings = { outsider, insiders, attributes: await attackShares(published, exact) };
  if (Object.values(findings).some((cells) => cells.length > 0)) throw new ReleaseUnsafe(findings);
  const counts = published.filter(({ figure, status }) => figure === "collectives" && status !== "no-data");
  return {
    minimum,
    eligible: counts.filter((row) => (exact.get(rowName(row)) ?? 0) >= minimum).length,
    published: counts.filter(({ status }) => status === "value").length,
    attacks: { outsider: 0, insiders: 0, attributes: 0 },
  };
}
