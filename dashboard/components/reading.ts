import type { ReadingPoint } from "../charts/drawing.ts";

/** How far from a point, in pixels of the drawing, the pointer still means it. */
const reach = 44;

/**
 * The point that a key leads to: null when reading ends, undefined when the key means nothing here. Points stand in a
 * grid of rows and columns that may have holes; a step goes to the next one that exists.
 */
export function stepFrom(
  points: readonly ReadingPoint[],
  at: ReadingPoint | null,
  key: string,
): ReadingPoint | null | undefined {
  if (key === "Escape") return null;
  if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(key)) return undefined;
  if (!at) return points[0];
  const line = points.filter((point) => point.row === at.row).sort((a, b) => a.column - b.column);
  if (key === "Home") return line[0];
  if (key === "End") return line.at(-1);
  const forward = key === "ArrowRight" || key === "ArrowDown";
  if (key === "ArrowLeft" || key === "ArrowRight") return line[line.indexOf(at) + (forward ? 1 : -1)] ?? at;
  const rows = [...new Set(points.map((point) => point.row))].sort((a, b) => a - b);
  const row = rows[rows.indexOf(at.row) + (forward ? 1 : -1)];
  const beside = points.filter((point) => point.row === row);
  return beside.sort((a, b) => Math.abs(a.column - at.column) - Math.abs(b.column - at.column))[0] ?? at;
}

/** The point nearest to the pointer, or null where none is near. */
export function nearestPoint(points: readonly ReadingPoint[], x: number, y: number): ReadingPoint | null {
  let best: ReadingPoint | null = null;
  let least = reach;
  for (const point of points) {
    const distance = Math.hypot(point.x - x, point.y - y);
    if (distance < least) [best, least] = [point, distance];
  }
  return best;
}
