import { type CodeOf, defineCodelist } from "./codelist.ts";

/** Whether a change went the way of the collective; mixed where its good and bad sides cannot be told as two statements. */
export const outcomeDirections = defineCodelist("outcome-direction", [
  { code: "positive", label: { en: "Positive", es: "Positivo", fr: "Positif" }, aliases: ["positiva", "positive"] },
  { code: "negative", label: { en: "Negative", es: "Negativo", fr: "Négatif" }, aliases: ["negativa", "negative"] },
  { code: "mixed", label: { en: "Mixed", es: "Mixto", fr: "Mitigé" }, aliases: ["mixta", "mitigée", "mixte"] },
]);

export type OutcomeDirection = CodeOf<typeof outcomeDirections>;
