/** Room for the labels beside the lines of a chart, in pixels: so much that the longest fits, up to two fifths of it. */
export function labelRoom(letters: number, width: number): number {
  return Math.max(224, Math.min(14 + 6.7 * letters, 0.4 * width));
}
