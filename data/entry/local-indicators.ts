import { collective, evidence } from "./common.ts";
import { field, required, type Sheet, words } from "./field.ts";

const number = { kind: "number" } as const;

export const localIndicators: Sheet = {
  key: "local_indicators",
  name: words(["Local indicators", "Indicadores locales", "Indicateurs locaux"]),
  purpose: words([
    "Indicators of your own, one line for each value. They are never mixed with the 16 results.",
    "Indicadores propios, una línea por valor. Nunca se mezclan con los 16 resultados.",
    "Vos propres indicateurs, une ligne par valeur. Jamais mêlés aux 16 résultats.",
  ]),
  fields: [
    collective,
    required(
      field(
        "indicator",
        { kind: "key" },
        ["Indicator", "Indicador", "Indicateur"],
        [
          "A short code of your own, such as L-WATER-1.",
          "Un código corto propio, como L-AGUA-1.",
          "Un code court à vous, comme L-EAU-1.",
        ],
      ),
    ),
    required(
      field(
        "measure",
        { kind: "code", list: "measure" },
        ["Measure", "Medida", "Mesure"],
        [
          "Ordinal, count, percentage or statement: each is added up in its own way.",
          "Ordinal, conteo, porcentaje o enunciado: cada una se agrega a su manera.",
          "Ordinale, dénombrement, pourcentage ou énoncé : chacune s'agrège à sa façon.",
        ],
      ),
    ),
    field(
      "value",
      number,
      ["Value", "Valor", "Valeur"],
      [
        "The number; for percentages 0-100, or give numerator and denominator.",
        "El número; para porcentajes 0-100, o indique numerador y denominador.",
        "Le nombre ; pour un pourcentage 0-100, ou donnez numérateur et dénominateur.",
      ],
    ),
    field(
      "numerator",
      number,
      ["Numerator", "Numerador", "Numérateur"],
      ["Of a percentage.", "De un porcentaje.", "D'un pourcentage."],
    ),
    field(
      "denominator",
      number,
      ["Denominator", "Denominador", "Dénominateur"],
      ["Of a percentage.", "De un porcentaje.", "D'un pourcentage."],
    ),
    field(
      "baseline",
      number,
      ["Baseline", "Línea de base", "Valeur initiale"],
      ["Value at the start.", "Valor al inicio.", "Valeur au départ."],
    ),
    field(
      "target",
      number,
      ["Target", "Meta", "Cible"],
      ["Value meant to be reached.", "Valor que se quiere alcanzar.", "Valeur à atteindre."],
    ),
    evidence,
    field(
      "statement",
      { kind: "free-text" },
      ["Statement", "Enunciado", "Énoncé"],
      [
        "For qualitative indicators: what there is to say.",
        "Para indicadores cualitativos: lo que hay que decir.",
        "Pour les indicateurs qualitatifs : ce qu'il y a à dire.",
      ],
    ),
  ],
};
