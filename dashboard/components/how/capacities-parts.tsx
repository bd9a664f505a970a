import type { CapacitiesAnswer } from "@trama/api/contract";
import { capacitiesSheet, capacityGapsSheet } from "../../state/how/capacities.ts";
import { capacityRanges } from "../../state/how/capacity-ranges.ts";
import { HowLegend } from "./legend.tsx";
import type { HowParts } from "./part.ts";
import { rangesPicture } from "./pictures.tsx";

/** Capacities beside the results linked to them, and those that stand far from them. */
export const capacitiesParts: HowParts<CapacitiesAnswer> = (answer, words) => {
  const { t } = words.translator;
  const legend = (
    <HowLegend
      few
      marks={[
        { sign: "point", means: t("how.legend.own") },
        { sign: "box", means: t("how.legend.linked") },
        { text: "▲", means: t("how.legend.apart") },
      ]}
      translator={words.translator}
    />
  );
  return [
    {
      title: "how.capacities",
      note: "how.capacities.note",
      sheet: capacitiesSheet(answer, words),
      picture: rangesPicture("how.capacities", capacityRanges(answer, words), words, legend, "levels"),
    },
    { title: "how.gaps", note: "how.gaps.note", sheet: capacityGapsSheet(answer, words) },
  ];
};
