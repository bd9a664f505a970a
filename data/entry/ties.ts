import { collective } from "./common.ts";
import { field, required, type Sheet, words } from "./field.ts";

const yesNo = { kind: "yes-no" } as const;

export const ties: Sheet = {
  key: "ties",
  name: words(["Ties", "Lazos", "Réseau"]),
  purpose: words([
    "One line for each organisation or network the collective is tied to. Never a person.",
    "Una línea por cada organización o red con la que el colectivo tiene lazos. Nunca una persona.",
    "Une ligne par organisation ou réseau auquel le collectif est lié. Jamais une personne.",
  ]),
  fields: [
    collective,
    required(
      field(
        "ally",
        { kind: "identity" },
        ["Organisation or network", "Organización o red", "Organisation ou réseau"],
        [
          "Your office's code for it. It is replaced by a pseudonym before anything is stored.",
          "El código que usa su oficina. Se sustituye por un seudónimo antes de guardar nada.",
          "Le code qu'utilise votre bureau. Il est remplacé par un pseudonyme avant tout stockage.",
        ],
      ),
    ),
    required(
      field(
        "level",
        { kind: "code", list: "tie-level" },
        ["Level", "Nivel", "Niveau"],
        [
          "Local, national, regional or international.",
          "Local, nacional, regional o internacional.",
          "Local, national, régional ou international.",
        ],
      ),
    ),
    field(
      "actor_type",
      { kind: "code", list: "actor-type" },
      ["Kind of actor", "Tipo de actor", "Type d'acteur"],
      ["What kind of organisation it is.", "Qué tipo de organización es.", "De quel type d'organisation il s'agit."],
    ),
    field(
      "function",
      { kind: "code", list: "tie-function" },
      ["Function", "Función", "Fonction"],
      ["What the tie provides.", "Qué aporta el lazo.", "Ce que le lien apporte."],
    ),
    field("active", yesNo, ["Active", "Activo", "Actif"], ["In the period.", "En el período.", "Pendant la période."]),
    field("used", yesNo, ["Used", "Utilizado", "Utilisé"], ["In the period.", "En el período.", "Pendant la période."]),
    field(
      "direction",
      { kind: "code", list: "tie-direction" },
      ["Direction", "Dirección", "Sens"],
      [
        "From the collective, to it, or both ways.",
        "Desde el colectivo, hacia él, o en ambos sentidos.",
        "Du collectif, vers lui, ou dans les deux sens.",
      ],
    ),
    field(
      "held_by_several",
      yesNo,
      ["Held by several", "Lo sostienen varias personas", "Tenu par plusieurs"],
      ["Whether more than one member holds it.", "Si lo sostiene más de un miembro.", "Si plus d'un membre le tient."],
    ),
    field(
      "through_pi",
      yesNo,
      ["Through PI", "A través de PI", "Par PI"],
      [
        "Whether it runs through Protection International.",
        "Si pasa por Protection International.",
        "S'il passe par Protection International.",
      ],
    ),
    field(
      "since",
      { kind: "year" },
      ["Since", "Desde", "Depuis"],
      ["Year it began.", "Año en que empezó.", "Année du début."],
    ),
    field(
      "until",
      { kind: "year" },
      ["Until", "Hasta", "Jusqu'à"],
      ["Year it ended.", "Año en que terminó.", "Année de la fin."],
    ),
  ],
};
