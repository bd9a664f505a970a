import { type Field, field, required } from "./field.ts";

/** A column that holds an item of the framework by its code. */
export function item(key: string, list: string, label: readonly [string, string, string], codes: string): Field {
  return required(
    field(key, { kind: "code", list }, label, [`Code: ${codes}.`, `Código: ${codes}.`, `Code : ${codes}.`]),
  );
}

/** How much somebody contributed to a change, 0 none to 4 decisive. */
export function contribution(who: "collective" | "pi" | "others", label: readonly [string, string, string]): Field {
  return field(`contribution_${who}`, { kind: "whole", from: 0, to: 4 }, label, [
    "0 none claimed, 1 minor, 2 some, 3 important, 4 decisive. Above 2, rival explanations are required.",
    "0 ninguna, 1 menor, 2 alguna, 3 importante, 4 decisiva. Por encima de 2 se piden explicaciones rivales.",
    "0 aucune, 1 mineure, 2 certaine, 3 importante, 4 décisive. Au-dessus de 2, des explications rivales sont requises.",
  ]);
}

/** The three contributions in their order. */
export const contributions: readonly Field[] = [
  contribution("collective", [
    "Contribution of the collective",
    "Contribución del colectivo",
    "Contribution du collectif",
  ]),
  contribution("pi", ["Contribution of PI", "Contribución de PI", "Contribution de PI"]),
  contribution("others", ["Contribution of others", "Contribución de otros", "Contribution d'autres"]),
];

export const rival = field(
  "rival",
  { kind: "free-text" },
  ["Rival explanations", "Explicaciones rivales", "Explications rivales"],
  ["What else may explain it.", "Qué más puede explicarlo.", "Ce qui peut l'expliquer autrement."],
);

/** A count of people or pairs; never their names. */
export function count(
  key: string,
  label: readonly [string, string, string],
  help: readonly [string, string, string],
): Field {
  return field(key, { kind: "whole", from: 0, to: 1_000_000 }, label, help);
}
