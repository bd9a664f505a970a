import { type CodeOf, defineCodelist } from "./codelist.ts";

/** Who in the collective gave a score. Panels are kept beside the accepted score, never averaged into it. */
export const panels = defineCodelist("panel", [
  {
    code: "assembly",
    label: { en: "Whole assembly", es: "Asamblea general", fr: "Assemblée générale" },
    aliases: ["assembly", "whole", "asamblea", "assemblée"],
  },
  {
    code: "leadership",
    label: { en: "Leadership", es: "Liderazgo", fr: "Direction" },
    aliases: ["leaders", "dirigencia", "dirigentes", "responsables"],
  },
  { code: "women", label: { en: "Women", es: "Mujeres", fr: "Femmes" }, aliases: ["women's panel"] },
  {
    code: "youth",
    label: { en: "Youth", es: "Juventud", fr: "Jeunes" },
    aliases: ["young people", "jóvenes", "jeunesse"],
  },
  {
    code: "discriminated-subgroup",
    label: { en: "Discriminated subgroup", es: "Subgrupo discriminado", fr: "Sous-groupe discriminé" },
    aliases: ["minority", "minoría", "minorité"],
  },
]);

export type Panel = CodeOf<typeof panels>;
