import { type Cell, literal, measures, tables } from "@trama/data/schema";
import type { Band } from "@trama/data/statistics";
import { all, append, type DuckDBConnection } from "@trama/data/store";
import { classes, earlierOf } from "./earlier.ts";
import { banded, bandedFigures, medianFigures } from "./figures.ts";
import { type OpenCube, sharesKey, solveOpenCube, type Way } from "./open-cube.ts";
import { slotName } from "./places.ts";
import { readUnits, type Unit } from "./units.ts";
import type { Version } from "./versions.ts";
import { type PublicShare, type ShareFigure, shareName } from "./year-shares.ts";

const withheld = [
  ...measures.map((measure) => `NULL AS ${measure}`),
  "[] AS flags",
  "CASE WHEN status = 'no-data' THEN status ELSE 'withheld' END AS status",
];

/** What leaves the restricted side: the solved cube, and the candidates that are filled from it. */
export interface SafeCells {
  readonly cube: OpenCube;
  /** Codes of the donors that have cells of their own. */
  readonly donors: readonly string[];
  /** What was believed in each release that is linked, the last about to be published. */
  readonly versions: readonly Version[];
}

/**
 * Solves the cubes of the attached restricted file, linked with what earlier releases show. `truth` gives the collectives
 * of an earlier release.
 */
export async function solveCells(
  connection: DuckDBConnection,
  restricted: string,
  { release, shown, truth }: { release: number; shown: readonly Cell[]; truth(release: number): Promise<Unit[]> },
  way: Way = {},
): Promise<SafeCells> {
  const numbers = [...new Set(shown.flatMap((cell) => [cell.release, cell.as_of]))].sort((one, other) => one - other);
  const versions: Version[] = [];
  for (const number of numbers) versions.push({ release: number, units: await truth(number) });
  versions.push({ release, units: await readUnits(connection, `${restricted}.`) });
  const cube = await solveOpenCube(versions, earlierOf(shown, numbers), way);
  const donors = await all<{ audience: string }>(
    connection,
    `SELECT DISTINCT audience FROM ${restricted}.cell WHERE audience <> 'open' ORDER BY 1`,
  );
  return { cube, donors: donors.map(({ audience }) => audience), versions };
}

/**
 * Fills the `cell` table of a file with every candidate cell of its audience (`open`, or a donor's code): with its figure
 * where that is safe, otherwise null in every measure and without a flag, so that a withheld cell tells nothing. The
 * figures come from the solved cube. A row that is as the attached file of the release before has it keeps its `as_of`.
 */
export async function publishCells(
  connection: DuckDBConnection,
  restricted: string,
  { cube }: SafeCells,
  audience: string,
  previous?: string,
): Promise<void> {
  const cells = await all<Cell>(
    connection,
    `SELECT * REPLACE (${withheld.join(", ")}) FROM ${restricted}.cell WHERE audience = ${literal(audience)} ORDER BY rowid`,
  );
  await append(
    connection,
    tables.cell,
    cells.map((cell) => (cell.status === "no-data" ? cell : { ...cell, ...figureOf(cube, cell) })),
  );
  if (!previous) return;
  const same = Object.keys(tables.cell.columns).filter((column) => !["release", "as_of", "download"].includes(column));
  await connection.run(
    `UPDATE cell SET as_of = p.as_of FROM ${previous}.cell p
     WHERE ${same.map((column) => `cell.${column} IS NOT DISTINCT FROM p.${column}`).join(" AND ")}`,
  );
}

/** The public figure of a cell; nothing where it is withheld. */
function figureOf(cube: OpenCube, cell: Cell): Partial<Cell> {
  if (cell.formality !== null || cell.setting !== null || cell.panel !== null) return {};
  if (cell.figure === "collectives") {
    const found = cube.counts.get(cell.year)?.published.get(slotName(cell));
    return found ? { status: "value", n_lo: found.n[0], n_hi: found.n[1] } : {};
  }
  const find = (figure: ShareFigure, year = cell.year): PublicShare | undefined =>
    cube.shares.get(sharesKey(cell.indicator ?? "", year))?.kept.get(shareName(figure, cell));
  if (cell.figure === "distribution") {
    const found = find("distribution");
    const k = found?.k[classes.findIndex(([from]) => from === cell.score_from)];
    return found && k ? banded(found.n, k) : {};
  }
  if (cell.figure === "trait") {
    const found = find("in_place");
    return found ? bandedFigures(found.n, found.k[0] as Band) : {};
  }
  if (cell.year_from === null) {
    const [found, spread] = [find("in_place"), find("distribution")];
    return found ? { ...bandedFigures(found.n, found.k[0] as Band), ...(spread ? medianOf(spread) : {}) } : {};
  }
  if (cell.presence !== "stayers") return {};
  const found =
    cell.figure === "in_place"
      ? find("from_before")
      : cell.figure === "in_place_before"
        ? find("to_after", cell.year_from)
        : undefined;
  return found ? bandedFigures(found.n, found.k[0] as Band) : {};
}

function medianOf({ k }: PublicShare): Partial<Cell> {
  return medianFigures(classes.map(([from, to], at) => ({ from, to, count: k[at] as Band })));
}
