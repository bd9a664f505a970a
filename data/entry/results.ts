import { collective, evidence, note, panel, rater, score } from "./common.ts";
import { field, required, type Sheet, words } from "./field.ts";

export const results: Sheet = {
  key: "results",
  name: words(["Results", "Resultados", "Résultats"]),
  purpose: words([
    "One line for each collective and result scored.",
    "Una línea por cada colectivo y resultado puntuado.",
    "Une ligne par collectif et par résultat noté.",
  ]),
  fields: [
    collective,
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
    panel,
    score,
    evidence,
    field(
      "tested",
      { kind: "yes-no" },
      ["Tested", "Puesto a prueba", "Mis à l'épreuve"],
      [
        "Whether an event in the period put it to the test.",
        "Si un hecho del período lo puso a prueba.",
        "Si un événement de la période l'a mis à l'épreuve.",
      ],
    ),
    rater,
    note,
  ],
};
