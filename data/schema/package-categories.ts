import { collectiveTypes, formality, type Labels, outcomeDirections, regions, settings } from "../codelists/index.ts";

interface Category {
  readonly value: string | number;
  readonly label: string;
}

const scores: readonly Category[] = [
  { value: 0, label: "absent or adverse" },
  { value: 1, label: "by chance" },
  { value: 2, label: "partial" },
  { value: 3, label: "established" },
  { value: 4, label: "established, and tested or confirmed by an event" },
];
const statuses: readonly Category[] = [
  { value: "value", label: "a figure is published" },
  { value: "withheld", label: "withheld for the safety of those behind it" },
  { value: "no-data", label: "no programme operated" },
  { value: "not-applicable", label: "does not apply in the framework" },
];
const presences: readonly Category[] = [
  { value: "all", label: "all collectives scored" },
  { value: "stayers", label: "collectives scored in both years" },
  { value: "joiners", label: "collectives scored in the later year only" },
  { value: "leavers", label: "collectives scored in the earlier year only" },
];

const contributions: readonly Category[] = [
  { value: 0, label: "none claimed" },
  { value: 1, label: "minor" },
  { value: 2, label: "some" },
  { value: 3, label: "important" },
  { value: 4, label: "decisive" },
];

/** The code list of a column, as labelled categories; the scale of scores is ordered. */
export function categoriesOf(table: string, column: string): object {
  if (table === "outcome_statement") return categoriesOfStatement(column);
  if (table !== "cell") return {};
  switch (column) {
    case "status":
      return { categories: statuses };
    case "presence":
      return { categories: presences };
    case "median_lo":
    case "median_hi":
    case "score_from":
    case "score_to":
      return { categories: scores, categoriesOrdered: true };
    case "type":
      return { categories: listed(collectiveTypes) };
    case "formality":
      return { categories: listed(formality) };
    case "setting":
      return { categories: listed(settings) };
    case "region":
      return { categories: listed(regions) };
    default:
      return {};
  }
}

function categoriesOfStatement(column: string): object {
  switch (column) {
    case "direction":
      return { categories: listed(outcomeDirections) };
    case "region":
      return { categories: listed(regions) };
    case "contribution_collective":
    case "contribution_pi":
    case "contribution_others":
      return { categories: contributions, categoriesOrdered: true };
    default:
      return {};
  }
}

function listed({
  codes,
}: {
  readonly codes: readonly { readonly code: string; readonly label: Labels }[];
}): Category[] {
  return codes.map(({ code, label }) => ({ value: code, label: label.en }));
}
