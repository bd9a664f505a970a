import { collective, evidence, note, panel, score } from "./common.ts";
import { type Sheet, words } from "./field.ts";
import { count, item } from "./shared-scores.ts";

export const bonding: Sheet = {
  key: "bonding",
  name: words(["Bonding", "Vínculos internos", "Liens internes"]),
  purpose: words([
    "One line for each collective and item of its fabric: bonding BO1-BO7, bridging BR1-BR6. Subgroups only, never persons.",
    "Una línea por colectivo y elemento de su tejido: vínculos BO1-BO7, puentes BR1-BR6. Solo subgrupos, nunca personas.",
    "Une ligne par collectif et par élément de son tissu : liens BO1-BO7, passerelles BR1-BR6. Sous-groupes seulement, jamais de personnes.",
  ]),
  fields: [
    collective,
    item("item", "framework-tie", ["Item", "Elemento", "Élément"], "BO1-BO7, BR1-BR6"),
    panel,
    score,
    evidence,
    count(
      "pairs_possible",
      ["Pairs possible", "Pares posibles", "Paires possibles"],
      [
        "Pairs of subgroups that could be in contact.",
        "Pares de subgrupos que podrían tener contacto.",
        "Paires de sous-groupes qui pourraient être en contact.",
      ],
    ),
    count(
      "pairs_in_contact",
      ["Pairs in contact", "Pares en contacto", "Paires en contact"],
      [
        "Pairs that were in contact at least once in the agreed time.",
        "Pares que tuvieron contacto al menos una vez en el tiempo acordado.",
        "Paires qui ont été en contact au moins une fois dans le temps convenu.",
      ],
    ),
    note,
  ],
};
