import { statSync } from "node:fs";

/**
 * Tells one file of a name from another that took its place; undefined where there is none. Looked at in line: every
 * question would wait longer for a thread.
 */
export function stampOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.ino}-${found.size}-${found.mtimeNs}`;
}
