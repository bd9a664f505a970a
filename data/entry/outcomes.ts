import { collective } from "./common.ts";
import { field, required, type Sheet, words } from "./field.ts";
import { contributions, rival } from "./shared-scores.ts";

const text = { kind: "free-text" } as const;

export const outcomes: Sheet = {
  key: "outcomes",
  name: words(["Outcomes", "Cambios", "Changements"]),
  purpose: words([
    "One line for each change in what somebody does, good or bad. All words are held until a person clears them.",
    "Una línea por cada cambio en lo que alguien hace, bueno o malo. Las palabras se retienen hasta que una persona las autorice.",
    "Une ligne par changement dans ce que quelqu'un fait, bon ou mauvais. Les mots sont retenus jusqu'à ce qu'une personne les autorise.",
  ]),
  fields: [
    required(
      field(
        "outcome",
        { kind: "key" },
        ["Outcome code", "Código del cambio", "Code du changement"],
        ["A short code of your own.", "Un código corto propio.", "Un code court à vous."],
      ),
    ),
    { ...collective, required: false },
    field(
      "who",
      text,
      ["Who changed", "Quién cambió", "Qui a changé"],
      ["A kind of actor, no name.", "Un tipo de actor, sin nombre.", "Un type d'acteur, sans nom."],
    ),
    field(
      "what",
      text,
      ["What changed", "Qué cambió", "Ce qui a changé"],
      ["What is done differently.", "Qué se hace de otro modo.", "Ce qui se fait autrement."],
    ),
    field(
      "significance",
      text,
      ["Why it matters", "Por qué importa", "Pourquoi c'est important"],
      ["In a sentence.", "En una frase.", "En une phrase."],
    ),
    required(
      field(
        "direction",
        { kind: "code", list: "outcome-direction" },
        ["Direction", "Dirección", "Sens"],
        [
          "Positive, negative or mixed; negative ones are asked for.",
          "Positivo, negativo o mixto; también se piden los negativos.",
          "Positif, négatif ou mitigé ; les négatifs sont demandés aussi.",
        ],
      ),
    ),
    field(
      "intended",
      { kind: "yes-no" },
      ["Intended", "Buscado", "Voulu"],
      [
        "Whether the project worked towards it.",
        "Si el proyecto trabajó para lograrlo.",
        "Si le projet y a travaillé.",
      ],
    ),
    field(
      "result",
      { kind: "code", list: "result" },
      ["Result", "Resultado", "Résultat"],
      ["The result it speaks of.", "El resultado del que habla.", "Le résultat dont il parle."],
    ),
    ...contributions,
    rival,
    field(
      "substantiated",
      { kind: "yes-no" },
      ["Substantiated", "Corroborado", "Corroboré"],
      [
        "Whether somebody independent confirmed it.",
        "Si alguien independiente lo confirmó.",
        "Si quelqu'un d'indépendant l'a confirmé.",
      ],
    ),
    field(
      "substantiator",
      { kind: "code", list: "substantiator" },
      ["Confirmed by", "Corroborado por", "Corroboré par"],
      [
        "A kind of actor, no name; neither the collective nor PI.",
        "Un tipo de actor, sin nombre; ni el colectivo ni PI.",
        "Un type d'acteur, sans nom ; ni le collectif ni PI.",
      ],
    ),
  ],
};
