import { collective } from "./common.ts";
import { field, type Sheet, words } from "./field.ts";

export const collectives: Sheet = {
  key: "collectives",
  name: words(["Collectives", "Colectivos", "Collectifs"]),
  purpose: words([
    "One line for each collective accompanied in the period.",
    "Una línea por cada colectivo acompañado en el período.",
    "Une ligne par collectif accompagné pendant la période.",
  ]),
  fields: [
    collective,
    field(
      "type",
      { kind: "code", list: "collective-type" },
      ["Type", "Tipo", "Type"],
      ["Principal type of the collective.", "Tipo principal del colectivo.", "Type principal du collectif."],
    ),
    field(
      "formality",
      { kind: "code", list: "formality" },
      ["Formality", "Formalidad", "Formalité"],
      [
        "Structured organisation or informal.",
        "Organización estructurada o informal.",
        "Organisation structurée ou informelle.",
      ],
    ),
    field(
      "setting",
      { kind: "code", list: "setting" },
      ["Setting", "Ámbito", "Milieu"],
      ["Rural, urban or mixed.", "Rural, urbano o mixto.", "Rural, urbain ou mixte."],
    ),
    field(
      "women_led",
      { kind: "yes-no" },
      ["Women-led", "Liderado por mujeres", "Dirigé par des femmes"],
      [
        "Yes or no; leave empty if not known.",
        "Sí o no; déjelo vacío si no se sabe.",
        "Oui ou non ; laissez vide si inconnu.",
      ],
    ),
    field(
      "youth_led",
      { kind: "yes-no" },
      ["Youth-led", "Liderado por jóvenes", "Dirigé par des jeunes"],
      [
        "Yes or no; leave empty if not known.",
        "Sí o no; déjelo vacío si no se sabe.",
        "Oui ou non ; laissez vide si inconnu.",
      ],
    ),
    field(
      "accompanied_since",
      { kind: "year" },
      ["Accompanied since", "Acompañado desde", "Accompagné depuis"],
      [
        "Year in which the accompaniment began.",
        "Año en que comenzó el acompañamiento.",
        "Année du début de l'accompagnement.",
      ],
    ),
  ],
};
