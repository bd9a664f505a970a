import { type Field, field, required } from "./field.ts";

/** Columns that any sheet may carry; where it does not, the report sheet of the same workbook speaks for it. */
export const context: readonly Field[] = [
  field(
    "project",
    { kind: "key" },
    ["Project", "Proyecto", "Projet"],
    [
      "Project code, as in the grant agreement.",
      "Código del proyecto, como en el convenio de financiación.",
      "Code du projet, comme dans la convention de financement.",
    ],
  ),
  field(
    "country",
    { kind: "code", list: "country" },
    ["Country", "País", "Pays"],
    [
      "Country: ISO 3166 alpha-3 code or name.",
      "País: código ISO 3166 alfa-3 o nombre.",
      "Pays : code ISO 3166 alpha-3 ou nom.",
    ],
  ),
  field(
    "period",
    { kind: "period" },
    ["Period", "Período", "Période"],
    [
      "Reporting period: 2025, 2025-H1 or 2025-Q3.",
      "Período del informe: 2025, 2025-H1 o 2025-Q3.",
      "Période du rapport : 2025, 2025-H1 ou 2025-Q3.",
    ],
  ),
  field(
    "version",
    { kind: "whole", from: 1, to: 999 },
    ["Version", "Versión", "Version"],
    [
      "Version of this report: 1 the first time, then 2, 3 …",
      "Versión de este informe: 1 la primera vez, luego 2, 3 …",
      "Version de ce rapport : 1 la première fois, puis 2, 3 …",
    ],
  ),
];

export const collective = required(
  field(
    "collective",
    { kind: "identity" },
    ["Collective", "Colectivo", "Collectif"],
    [
      "The code your office uses for the collective. It is replaced by a pseudonym before anything is stored.",
      "El código que su oficina usa para el colectivo. Se sustituye por un seudónimo antes de guardar nada.",
      "Le code que votre bureau utilise pour le collectif. Il est remplacé par un pseudonyme avant tout stockage.",
    ],
  ),
);

export const panel = field(
  "panel",
  { kind: "code", list: "panel" },
  ["Panel", "Panel", "Panel"],
  [
    "Who scored. Leave empty for the accepted score.",
    "Quién puntuó. Déjelo vacío para la puntuación aceptada.",
    "Qui a noté. Laissez vide pour le score retenu.",
  ],
);

export const score = required(
  field(
    "score",
    { kind: "score" },
    ["Score", "Puntuación", "Score"],
    [
      "0 to 4 as the anchors say, or why there is none: NA not applicable, NK not known, NR not reported, WH withheld, NS not scored.",
      "De 0 a 4 según los descriptores, o por qué no hay: NA no aplica, NK no se sabe, NR no informado, WH reservado, NS no puntuado.",
      "De 0 à 4 selon les descripteurs, ou pourquoi il n'y en a pas : NA sans objet, NK inconnu, NR non rapporté, WH retenu, NS non noté.",
    ],
  ),
);

export const evidence = field(
  "evidence",
  { kind: "whole", from: 0, to: 4 },
  ["Evidence", "Evidencia", "Preuve"],
  [
    "Evidence grade: 0 assertion only … 4 independent and substantiated.",
    "Grado de evidencia: 0 solo afirmación … 4 independiente y corroborada.",
    "Niveau de preuve : 0 simple affirmation … 4 indépendante et corroborée.",
  ],
);

export const rater = field(
  "rater",
  { kind: "identity" },
  ["Rater", "Evaluador/a", "Évaluateur"],
  [
    "Code of the person who scored, where two score the same; replaced by a pseudonym.",
    "Código de quien puntuó, si dos personas puntúan lo mismo; se sustituye por un seudónimo.",
    "Code de la personne qui a noté, si deux notent la même chose ; remplacé par un pseudonyme.",
  ],
);

export const note = field(
  "note",
  { kind: "free-text" },
  ["Note", "Nota", "Remarque"],
  [
    "What explains the score. No names, places or contacts; it is held until a person releases it.",
    "Lo que explica la puntuación. Sin nombres, lugares ni contactos; se retiene hasta que una persona la libere.",
    "Ce qui explique le score. Ni noms, ni lieux, ni contacts ; retenue jusqu'à ce qu'une personne la libère.",
  ],
);
