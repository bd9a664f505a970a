import { type CodeOf, defineCodelist } from "./codelist.ts";

/** What a tie provides. The publication names most of these in section 3.2; the rest is a proposal. */
export const tieFunctions = defineCodelist("tie-function", [
  { code: "alert", label: { en: "Alert", es: "Alerta", fr: "Alerte" } },
  { code: "emergency-support", label: { en: "Emergency support", es: "Apoyo de emergencia", fr: "Appui d'urgence" } },
  { code: "pressure", label: { en: "Pressure", es: "Presión", fr: "Pression" } },
  { code: "information", label: { en: "Information", es: "Información", fr: "Information" } },
  { code: "legal-advice", label: { en: "Legal advice", es: "Asesoría jurídica", fr: "Conseil juridique" } },
  {
    code: "advocacy-advice",
    label: { en: "Advocacy advice", es: "Asesoría en incidencia", fr: "Conseil en plaidoyer" },
  },
  {
    code: "accompaniment",
    label: {
      en: "Observation and accompaniment",
      es: "Observación y acompañamiento",
      fr: "Observation et accompagnement",
    },
    aliases: ["observation/accompaniment", "acompañamiento", "accompagnement", "observation"],
  },
  { code: "documentation", label: { en: "Documentation", es: "Documentación", fr: "Documentation" } },
  { code: "relocation", label: { en: "Relocation", es: "Reubicación", fr: "Relocalisation" } },
  { code: "funding", label: { en: "Funding", es: "Financiamiento", fr: "Financement" }, aliases: ["financiación"] },
  { code: "solidarity", label: { en: "Solidarity", es: "Solidaridad", fr: "Solidarité" } },
]);

export type TieFunction = CodeOf<typeof tieFunctions>;
