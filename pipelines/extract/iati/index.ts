import type { RawRow, RawSheet } from "../../step.ts";
import type { Input } from "../input.ts";
import { readActivities, type VersionedActivity } from "./activities.ts";
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
export function iatiSheets(input: Input): RawSheet[] {
  return Object.entries(tables).map(([name, { header, rows }]) => ({
    name,
    hidden: false,
    columns: "headers",
    header,
    async *rows() {
      let number = 0;
      for await (const found of readActivities(input.chunks())) {
        const batch: RawRow[] = [];
        for (const each of found)
          for (const { values, path, faults = [] } of rows(each)) {
            number += 1;
            batch.push({ row: number, cells: header.map((key) => values[key] ?? null), path, faults });
          }
        if (batch.length > 0) yield batch;
      }
    },
  }));
}
