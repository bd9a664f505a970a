import type { ActionsAnswer } from "@trama/api/contract";
import { actionBars } from "../../state/how/action-bars.ts";
import { actionsSheet, besideSheet, contributionsSheet } from "../../state/how/actions.ts";
import { contributionSquares } from "../../state/how/contribution-squares.ts";
import { besideRanges } from "../../state/how/matched-ranges.ts";
import { ChangeLegend, HowLegend, ScoreRamp } from "./legend.tsx";
import type { HowParts } from "./part.ts";
import { barsPicture, rangesPicture, squaresPicture } from "./pictures.tsx";

/** Actions, what they worked towards, and results beside them. */
export const actionsParts: HowParts<ActionsAnswer> = (answer, words) => {
  const { translator } = words;
  const { t } = translator;
  return [
    {
      title: "how.actions",
      note: "how.actions.note",
      sheet: actionsSheet(answer, words),
      picture: barsPicture(
        "how.actions",
        actionBars(answer, words),
        words,
        <ScoreRamp title={t("how.legend.scores")}>
          <HowLegend inside marks={[{ tone: "open", means: t("how.legend.unscored") }]} translator={translator} />
        </ScoreRamp>,
      ),
    },
    {
      title: "how.contributions",
      note: "how.contributions.note",
      sheet: contributionsSheet(answer, words),
      picture: squaresPicture(
        "how.contributions",
        contributionSquares(answer, words),
        words,
        <ScoreRamp title={t("how.legend.rating")}>
          <HowLegend
            inside
            marks={[
              { text: "!", means: t("how.col.rival-missing") },
              { text: "·", means: t("how.legend.none-rated") },
            ]}
            translator={translator}
          />
        </ScoreRamp>,
      ),
    },
    {
      title: "how.beside",
      note: "how.beside.note",
      sheet: besideSheet(answer, words),
      picture: rangesPicture(
        "how.beside",
        besideRanges(answer, words),
        words,
        <ChangeLegend translator={translator} />,
        "changes",
      ),
    },
  ];
};
