import type { ReachAnswer } from "@trama/api/contract";
import { grantsSheet, reachSheet } from "../../state/how/reach.ts";
import { grantBars, reachBars } from "../../state/how/reach-bars.ts";
import { HowLegend } from "./legend.tsx";
import type { HowParts } from "./part.ts";
import { barsPicture } from "./pictures.tsx";

/** Who is reached, and by grants of which term. */
export const reachParts: HowParts<ReachAnswer> = (answer, words) => {
  const { translator } = words;
  const { t } = translator;
  return [
    {
      title: "how.reach",
      note: "how.reach.note",
      sheet: reachSheet(answer, words),
      picture: barsPicture(
        "how.reach",
        reachBars(answer, words),
        words,
        <HowLegend
          marks={[
            { tone: 3, means: t("how.legend.category") },
            { tone: 1, means: t("how.member.unknown") },
            { tone: "open", means: t("how.legend.rest") },
          ]}
          translator={translator}
        />,
      ),
    },
    {
      title: "how.grants",
      note: "how.grants.note",
      sheet: grantsSheet(answer, words),
      picture: barsPicture(
        "how.grants",
        grantBars(answer, words),
        words,
        <HowLegend
          marks={[
            { tone: 3, means: t("how.term.long") },
            { tone: 2, means: t("how.term.short") },
            { text: "n", means: t("how.legend.grant") },
          ]}
          translator={translator}
        />,
        "years",
      ),
    },
  ];
};
