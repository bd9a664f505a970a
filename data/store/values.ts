import {
  blobValue,
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBListValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  type DuckDBValue,
  listValue,
  timestampTZValue,
} from "@duckdb/node-api";

/**
 * A DuckDB value as plain JavaScript, without loss and without a time zone of this machine: integers that fit become
 * numbers and others stay bigint, instants become Date, dates and decimals stay text.
 */
export function fromDuckDB(value: DuckDBValue): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value !== "object") return value;
  if (value instanceof DuckDBTimestampTZValue) return new Date(Number(value.micros / 1000n));
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(fromDuckDB);
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([name, inner]) => [name, fromDuckDB(inner)]));
  if (value instanceof DuckDBBlobValue) return value.bytes;
  return value.toString();
}

/** A plain JavaScript value as DuckDB takes it for a parameter; undefined becomes null. */
export function toDuckDB(value: unknown): DuckDBValue {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return timestampTZValue(BigInt(value.getTime()) * 1000n);
  if (value instanceof Uint8Array) return blobValue(value);
  if (Array.isArray(value)) return listValue(value.map(toDuckDB));
  return value as DuckDBValue;
}
