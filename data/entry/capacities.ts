import { collective, evidence, note, panel, score } from "./common.ts";
import { type Sheet, words } from "./field.ts";
import { item } from "./shared-scores.ts";

export const capacities: Sheet = {
  key: "capacities",
  name: words(["Capacities", "Capacidades", "Capacités"]),
  purpose: words([
    "One line for each collective and capacity scored.",
    "Una línea por cada colectivo y capacidad puntuada.",
    "Une ligne par collectif et par capacité notée.",
  ]),
  fields: [
    collective,
    item("capacity", "capacity", ["Capacity", "Capacidad", "Capacité"], "C1-C5"),
    panel,
    score,
    evidence,
    note,
  ],
};
