import { Dictionary, Int8, Int16, Int32, Utf8 } from "apache-arrow";

/**
 * Codes of a dictionary as few bytes each as its texts allow: one for at most 128 texts, two for at most 32,768, else four.
 * Signed, for not every reader takes unsigned ones.
 */
export function dictionaryIndices(texts: number, id: number) {
  const [index, room] =
    texts <= 128
      ? ([new Int8(), Int8Array] as const)
      : texts <= 32_768
        ? ([new Int16(), Int16Array] as const)
        : ([new Int32(), Int32Array] as const);
  return { type: new Dictionary(new Utf8(), index, id), narrowed: (codes: Int32Array) => room.from(codes) };
}
