import { createHmac } from "node:crypto";
import { fold } from "@trama/data/codelists";

/** Makes a pseudonym; what it is of cannot be told without the key, not even by trying a list of names. */
export type Pseudonym = (of: "collective" | "rater" | "ally", scope: string, name: string) => string;

/** A report names the same few collectives over and over: their pseudonyms are kept while it is read. */
const mostKept = 20_000;

/** Pseudonyms by HMAC-SHA-256. The same name in the same scope, however spelled in case and accents, gives the same one. */
export function pseudonyms(key: Buffer): Pseudonym {
  const made = new Map<string, string>();
  return (of, scope, name) => {
    const asked = `${of}\u0000${scope}\u0000${name}`;
    const known = made.get(asked);
    if (known !== undefined) return known;
    if (made.size >= mostKept) made.clear();
    const digest = createHmac("sha256", key)
      .update(`${of}\u0000${scope}\u0000${fold(name)}`)
      .digest("hex");
    const pseudonym = `${of[0]}-${digest.slice(0, 16)}`;
    made.set(asked, pseudonym);
    return pseudonym;
  };
}
