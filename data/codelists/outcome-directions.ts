import { type CodeOf, defineCodelist } from "./codelist.ts";

/** Whether a change went the way of the collective. A change with both sides is filed as two statements. */
export const outcomeDirections = defineCodelist("outcome-direction", [
  { code: "positive", label: { en: "Positive", es: "Positivo", fr: "Positif" }, aliases: ["positiva", "positive"] },
  { code: "negative", label: { en: "Negative", es: "Negativo", fr: "Négatif" }, aliases: ["negativa", "negative"] },
]);

export type OutcomeDirection = CodeOf<typeof outcomeDirections>;
