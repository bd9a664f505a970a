import { type CodeOf, defineCodelist } from "./codelist.ts";

/** The regions figures are compared by. Every country is in exactly one. */
export const regions = defineCodelist("region", [
  {
    code: "latin-america-caribbean",
    label: {
      en: "Latin America and the Caribbean",
      es: "América Latina y el Caribe",
      fr: "Amérique latine et Caraïbes",
    },
  },
  { code: "africa", label: { en: "Africa", es: "África", fr: "Afrique" } },
  { code: "south-east-asia", label: { en: "South-East Asia", es: "Sudeste Asiático", fr: "Asie du Sud-Est" } },
  { code: "south-asia", label: { en: "South Asia", es: "Asia Meridional", fr: "Asie du Sud" } },
  { code: "east-asia", label: { en: "East Asia", es: "Asia Oriental", fr: "Asie de l'Est" } },
  { code: "central-asia", label: { en: "Central Asia", es: "Asia Central", fr: "Asie centrale" } },
  { code: "western-asia", label: { en: "Western Asia", es: "Asia Occidental", fr: "Asie occidentale" } },
  { code: "europe", label: { en: "Europe", es: "Europa", fr: "Europe" } },
  {
    code: "northern-america",
    label: { en: "Northern America", es: "América del Norte", fr: "Amérique septentrionale" },
  },
  { code: "oceania", label: { en: "Oceania", es: "Oceanía", fr: "Océanie" } },
]);

export type Region = CodeOf<typeof regions>;

/** Our region for each M49 sub-region. Africa joins Northern and sub-Saharan Africa; Europe and Oceania join theirs. */
export const regionOfSubRegion: Readonly<Record<string, Region>> = {
  "015": "africa",
  "202": "africa",
  "419": "latin-america-caribbean",
  "021": "northern-america",
  "030": "east-asia",
  "034": "south-asia",
  "035": "south-east-asia",
  "143": "central-asia",
  "145": "western-asia",
  "039": "europe",
  "151": "europe",
  "154": "europe",
  "155": "europe",
  "053": "oceania",
  "054": "oceania",
  "057": "oceania",
  "061": "oceania",
};
