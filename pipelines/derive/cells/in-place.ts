import { collectiveTypes, formality, panels, settings } from "@trama/data/codelists";
import type { Cell } from "@trama/data/schema";
import { type Distribution, unverifiedFrom } from "@trama/data/statistics";
import { type DuckDBConnection, type ResultColumns, resultColumns } from "@trama/data/store";
import { candidate, exactFigures } from "./candidate.ts";
import type { CellColumns } from "./cell-columns.ts";
import { type FigureCodes, flag } from "./figure-codes.ts";
import type { Grid } from "./grid.ts";
import type { Place } from "./place.ts";

type Condition = "type" | "formality" | "setting" | "panel" | "project" | "grant_code";

/** Levels counted in a place, for one member of a condition. */
export interface Counts {
  result: string;
  country: string | null;
  region: string | null;
  year: number;
  member: string | null;
  scores: Distribution;
  unverified: number;
  versions: number;
}

/** Sums of a tally: of each level, of those in place without good evidence, and whether rubrics of two versions were used. */
const levels = [0, 1, 2, 3, 4].map((score) => `sum(s${score})::INTEGER`);
const rest = `sum(unverified)::INTEGER AS unverified, CASE WHEN min(version_lo) = max(version_hi) THEN 1 ELSE 2 END AS versions`;
/** The same as `Counts` names them. */
export const sums = `[${levels.join(", ")}] AS scores, ${rest}`;
const sumsApart = `${levels.map((sum, score) => `${sum} AS s${score}`).join(", ")}, ${rest}`;

const byPlace =
  "GROUPING SETS ((result, year, member), (result, year, region, member), (result, year, region, country, member))";

/**
 * The share in place of every result × place × year, whole and divided by one condition at a time; each collective counts
 * once per cell. Exact: for the restricted side. `changed` says by their numbers in the grid which places and years have
 * other collectives than the year before.
 */
export async function inPlaceCells(
  connection: DuckDBConnection,
  grid: Grid,
  figures: FigureCodes,
  changed: Uint8Array,
): Promise<CellColumns[]> {
  const lists = {
    type: collectiveTypes.codes.map(({ code }) => code),
    formality: formality.codes.map(({ code }) => code),
    setting: settings.codes.map(({ code }) => code),
    panel: panels.codes.map(({ code }) => code),
  } as const satisfies Record<string, readonly string[]>;
  const parts = [gridCells(grid, figures, await sumsOf(connection, "tally", "''", byPlace), undefined, [""], changed)];
  for (const condition of ["type", "formality", "setting", "panel"] as const) {
    const tally = condition === "panel" ? "panel_tally" : "tally";
    const rows = await sumsOf(connection, tally, condition, byPlace);
    parts.push(
      gridCells(grid, figures, rows, condition, lists[condition], condition === "panel" ? undefined : changed),
    );
  }
  for (const condition of ["project", "grant_code"] as const) {
    const tally = condition === "project" ? "tally" : "funded_tally";
    parts.push(
      foundCells(grid, figures, await sumsOf(connection, tally, condition, "result, year, member"), condition),
    );
  }
  return parts;
}

/** Every candidate of the grid result × place × year × member, with or without scores behind it. */
function gridCells(
  grid: Grid,
  figures: FigureCodes,
  rows: ResultColumns,
  condition: Condition | undefined,
  members: readonly string[],
  changed: Uint8Array | undefined,
): CellColumns {
  const numbers = grid.numbersOf(rows);
  const member = rows.texts("member");
  const memberOf = Int32Array.from(member.texts, (text) => members.indexOf(text));
  const cells = grid.results * grid.places * grid.years * members.length;
  const found = new Int32Array(cells).fill(-1);
  for (let row = 0; row < rows.count; row += 1) {
    const m = memberOf[member.codes[row] as number] ?? -1;
    if (m >= 0) found[(numbers[row] as number) * members.length + m] = row;
  }
  const tell = figureTeller(figures, rows);
  const [result, place, year] = [new Int32Array(cells), new Int32Array(cells), new Int32Array(cells)];
  const [ofMember, figure, status] = [new Int32Array(cells), new Int32Array(cells), new Int32Array(cells)];
  const ofResult = grid.places * grid.years;
  for (let cell = 0; cell < cells; cell += 1) {
    const number = Math.floor(cell / members.length);
    result[cell] = Math.floor(number / ofResult);
    place[cell] = Math.floor((number % ofResult) / grid.years);
    year[cell] = number % grid.years;
    ofMember[cell] = cell % members.length;
    if (grid.operated[number % ofResult] === 1) figure[cell] = tell(found[cell] as number, changed?.[number] === 1);
    else status[cell] = 1;
  }
  return {
    count: cells,
    columns: {
      ...grid.resultColumns(result),
      ...grid.placeColumns(place),
      year: grid.yearColumn(year),
      ...(condition ? { [condition]: { values: members, codes: ofMember } } : {}),
      status: { values: statuses, codes: status },
      ...figures.columns(figure),
    },
  };
}

const statuses = ["value", "no-data"] as const;

/** The cells of the whole world that were found for each member. */
function foundCells(
  grid: Grid,
  figures: FigureCodes,
  rows: ResultColumns,
  condition: "project" | "grant_code",
): CellColumns {
  const member = rows.texts("member");
  const kept = Array.from({ length: rows.count }, (_, row) => row).filter((row) => (member.codes[row] as number) >= 0);
  const numbers = grid.numbersOf(rows);
  const tell = figureTeller(figures, rows);
  const of = (code: (row: number) => number) => Int32Array.from(kept, code);
  return {
    count: kept.length,
    columns: {
      ...grid.resultColumns(of((row) => Math.floor((numbers[row] as number) / (grid.places * grid.years)))),
      year: grid.yearColumn(of((row) => (numbers[row] as number) % grid.years)),
      [condition]: { values: member.texts, codes: of((row) => member.codes[row] as number) },
      ...figures.columns(of((row) => tell(row, false))),
    },
  };
}

/** Gives the code of the figures of a row; a row of −1 is one without scores. */
function figureTeller(figures: FigureCodes, rows: ResultColumns): (row: number, changed: boolean) => number {
  const counts = [0, 1, 2, 3, 4].map((score) => rows.numbers(`s${score}`));
  const [unverified, versions] = [rows.numbers("unverified"), rows.numbers("versions")];
  const scores: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  return (row, changed) => {
    for (let score = 0; score < 5; score += 1)
      scores[score] = row < 0 ? 0 : ((counts[score] as Int32Array)[row] as number);
    let flags = changed ? flag.changed : 0;
    if (row >= 0) {
      const inPlace = scores[3] + scores[4];
      if (inPlace > 0 && (unverified[row] as number) / inPlace >= unverifiedFrom) flags |= flag.unverified;
      if ((versions[row] as number) > 1) flags |= flag.rubric;
    }
    return figures.exact(scores, flags);
  };
}

/** A cell with its exact figures and the cautions that follow from them. */
export function filled(release: number, row: Counts, condition: Condition | undefined, flags: readonly string[]): Cell {
  const { result, country, region, year, member, scores, unverified, versions } = row;
  const inPlace = scores[3] + scores[4];
  const own = [
    ...(inPlace > 0 && unverified / inPlace >= unverifiedFrom ? ["unverified"] : []),
    ...(versions > 1 ? ["rubric-changed"] : []),
  ];
  return candidate(release, result, {
    ...conditions({ country, region }, year, condition, member),
    ...exactFigures(scores, [...flags, ...own]),
  });
}

function conditions(
  place: Place,
  year: number,
  condition: Condition | undefined,
  member: string | null,
): Partial<Cell> {
  return { ...place, year, ...(condition && member !== null ? { [condition]: member } : {}) };
}

function sumsOf(connection: DuckDBConnection, from: string, member: string, by: string): Promise<ResultColumns> {
  const place = by === byPlace ? "country, region" : "NULL::VARCHAR AS country, NULL::VARCHAR AS region";
  return resultColumns(
    connection,
    `SELECT result, ${place}, year, member, ${sumsApart} FROM (SELECT *, ${member} AS member FROM ${from})
     GROUP BY ${by} ORDER BY result, member, year`,
  );
}
