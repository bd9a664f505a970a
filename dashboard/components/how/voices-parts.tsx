import type { VoicesAnswer } from "@trama/api/contract";
import { voiceSquares } from "../../state/how/voice-squares.ts";
import { voicesSheet } from "../../state/how/voices.ts";
import { HowLegend, ScoreRamp } from "./legend.tsx";
import type { HowParts } from "./part.ts";
import { squaresPicture } from "./pictures.tsx";

/** Panels side by side. */
export const voicesParts: HowParts<VoicesAnswer> = (answer, words) => {
  const { t } = words.translator;
  const legend = (
    <ScoreRamp title={t("how.legend.middle")}>
      <HowLegend
        inside
        few
        marks={[
          { text: "(n)", means: t("how.legend.n") },
          { text: "·", means: t("how.legend.unheard") },
        ]}
        translator={words.translator}
      />
    </ScoreRamp>
  );
  return [
    {
      title: "how.voices",
      note: "how.voices.note",
      sheet: voicesSheet(answer, words),
      picture: squaresPicture("how.voices", voiceSquares(answer, words), words, legend),
    },
  ];
};
