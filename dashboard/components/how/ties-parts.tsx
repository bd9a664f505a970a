import type { TiesAnswer } from "@trama/api/contract";
import { levelBars, levelsSheet, qualityBars, tieChangeBars } from "../../state/how/tie-bars.ts";
import { networkSheet, positionsSheet, tieChangesSheet, tiesSheet } from "../../state/how/ties.ts";
import { HowLegend } from "./legend.tsx";
import type { HowParts } from "./part.ts";
import { barsPicture } from "./pictures.tsx";

/** Ties by level, function and quality, those gained and lost, and the network in numbers: a picture of it is never made. */
export const tiesParts: HowParts<TiesAnswer> = (answer, words) => {
  const { translator } = words;
  const { t } = translator;
  const having = (have: string, rest: string) => (
    <HowLegend
      marks={[
        { tone: 3, means: have },
        { tone: "open", means: rest },
      ]}
      translator={translator}
    />
  );
  return [
    {
      title: "how.levels",
      note: "how.levels.note",
      sheet: levelsSheet(answer, words),
      picture: barsPicture(
        "how.levels",
        levelBars(answer, words),
        words,
        having(t("how.legend.tied"), t("how.legend.rest")),
      ),
    },
    {
      title: "how.ties",
      note: "how.ties.note",
      sheet: tiesSheet(answer, words),
      picture: barsPicture(
        "how.ties",
        qualityBars(answer, words),
        words,
        having(t("how.legend.quality"), t("how.legend.other-ties")),
        "shares",
      ),
    },
    {
      title: "how.tie-changes",
      note: "how.tie-changes.note",
      sheet: tieChangesSheet(answer, words),
      picture: barsPicture(
        "how.tie-changes",
        tieChangeBars(answer, words),
        words,
        <HowLegend
          marks={[
            { tone: 1, means: t("how.legend.lost") },
            { tone: 3, means: t("how.legend.gained") },
          ]}
          translator={translator}
        />,
      ),
    },
    { title: "how.network", note: "how.network.note", sheet: networkSheet(answer, words) },
    { title: "how.positions", note: "how.positions.note", sheet: positionsSheet(answer, words) },
  ];
};
