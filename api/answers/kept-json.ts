/** Texts of rows by the rows themselves; a text goes when its row does. */
const texts = new WeakMap<object, string>();

/**
 * An answer as JSON whose list `rows` holds rows that lie in memory as long as their release is shown: each is written once,
 * and its text kept beside it. Gives what `JSON.stringify` gives.
 */
export function keptJson(answer: Readonly<Record<string, unknown>>, rows: string): string {
  const written = Object.entries(answer).map(([name, value]) => {
    const text = name === rows ? `[${(value as readonly object[]).map(textOf).join()}]` : JSON.stringify(value);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${written.join()}}`;
}

function textOf(row: object): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = JSON.stringify(row);
  texts.set(row, text);
  return text;
}
