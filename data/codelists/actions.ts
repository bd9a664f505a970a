import { type CodeOf, defineCodelist } from "./codelist.ts";

/** Who led an action. */
export const actionLeads = defineCodelist("action-lead", [
  { code: "collective", label: { en: "The collective", es: "El colectivo", fr: "Le collectif" } },
  {
    code: "pi",
    label: { en: "Protection International", es: "Protection International (PI)", fr: "PI (Protection International)" },
    aliases: ["PI"],
  },
  { code: "partner", label: { en: "A partner", es: "Una organización aliada", fr: "Un partenaire" } },
  { code: "joint", label: { en: "Jointly", es: "En conjunto", fr: "Ensemble" } },
]);
export type ActionLead = CodeOf<typeof actionLeads>;

/** How an action was supported. */
export const supportTypes = defineCodelist("support-type", [
  { code: "training", label: { en: "Training", es: "Formación", fr: "Formation" } },
  { code: "accompaniment", label: { en: "Accompaniment", es: "Acompañamiento", fr: "Accompagnement" } },
  { code: "funds", label: { en: "Funds", es: "Fondos", fr: "Fonds" } },
  { code: "advocacy", label: { en: "Advocacy", es: "Incidencia", fr: "Plaidoyer" } },
  { code: "research", label: { en: "Research", es: "Investigación", fr: "Recherche" } },
  { code: "none", label: { en: "No support", es: "Sin apoyo", fr: "Sans appui" } },
]);
export type SupportType = CodeOf<typeof supportTypes>;

/** Whether an action prepared for pressure or answered it. */
export const actionModes = defineCodelist("action-mode", [
  { code: "preventive", label: { en: "Preventive", es: "Preventiva", fr: "Préventive" } },
  { code: "emergency", label: { en: "Emergency", es: "De emergencia", fr: "D'urgence" } },
]);
export type ActionMode = CodeOf<typeof actionModes>;
