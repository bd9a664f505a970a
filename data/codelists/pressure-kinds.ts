import { type CodeOf, defineCodelist } from "./codelist.ts";

/** What kind of pressure it was, in words general enough not to identify a case; a proposal. */
export const pressureKinds = defineCodelist("pressure-kind", [
  {
    code: "threat",
    label: { en: "Threat or intimidation", es: "Amenaza o intimidación", fr: "Menace ou intimidation" },
  },
  { code: "attack", label: { en: "Physical attack", es: "Agresión física", fr: "Agression physique" } },
  { code: "armed-presence", label: { en: "Armed presence", es: "Presencia armada", fr: "Présence armée" } },
  {
    code: "eviction",
    label: { en: "Eviction or displacement", es: "Desalojo o desplazamiento", fr: "Expulsion ou déplacement" },
  },
  { code: "criminalisation", label: { en: "Criminalisation", es: "Criminalización", fr: "Criminalisation" } },
  {
    code: "stigmatisation",
    label: {
      en: "Stigmatisation or defamation",
      es: "Estigmatización o difamación",
      fr: "Stigmatisation ou diffamation",
    },
  },
  { code: "surveillance", label: { en: "Surveillance", es: "Vigilancia", fr: "Surveillance" } },
  {
    code: "restriction",
    label: {
      en: "Restriction of movement, assembly or association",
      es: "Restricción de circulación, reunión o asociación",
      fr: "Restriction de circulation, de réunion ou d'association",
    },
  },
  {
    code: "division",
    label: {
      en: "Attempt to divide or buy off",
      es: "Intento de dividir o cooptar",
      fr: "Tentative de division ou de cooptation",
    },
  },
  {
    code: "environmental",
    label: {
      en: "Environmental harm or disaster",
      es: "Daño ambiental o desastre",
      fr: "Atteinte à l'environnement ou catastrophe",
    },
  },
  { code: "other", label: { en: "Other", es: "Otra", fr: "Autre" } },
]);

export type PressureKind = CodeOf<typeof pressureKinds>;
