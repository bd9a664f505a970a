import { type CodeOf, defineCodelist } from "./codelist.ts";

/** How far from the collective a tie reaches. */
export const tieLevels = defineCodelist("tie-level", [
  { code: "inside", label: { en: "Inside the collective", es: "Dentro del colectivo", fr: "Au sein du collectif" } },
  { code: "local", label: { en: "Local", es: "Local", fr: "Local" }, aliases: ["locale"] },
  { code: "national", label: { en: "National", es: "Nacional", fr: "National" }, aliases: ["nationale"] },
  { code: "regional", label: { en: "Regional", es: "Regional", fr: "Régional" }, aliases: ["régionale"] },
  {
    code: "international",
    label: { en: "International", es: "Internacional", fr: "International" },
    aliases: ["internationale"],
  },
]);

export type TieLevel = CodeOf<typeof tieLevels>;
