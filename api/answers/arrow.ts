import { Bool, Dictionary, Float64, Int32, Table, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";
import type { Column } from "./table.ts";

/** Columns as an Arrow IPC stream; repeating text goes as dictionaries. */
export function arrowOf(columns: readonly Column[]): Uint8Array {
  return tableToIPC(new Table(Object.fromEntries(columns.map((column) => [column.name, vectorOf(column)]))), "stream");
}

function vectorOf({ kind, values }: Column) {
  switch (kind) {
    case "text":
      return vectorFromArray(values as (string | null)[], new Dictionary(new Utf8(), new Int32()));
    case "whole":
      return vectorFromArray(values as (number | null)[], new Int32());
    case "flag":
      return vectorFromArray(values as (boolean | null)[], new Bool());
    case "real":
      return vectorFromArray(values as (number | null)[], new Float64());
  }
}
