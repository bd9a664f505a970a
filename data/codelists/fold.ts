/** Text as people type it, reduced to what makes two spellings the same: no case, diacritics or punctuation. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * A finder from folded spelling to code. A spelling that would lead to two codes leads to none, so a reader of a file is
 * told about it instead of being guessed at.
 */
export function spellingFinder<C extends string>(
  entries: () => Iterable<readonly [spelling: string, code: C]>,
): (text: string) => C | undefined {
  let index: Map<string, C | undefined> | undefined;
  return function findBySpelling(text) {
    index ??= buildIndex(entries());
    return index.get(fold(text));
  };
}

function buildIndex<C extends string>(entries: Iterable<readonly [string, C]>): Map<string, C | undefined> {
  const index = new Map<string, C | undefined>();
  for (const [spelling, code] of entries) {
    const key = fold(spelling);
    if (key === "") continue;
    index.set(key, index.has(key) && index.get(key) !== code ? undefined : code);
  }
  return index;
}
