import { collective, evidence, note, score } from "./common.ts";
import { field, type Sheet, words } from "./field.ts";
import { contributions, count, item, rival } from "./shared-scores.ts";

export const actions: Sheet = {
  key: "actions",
  name: words(["Actions", "Acciones", "Actions"]),
  purpose: words([
    "One line for each action of the period and the result it worked towards. People are counted, never named.",
    "Una línea por cada acción del período y el resultado al que apuntó. Las personas se cuentan, nunca se nombran.",
    "Une ligne par action de la période et par résultat visé. Les personnes sont comptées, jamais nommées.",
  ]),
  fields: [
    collective,
    item("action", "action", ["Action", "Acción", "Action"], "AT1-AT5, AN1-AN4"),
    { ...score, required: false },
    evidence,
    field(
      "lead",
      { kind: "code", list: "action-lead" },
      ["Lead", "Liderazgo", "Conduite"],
      ["Who led it.", "Quién la lideró.", "Qui l'a conduite."],
    ),
    field(
      "support",
      { kind: "code", list: "support-type" },
      ["Support", "Apoyo", "Appui"],
      ["How it was supported.", "Cómo se apoyó.", "Comment elle a été appuyée."],
    ),
    field(
      "mode",
      { kind: "code", list: "action-mode" },
      ["Mode", "Modo", "Mode"],
      ["Preventive, or in an emergency.", "Preventiva o de emergencia.", "Préventive ou d'urgence."],
    ),
    count(
      "women",
      ["Women", "Mujeres", "Femmes"],
      ["Women who took part.", "Mujeres que participaron.", "Femmes qui ont participé."],
    ),
    count(
      "men",
      ["Men", "Hombres", "Hommes"],
      ["Men who took part.", "Hombres que participaron.", "Hommes qui ont participé."],
    ),
    count(
      "youth",
      ["Young people", "Jóvenes", "Jeunes"],
      ["Young people among them.", "Jóvenes entre ellas.", "Jeunes parmi eux."],
    ),
    field(
      "result",
      { kind: "code", list: "result" },
      ["Result", "Resultado", "Résultat"],
      [
        "The result it worked towards: ST1-ST5, IN1-IN4, EX1-EX7.",
        "El resultado al que apuntó: ST1-ST5, IN1-IN4, EX1-EX7.",
        "Le résultat visé : ST1-ST5, IN1-IN4, EX1-EX7.",
      ],
    ),
    ...contributions,
    rival,
    note,
  ],
};
