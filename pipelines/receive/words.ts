import type { Home } from "../home.ts";
import { hashOf } from "./raw-store.ts";

/** Keeps words of a person (a reason, decisions about a file) sealed in the raw store; the ledger names their hash. */
export async function keepWords({ raw }: Home, words: string | null): Promise<string | null> {
  if (words === null) return null;
  const bytes = Buffer.from(words);
  const sha256 = hashOf(bytes);
  await raw.put(sha256, bytes, "words", "words");
  return sha256;
}

/** The words of that hash. */
export async function wordsOf({ raw }: Home, sha256: string | null): Promise<string | null> {
  return sha256 === null ? null : (await raw.get(sha256)).toString("utf8");
}
