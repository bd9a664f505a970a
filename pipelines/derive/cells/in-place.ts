import { collectiveTypes, formality, panels, settings } from "@trama/data/codelists";
import { unverifiedFrom } from "@trama/data/statistics";
import { type ResultColumns, resultColumns, type StatementRunner } from "@trama/data/store";
import type { CellColumns } from "./cell-columns.ts";
import { type FigureCodes, flag } from "./figure-codes.ts";
import type { Grid } from "./grid.ts";
import type { Ground } from "./place.ts";
import { levelSums, otherSums } from "./scored.ts";

/** Scores divided by one condition, or by none, and where they are told of: in every place, or not country by country. */
interface Division {
  readonly condition: "type" | "formality" | "setting" | "panel" | undefined;
  readonly members: readonly string[];
  readonly reach: keyof typeof sets;
}

const sets = {
  everywhere: "(result, year, member), (result, year, region, member), (result, year, region, country, member)",
  wide: "(result, year, member), (result, year, region, member)",
} as const;

const divisions: readonly Division[] = [
  { condition: undefined, members: [""], reach: "everywhere" },
  { condition: "type", members: codesOf(collectiveTypes), reach: "everywhere" },
  { condition: "formality", members: codesOf(formality), reach: "wide" },
  { condition: "setting", members: codesOf(settings), reach: "wide" },
  { condition: "panel", members: codesOf(panels), reach: "wide" },
];

function codesOf({ codes }: { readonly codes: readonly { readonly code: string }[] }): string[] {
  return codes.map(({ code }) => code);
}

/**
 * The share in place of every result × place × year, whole and by type, and of the world and each region by formality,
 * setting and panel too; each collective counts once per cell. `changed` says by their numbers in the grid which places and
 * years have other collectives than the year before.
 */
export async function inPlaceCells(
  connection: StatementRunner,
  { places }: Ground,
  grid: Grid,
  figures: FigureCodes,
  changed: Promise<Uint8Array>,
): Promise<CellColumns[]> {
  return Promise.all(
    divisions.map(async (division) => {
      const { condition, reach } = division;
      const asked = resultColumns(
        connection,
        `SELECT result, ${reach === "wide" ? "NULL::VARCHAR AS country" : "country"}, region, year, member, ${levelSums.map((sum, score) => `${sum} AS s${score}`).join(", ")}, ${otherSums}
         FROM (SELECT *, ${condition ?? "''"} AS member FROM ${condition === "panel" ? "panel_tally" : "tally"})
         GROUP BY GROUPING SETS (${sets[reach]}) ORDER BY result, member, year`,
      );
      const [rows, moved] = await Promise.all([asked, changed]);
      const told = places.flatMap(({ country }, place) => (reach === "everywhere" || country === null ? [place] : []));
      return cellsOf(grid, figures, rows, { ...division, told, changed: moved });
    }),
  );
}

/** Every candidate of the grid result × place told of × year × member, with or without scores behind it. */
function cellsOf(
  grid: Grid,
  figures: FigureCodes,
  rows: ResultColumns,
  { condition, members, told, changed }: Division & { readonly told: readonly number[]; readonly changed: Uint8Array },
): CellColumns {
  const numbers = grid.numbersOf(rows);
  const found = new Int32Array(grid.results * grid.places * grid.years * members.length).fill(-1);
  const { texts, codes } = rows.texts("member");
  const memberOf = Int32Array.from(texts, (text) => members.indexOf(text));
  for (let row = 0; row < rows.count; row += 1) {
    const m = memberOf[codes[row] as number] ?? -1;
    if (m >= 0) found[(numbers[row] as number) * members.length + m] = row;
  }
  const tell = figureTeller(figures, rows);
  const count = grid.results * told.length * grid.years * members.length;
  const [result, place, year] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const [member, figure, status] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  let cell = 0;
  for (let r = 0; r < grid.results; r += 1)
    for (const p of told)
      for (let y = 0; y < grid.years; y += 1) {
        const number = (r * grid.places + p) * grid.years + y;
        const operated = grid.operated[p * grid.years + y] === 1;
        // A panel's collectives are not those that joined or left.
        const moved = condition !== "panel" && changed[number] === 1;
        for (let m = 0; m < members.length; m += 1, cell += 1) {
          result[cell] = r;
          place[cell] = p;
          year[cell] = y;
          member[cell] = m;
          if (operated) figure[cell] = tell(found[number * members.length + m] as number, moved);
          else status[cell] = 1;
        }
      }
  return {
    count,
    columns: {
      ...grid.resultColumns(result),
      ...grid.placeColumns(place),
      year: grid.yearColumn(year),
      ...(condition ? { [condition]: { values: members, codes: member } } : {}),
      status: { values: statuses, codes: status },
      ...figures.columns(figure),
    },
  };
}

const statuses = ["value", "no-data"] as const;

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
