import { field, required, type Sheet, words } from "./field.ts";

export const targets: Sheet = {
  key: "targets",
  name: words(["Targets", "Metas", "Cibles"]),
  purpose: words([
    "One line for each result the project means to have in place; a revised target is a new line.",
    "Una línea por cada resultado que el proyecto quiere tener establecido; una meta revisada es una línea nueva.",
    "Une ligne par résultat que le projet veut voir en place ; une cible révisée est une nouvelle ligne.",
  ]),
  fields: [
    required(
      field(
        "result",
        { kind: "code", list: "result" },
        ["Result", "Resultado", "Résultat"],
        [
          "Code of the result: ST1-ST5, IN1-IN4, EX1-EX7.",
          "Código del resultado: ST1-ST5, IN1-IN4, EX1-EX7.",
          "Code du résultat : ST1-ST5, IN1-IN4, EX1-EX7.",
        ],
      ),
    ),
    required(
      field(
        "year",
        { kind: "year" },
        ["Year", "Año", "Année"],
        ["Year by which it is due.", "Año en que debe alcanzarse.", "Année d'échéance."],
      ),
    ),
    required(
      field(
        "k",
        { kind: "whole", from: 0, to: 100_000 },
        ["Collectives in place", "Colectivos con resultado", "Collectifs atteints"],
        [
          "Collectives meant to reach a score of 3 or 4.",
          "Colectivos que deben alcanzar una puntuación de 3 o 4.",
          "Collectifs devant atteindre un score de 3 ou 4.",
        ],
      ),
    ),
    required(
      field(
        "n",
        { kind: "whole", from: 1, to: 100_000 },
        ["Out of", "De un total de", "Sur un total de"],
        [
          "Collectives the target speaks of.",
          "Colectivos a los que se refiere la meta.",
          "Collectifs concernés par la cible.",
        ],
      ),
    ),
    field(
      "baseline",
      { kind: "whole", from: 0, to: 100_000 },
      ["In place at the start", "Con resultado al inicio", "Atteints au départ"],
      [
        "Collectives that already had it in place when the target was set.",
        "Colectivos que ya lo tenían al fijar la meta.",
        "Collectifs qui l'avaient déjà lorsque la cible a été fixée.",
      ],
    ),
    field(
      "set_on",
      { kind: "date" },
      ["Set on", "Fijada el", "Fixée le"],
      [
        "Date on which the target was set (YYYY-MM-DD).",
        "Fecha en que se fijó la meta (AAAA-MM-DD).",
        "Date à laquelle la cible a été fixée (AAAA-MM-JJ).",
      ],
    ),
    field(
      "reason",
      { kind: "free-text" },
      ["Reason", "Motivo", "Motif"],
      [
        "Why the target was set or revised.",
        "Por qué se fijó o revisó la meta.",
        "Pourquoi la cible a été fixée ou révisée.",
      ],
    ),
  ],
};
