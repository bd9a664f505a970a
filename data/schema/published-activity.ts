import { provenance } from "./provenance.ts";
import { type RowOf, maybe, table, text } from "./table.ts";

export const publishedActivity = table({
  name: "published_activity",
  homes: ["working", "restricted", "public"],
  meaning: "An activity under which another publisher reports results.",
  grain: "row as filed",
  key: ["report", "sheet", "row"],
  columns: {
    publisher: text("IATI organisation identifier of the publisher."),
    activity: text("Activity identifier as filed."),
    title: text("Title as filed."),
    country: maybe(text("Country, ISO 3166 alpha-3; null for regional and global activities.")),
    status: maybe(text("IATI activity status code.")),
    flags: maybe(text("Warnings raised at validation, rule ids separated by spaces.")),
    ...provenance,
  },
});
export type PublishedActivity = RowOf<typeof publishedActivity>;
