import { type CodeOf, defineCodelist } from "./codelist.ts";

/** What kind of collective is accompanied. Every collective has exactly one type. */
export const collectiveTypes = defineCodelist("collective-type", [
  {
    code: "ngo",
    label: {
      en: "Non-governmental organisation",
      es: "Organización no gubernamental",
      fr: "Organisation non gouvernementale",
    },
    aliases: ["NGO", "ONG"],
  },
  {
    code: "community-association",
    label: { en: "Community association", es: "Asociación comunitaria", fr: "Association communautaire" },
  },
  { code: "trade-union", label: { en: "Trade union", es: "Sindicato", fr: "Syndicat" }, aliases: ["union"] },
  {
    code: "movement",
    label: { en: "Social or popular movement", es: "Movimiento social o popular", fr: "Mouvement social ou populaire" },
    aliases: [
      "social movement",
      "popular movement",
      "social/popular movement",
      "movimiento social",
      "movimiento popular",
      "mouvement social",
      "mouvement populaire",
      "movimiento",
      "mouvement",
    ],
  },
  {
    code: "womens-organisation",
    label: { en: "Women's organisation", es: "Organización de mujeres", fr: "Organisation de femmes" },
    aliases: ["women's organization", "women", "mujeres", "femmes"],
  },
  {
    code: "indigenous",
    label: { en: "Indigenous community", es: "Comunidad indígena", fr: "Communauté autochtone" },
    aliases: ["Indigenous people", "pueblo indígena", "peuple autochtone", "indígena", "autochtone"],
  },
  {
    code: "afro-descendant",
    label: { en: "Afro-descendant community", es: "Comunidad afrodescendiente", fr: "Communauté afrodescendante" },
    aliases: ["afrodescendant", "afrodescendiente", "afrodescendante"],
  },
  {
    code: "rural-peasant",
    label: { en: "Rural or peasant community", es: "Comunidad rural o campesina", fr: "Communauté rurale ou paysanne" },
    aliases: [
      "rural/peasant community",
      "peasant",
      "campesina",
      "paysanne",
      "peasant community",
      "comunidad campesina",
      "communauté paysanne",
    ],
  },
  { code: "other", label: { en: "Other", es: "Otro", fr: "Autre" }, aliases: ["otra"] },
  {
    code: "unknown",
    label: { en: "Not known", es: "Se desconoce", fr: "Non connu" },
    aliases: ["desconocido", "inconnu"],
  },
]);

export type CollectiveType = CodeOf<typeof collectiveTypes>;
