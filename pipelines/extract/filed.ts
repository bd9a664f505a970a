import type { Home } from "../home.ts";
import { whereIs } from "../receive/filings.ts";
import { RawDamage } from "../receive/raw-store.ts";
import type { Format, RawSheet } from "../step.ts";
import { extract } from "./extract.ts";
import { bytesInput } from "./input.ts";
import { readRedacted } from "./redacted.ts";

/** A filed report as it can be read again. */
export interface Filed {
  readonly format: Format;
  readonly sheets: readonly RawSheet[];
}

/** Opens a filed report again by the hash it was received under: as received, or as an erasure left it. */
export async function openFiled(home: Home, sha256: string): Promise<Filed> {
  const now = whereIs(home.ledger.lines(), sha256);
  if (now === null) throw new RawDamage(`Nothing is left of the report ${sha256.slice(0, 16)}: it was erased.`);
  return openRaw(home, now);
}

/** Opens a report of the raw store by the hash of the bytes that lie there. */
export async function openRaw({ raw }: Home, sha256: string): Promise<Filed> {
  const bytes = await raw.get(sha256);
  if ((await raw.roleOf(sha256)) === "redacted") return readRedacted(bytes);
  const extracted = await extract(bytesInput(await raw.nameOf(sha256), bytes));
  if ("refusal" in extracted) throw new RawDamage(extracted.refusal.message);
  return extracted;
}
