import { createHmac } from "node:crypto";
import { fold } from "@trama/data/codelists";

/** Makes a pseudonym; what it is of cannot be told without the key, not even by trying a list of names. */
export type Pseudonym = (of: "collective" | "rater", scope: string, name: string) => string;

/** Pseudonyms by HMAC-SHA-256. The same name in the same scope, however spelled in case and accents, gives the same one. */
export function pseudonyms(key: Buffer): Pseudonym {
  return (of, scope, name) => {
    const digest = createHmac("sha256", key).update(`${of}\u0000${scope}\u0000${fold(name)}`).digest("hex");
    return `${of[0]}-${digest.slice(0, 16)}`;
  };
}
