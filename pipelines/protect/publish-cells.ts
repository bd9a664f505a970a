import { type Cell, literal, tables } from "@trama/data/schema";
import type { Band } from "@trama/data/statistics";
import { all, append, type DuckDBConnection } from "@trama/data/store";
import { banded, bandedFigures, medianFigures } from "./figures.ts";
import { type OpenCube, sharesKey, solveOpenCube } from "./open-cube.ts";
import { slotName } from "./places.ts";
import { readUnits } from "./units.ts";
import { type PublicShare, type ShareFigure, shareName } from "./year-shares.ts";

/** Candidates of the open cube; all others stay on the restricted side or go to their donor alone. */
const open = `
  audience = 'open' AND project IS NULL AND grant_code IS NULL AND funder IS NULL AND CASE
    WHEN figure = 'distribution' THEN (score_from, score_to) IN ((0, 1), (2, 2), (3, 4))
    WHEN year_from IS NULL THEN country IS NULL OR (formality IS NULL AND setting IS NULL AND panel IS NULL)
    WHEN year_from <> year - 1 THEN false
    WHEN figure IN ('in_place', 'in_place_before', 'gained', 'lost') AND presence = 'stayers' THEN true
    ELSE region IS NULL END`;

const measures = "n_lo n_hi k_lo k_hi share_lo share_hi interval_lo interval_hi median_lo median_hi".split(" ");
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
}

/** Solves the cubes of the attached restricted file. */
export async function solveCells(
  connection: DuckDBConnection,
  restricted: string,
  progress?: (done: number, of: number) => void,
): Promise<SafeCells> {
  const units = await readUnits(connection, `${restricted}.`);
  const cube = await solveOpenCube([{ release: 0, units }], { counts: new Map(), shares: new Map() }, progress);
  const donors = await all<{ audience: string }>(
    connection,
    `SELECT DISTINCT audience FROM ${restricted}.cell WHERE audience <> 'open' ORDER BY 1`,
  );
  return { cube, donors: donors.map(({ audience }) => audience) };
}

/**
 * Fills the `cell` table of a file with every candidate cell of its audience (`open`, or a donor's code): with its figure
 * where that is safe, otherwise null in every measure and without a flag, so that a withheld cell tells nothing. The
 * figures come from the solved cube.
 */
export async function publishCells(
  connection: DuckDBConnection,
  restricted: string,
  { cube }: SafeCells,
  audience: string,
): Promise<void> {
  const candidates = audience === "open" ? open : `audience = ${literal(audience)}`;
  const cells = await all<Cell>(
    connection,
    `SELECT * REPLACE (${withheld.join(", ")}) FROM ${restricted}.cell WHERE ${candidates} ORDER BY rowid`,
  );
  await append(
    connection,
    tables.cell,
    cells.map((cell) => (cell.status === "no-data" ? cell : { ...cell, ...figureOf(cube, cell) })),
  );
}

/** The public figure of a cell; nothing where it is withheld. */
function figureOf(cube: OpenCube, cell: Cell): Partial<Cell> {
  if (cell.formality !== null || cell.setting !== null || cell.panel !== null) return {};
  if (cell.figure === "collectives") {
    const found = cube.counts.get(cell.year)?.published.get(slotName(cell));
    return found ? { status: "value", n_lo: found.count, n_hi: found.count } : {};
  }
  const find = (figure: ShareFigure, year = cell.year): PublicShare | undefined =>
    cube.shares.get(sharesKey(cell.result ?? "", year))?.kept.get(shareName(figure, cell));
  if (cell.figure === "distribution") {
    const found = find("distribution");
    const k = found?.k[classes.findIndex(([from]) => from === cell.score_from)];
    return found && k ? banded(found.n, k) : {};
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

const classes = [
  [0, 1],
  [2, 2],
  [3, 4],
] as const;

function medianOf({ k }: PublicShare): Partial<Cell> {
  return medianFigures(classes.map(([from, to], at) => ({ from, to, count: k[at] as Band })));
}
