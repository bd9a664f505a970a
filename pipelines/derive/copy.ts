import type { DuckDBConnection } from "@trama/data/store";

/** The working store is attached under this name while a release is built. */
export const working = "working";

/** Derives one table of a release from the working store and from the tables derived before it. */
export type Derive = (connection: DuckDBConnection) => Promise<void>;

/**
 * The order in which reports about the same thing follow each other: by the version that the report declares, then by
 * receipt. The order of filing does not matter where versions are declared.
 */
export const inOrder = (alias: string) => `${alias}.version, r.sequence, ${alias}.sheet, ${alias}.row`;
