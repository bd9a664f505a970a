import type { Protection } from "@trama/data/schema";
import { minimum } from "../limits.ts";
import { threadsFor } from "../share-out.ts";
import { type Believed, counts, type Marks, markText } from "./believed.ts";
import { attackCounts } from "./counts.ts";
import type { PublicRow } from "./published.ts";
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
 * Attacks the cells about to be published together with those of the releases still kept, with code that reads nothing
 * of how they were protected. `believed` stands for what insiders know and judges what is found; the release about to be
 * published is its last. Any finding refuses the release, unless earlier releases alone give it away already.
 */
export async function releaseGate(rows: readonly PublicRow[], believed: readonly Believed[]): Promise<Protection> {
  const now = Math.max(...believed.map(({ release }) => release));
  let found = await attack(rows, believed);
  if (found.length > 0 && believed.length > 1) {
    const without = rows.map((row) =>
      row.release === now && row.status === "value" ? { ...row, status: "withheld" } : row,
    );
    const before = new Set((await attack(without, believed)).map(nameOf));
    found = found.filter((one) => !before.has(nameOf(one)));
  }
  const findings: Record<Kind, string[]> = { outsider: [], insiders: [], donors: [], versions: [], attributes: [] };
  for (const { kind, attacker, secret } of found) findings[kind].push(`${secret}, ${attacker}`);
  if (found.length > 0) throw new ReleaseUnsafe(findings);
  const levels = levelsOf(
    rows.filter(({ release }) => release === now),
    believed.at(-1) as Believed,
  );
  const open = Object.entries(levels).filter(([level]) => level !== "donor");
  const sum = (of: "eligible" | "published" | "banded") => open.reduce((total, [, counted]) => total + counted[of], 0);
  const attacks = Object.fromEntries(Object.entries(findings).map(([kind, cells]) => [kind, cells.length]));
  return { minimum, eligible: sum("eligible"), published: sum("published"), banded: sum("banded"), levels, attacks };
}

type Kind = "outsider" | "insiders" | "donors" | "versions" | "attributes";
interface Found {
  readonly kind: Kind;
  readonly attacker: string;
  readonly secret: string;
}

async function attack(rows: readonly PublicRow[], believed: readonly Believed[]): Promise<Found[]> {
  const threads = threadsFor(believed.reduce((sum, { units }) => sum + units.length, 0));
  const numbers = (await attackCounts(rows, believed, threads)).map((one): Found => ({ ...one, kind: kindOf(one) }));
  const shares = (await attackShares(rows, believed, threads)).map((one): Found => ({ ...one, kind: "attributes" }));
  return [...numbers, ...shares];
}

function kindOf({ attacker, secret }: { attacker: string; secret: string }): Kind {
  if (secret.startsWith("change of")) return "versions";
  if (attacker === "reader") return "outsider";
  return attacker.startsWith("donor") ? "donors" : "insiders";
}

function nameOf({ attacker, secret }: Found): string {
  return `${attacker}: ${secret}`;
}

/** How many counts of at least the minimum there are at each level, and how many of them are published, some as a band. */
function levelsOf(rows: readonly PublicRow[], { units }: Believed) {
  const years = new Map<number, Map<string, { marks: Marks; count: number }>>();
  for (const unit of units) {
    const year = years.get(unit.year) ?? new Map<string, { marks: Marks; count: number }>();
    years.set(unit.year, year);
    const mark = markText(unit, unit);
    const alike = year.get(mark) ?? { marks: unit, count: 0 };
    alike.count += 1;
    year.set(mark, alike);
  }
  const sizeOf = (row: PublicRow) =>
    [...(years.get(row.year)?.values() ?? [])].reduce(
      (sum, { marks, count }) => (counts(row, marks) ? sum + count : sum),
      0,
    );
  const levels: Record<string, { eligible: number; published: number; banded: number }> = {};
  for (const row of rows) {
    if (row.figure !== "collectives") continue;
    if (sizeOf(row) < minimum) continue;
    const place = row.country !== null ? "country" : row.region !== null ? "region" : "world";
    const level = row.funder !== null ? "donor" : row.type === null ? place : `${place} and type`;
    const counted = levels[level] ?? { eligible: 0, published: 0, banded: 0 };
    levels[level] = counted;
    counted.eligible += 1;
    if (row.status !== "value") continue;
    counted.published += 1;
    if (row.n_lo !== row.n_hi) counted.banded += 1;
  }
  return levels;
}
