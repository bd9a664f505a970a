import type { RawRow, RawSheet } from "../../step.ts";
import type { Input } from "../input.ts";
import { readActivities, type VersionedActivity } from "./activities.ts";
import { keptTables } from "./kept-tables.ts";
import { dimensionRows, type ResultRow, resultRows } from "./results.ts";

interface Row extends Pick<ResultRow, "values" | "path"> {
  readonly faults?: ResultRow["faults"];
}

/** The tables that an IATI activity file is read as, and their columns. */
const tables: Readonly<
  Record<string, { readonly header: readonly string[]; readonly rows: (found: VersionedActivity) => Iterable<Row> }>
> = {
  activities: {
    header: ["publisher", "activity", "title", "country", "status"],
    rows: ({ activity: { identifier, publisher, title, country, status, path } }) => [
      { values: { activity: identifier, publisher, title, country, status }, path },
    ],
  },
  results: {
    header: [
      "publisher",
      "activity",
      "country",
      "result_type",
      "result_title",
      "indicator",
      "titles",
      "item",
      "measure",
      "period_start",
      "period_end",
      "baseline_year",
      "baseline",
      "target",
      "actual",
      "disaggregation",
      "location",
    ],
    rows: ({ activity, version }) => resultRows(activity, version),
  },
  dimensions: {
    header: ["publisher", "activity", "indicator", "period_start", "period_end", "part", "figure", "name", "value"],
    rows: ({ activity }) => dimensionRows(activity),
  },
};

/** An IATI activity file of version 1.01 to 2.03 as tables: its activities, its results, their dimensions. */
export function iatiSheets(input: Input): { readonly sheets: readonly RawSheet[]; close(): Promise<void> } {
  const { rows, close } = keptTables(() => readTables(input), Object.keys(tables).length);
  return {
    sheets: Object.entries(tables).map(([name, { header }], index) => ({
      name,
      hidden: false,
      columns: "headers",
      header,
      rows: () => rows(index),
    })),
    close,
  };
}

/** The rows of all tables as they are met in one pass over the file: a batch for each table. */
async function* readTables(input: Input): AsyncGenerator<RawRow[][]> {
  const each = Object.values(tables).map((table) => ({ ...table, given: 0 }));
  for await (const found of readActivities(input.chunks()))
    yield each.map((table) => {
      const batch: RawRow[] = [];
      for (const activity of found)
        for (const { values, path, faults = [] } of table.rows(activity)) {
          table.given += 1;
          batch.push({ row: table.given, cells: table.header.map((key) => values[key] ?? null), path, faults });
        }
      return batch;
    });
}
