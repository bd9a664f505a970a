import { hashOf } from "../receive/raw-store.ts";

/** Codes that any file system takes as they are. */
const plain = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * Where the cells of a donor lie in a release. Codes that are no file names are written without what is not safe in
 * one, and told apart by a hash that no plain code can hold.
 */
export function donorFile(code: string): string {
  if (plain.test(code)) return `donors/${code}.duckdb`;
  const safe = code
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 40);
  return `donors/${safe}~${hashOf(code).slice(0, 12)}.duckdb`;
}
