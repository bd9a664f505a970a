import type { PressureAnswer } from "@trama/api/contract";
import { besidePressureRanges } from "../../state/how/matched-ranges.ts";
import { besidePressureSheet, pressureKindsSheet, pressureSheet } from "../../state/how/pressure.ts";
import { kindBars, pressureBars, pressureTones } from "../../state/how/pressure-bars.ts";
import { ChangeLegend, HowLegend } from "./legend.tsx";
import type { HowParts } from "./part.ts";
import { barsPicture, rangesPicture } from "./pictures.tsx";

/** Pressure in every year that is told of. */
export const pressureYearsParts: HowParts<PressureAnswer> = (answer, words) => {
  const { t } = words.translator;
  const marks = (["none", "low", "high", "severe"] as const).map((level) => ({
    tone: pressureTones[level],
    means: t(`how.col.${level}`),
  }));
  const legend = (
    <HowLegend marks={[...marks, { text: "▲", means: t("how.col.untested") }]} translator={words.translator} />
  );
  return [
    {
      title: "how.pressure",
      note: "how.pressure.note",
      sheet: pressureSheet(answer, words),
      picture: barsPicture("how.pressure", pressureBars(answer, words), words, legend),
    },
  ];
};

/** The kinds of pressure in a year, and changes beside it. */
export const pressureParts: HowParts<PressureAnswer> = (answer, words) => [
  {
    title: "how.kinds",
    note: "how.kinds.note",
    sheet: pressureKindsSheet(answer, words),
    picture: barsPicture(
      "how.kinds",
      kindBars(answer, words),
      words,
      <HowLegend
        marks={[
          { tone: 3, means: words.translator.t("how.legend.kind") },
          { tone: "open", means: words.translator.t("how.legend.rest") },
        ]}
        translator={words.translator}
      />,
    ),
  },
  {
    title: "how.beside-pressure",
    note: "how.beside-pressure.note",
    sheet: besidePressureSheet(answer, words),
    picture: rangesPicture(
      "how.beside-pressure",
      besidePressureRanges(answer, words),
      words,
      <ChangeLegend translator={words.translator} />,
      "changes",
    ),
  },
];
