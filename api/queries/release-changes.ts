import type { Cell, ReleaseChangesAnswer } from "../contract/index.ts";
import { findCells } from "./cells.ts";
import type { PublishedCells } from "./published-cells.ts";

/** What differs between the country figures of a release and those of the one before it, both as published. */
export async function findReleaseChanges(
  now: PublishedCells,
  before: PublishedCells,
): Promise<Omit<ReleaseChangesAnswer, "release" | "since" | "note">> {
  const [last, first] = await Promise.all([countryCells(now), countryCells(before)]);
  const added: Cell[] = [];
  const changed: Cell[] = [];
  const withdrawn: Cell[] = [];
  for (const [key, cell] of last) {
    const old = first.get(key);
    if (cell.status === "value" && old?.status !== "value") added.push(cell);
    else if (cell.status === "value" && old && figureOf(old) !== figureOf(cell)) changed.push(cell);
  }
  for (const [key, cell] of first)
    if (cell.status === "value" && last.get(key)?.status !== "value") withdrawn.push(cell);
  const touched = [...added, ...changed, ...withdrawn];
  return {
    added: added.length,
    changed: changed.length,
    withdrawn: withdrawn.length,
    countries: [...new Set(touched.map(({ country }) => country as string))].sort(),
    results: [...new Set(touched.map(({ result }) => result))].sort(),
  };
}

async function countryCells(published: PublishedCells): Promise<Map<string, Cell>> {
  const cells = await findCells(published, { by: "country", match: "all" });
  return new Map(cells.map((cell) => [`${cell.result} ${cell.country} ${cell.year}`, cell]));
}

function figureOf({ n, k, share }: Cell): string {
  return [...n, ...k, ...share].join(" ");
}
