import { type CodeOf, defineCodelist } from "./codelist.ts";

/** How well a score is supported. A score of 3 or 4 with a grade below 2 is shown as unverified. */
export const evidenceGrades = defineCodelist("evidence-grade", [
  { code: "0", label: { en: "Assertion only", es: "Solo afirmación", fr: "Affirmation seule" } },
  { code: "1", label: { en: "One internal source", es: "Una fuente interna", fr: "Une source interne" } },
  {
    code: "2",
    label: { en: "Two sources or one document", es: "Dos fuentes o un documento", fr: "Deux sources ou un document" },
  },
  {
    code: "3",
    label: {
      en: "Two independent sources, one from outside",
      es: "Dos fuentes independientes, una externa",
      fr: "Deux sources indépendantes, dont une externe",
    },
  },
  {
    code: "4",
    label: { en: "Independent and substantiated", es: "Independiente y corroborada", fr: "Indépendante et corroborée" },
  },
]);

export type EvidenceGrade = CodeOf<typeof evidenceGrades>;
