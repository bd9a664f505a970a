/** What was written lately, within a bound of bytes; what was asked for longest ago goes first. */
export interface Kept<Value> {
  get(key: string): Promise<Value> | undefined;
  set(key: string, value: Promise<Value>): void;
  clear(): void;
  /** Bytes that are kept now. */
  readonly bytes: number;
}

/** Keeps promises of values; one that fails is not kept, and what is larger than the bound goes as soon as it is made. */
export function keptWithin<Value>(most: number, sizeOf: (value: Value) => number): Kept<Value> {
  const entries = new Map<string, { readonly value: Promise<Value>; bytes: number }>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get bytes() {
      return bytes;
    },
    get(key) {
      const found = entries.get(key);
      if (!found) return undefined;
      entries.delete(key);
      entries.set(key, found);
      return found.value;
    },
    set(key, value) {
      drop(key);
      const entry = { value, bytes: 0 };
      entries.set(key, entry);
      value.then(
        (made) => {
          if (entries.get(key) !== entry) return;
          entry.bytes = sizeOf(made);
          bytes += entry.bytes;
          for (const old of entries.keys()) {
            if (bytes <= most) break;
            drop(old);
          }
        },
        () => entries.get(key) === entry && drop(key),
      );
    },
    clear() {
      entries.clear();
      bytes = 0;
    },
  };
}
