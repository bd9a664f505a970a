import { type CodeOf, defineCodelist } from "./codelist.ts";

/** The organisation or network at the other end of a tie; never a person. */
export const actorTypes = defineCodelist("actor-type", [
  {
    code: "collective",
    label: {
      en: "Another collective or community",
      es: "Otro colectivo o comunidad",
      fr: "Un autre collectif ou une autre communauté",
    },
    aliases: ["community", "comunidad", "communauté"],
  },
  {
    code: "womens-organisation",
    label: {
      en: "Women-led organisation",
      es: "Organización liderada por mujeres",
      fr: "Organisation dirigée par des femmes",
    },
  },
  {
    code: "youth-organisation",
    label: { en: "Youth organisation", es: "Organización juvenil", fr: "Organisation de jeunesse" },
  },
  { code: "national-ngo", label: { en: "National NGO", es: "ONG nacional", fr: "ONG nationale" } },
  {
    code: "international-ngo",
    label: { en: "International NGO", es: "ONG internacional", fr: "ONG internationale" },
    aliases: ["INGO"],
  },
  {
    code: "legal-organisation",
    label: { en: "Legal organisation", es: "Organización jurídica", fr: "Organisation juridique" },
  },
  { code: "trade-union", label: { en: "Trade union", es: "Sindicato", fr: "Syndicat" } },
  {
    code: "religious",
    label: { en: "Religious institution", es: "Institución religiosa", fr: "Institution religieuse" },
    aliases: ["church", "iglesia", "église"],
  },
  {
    code: "academic",
    label: {
      en: "University or research centre",
      es: "Universidad o centro de investigación",
      fr: "Université ou centre de recherche",
    },
    aliases: ["university", "universidad", "université"],
  },
  { code: "media", label: { en: "Media", es: "Medios de comunicación", fr: "Médias" } },
  {
    code: "human-rights-institution",
    label: {
      en: "National human rights institution",
      es: "Institución nacional de derechos humanos",
      fr: "Institution nationale des droits de l'homme",
    },
    aliases: ["ombudsperson", "defensoría", "NHRI"],
  },
  { code: "state-authority", label: { en: "State authority", es: "Autoridad estatal", fr: "Autorité de l'État" } },
  {
    code: "intergovernmental",
    label: { en: "Intergovernmental body", es: "Organismo intergubernamental", fr: "Organisme intergouvernemental" },
    aliases: ["UN", "ONU"],
  },
  { code: "embassy", label: { en: "Embassy", es: "Embajada", fr: "Ambassade" } },
  { code: "donor", label: { en: "Donor", es: "Donante", fr: "Bailleur de fonds" } },
  { code: "network", label: { en: "Network or platform", es: "Red o plataforma", fr: "Réseau ou plateforme" } },
  { code: "other", label: { en: "Other", es: "Otro", fr: "Autre" } },
  { code: "unknown", label: { en: "Not known", es: "Se desconoce", fr: "Non connu" } },
]);

export type ActorType = CodeOf<typeof actorTypes>;
