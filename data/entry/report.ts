import { context } from "./common.ts";
import { field, required, type Sheet, words } from "./field.ts";

const [project, country, period, version] = context as [
  (typeof context)[number],
  (typeof context)[number],
  (typeof context)[number],
  (typeof context)[number],
];

export const report: Sheet = {
  key: "report",
  name: words(["Report", "Informe", "Rapport"]),
  purpose: words([
    "One line: which project reports, from which country, for which period.",
    "Una línea: qué proyecto informa, desde qué país y para qué período.",
    "Une ligne : quel projet rapporte, depuis quel pays, pour quelle période.",
  ]),
  fields: [
    required(project),
    field(
      "project_title",
      { kind: "key" },
      ["Project title", "Título del proyecto", "Titre du projet"],
      [
        "A title that names no collective and no place.",
        "Un título que no nombre colectivos ni lugares.",
        "Un titre qui ne nomme ni collectif ni lieu.",
      ],
    ),
    required(country),
    required(period),
    version,
    field(
      "prepared_on",
      { kind: "date" },
      ["Prepared on", "Preparado el", "Préparé le"],
      [
        "Date on which the report was finished (YYYY-MM-DD).",
        "Fecha en que se terminó el informe (AAAA-MM-DD).",
        "Date à laquelle le rapport a été achevé (AAAA-MM-JJ).",
      ],
    ),
  ],
};
