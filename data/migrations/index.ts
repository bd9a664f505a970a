import { storeVersion } from "./0002-store-version.ts";
import { tablesInParts } from "./0003-tables-in-parts.ts";
import { pressure } from "./0004-pressure.ts";
import { outcomeIntent } from "./0005-outcome-intent.ts";
import type { Migration } from "./migration.ts";

/** Every migration of the working store, in order. */
export const migrations: readonly Migration[] = [storeVersion, tablesInParts, pressure, outcomeIntent];

/** The version of a store made today. */
export const version = migrations.at(-1)?.version ?? 1;

export type { Migration } from "./migration.ts";
