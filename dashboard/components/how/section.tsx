import type { Address, AnswerTo } from "@trama/api/contract";
import { useMemo } from "preact/hooks";
import { saveFile } from "../../client/files.ts";
import { sheetAsCsv } from "../../state/sheet.ts";
import type { ViewProps } from "../../state/view.ts";
import { citation } from "../citation.ts";
import { useSurroundings } from "../context.ts";
import { Fetched } from "../fetched.tsx";
import { Figure } from "../figure.tsx";
import { SheetTable } from "../sheet-table.tsx";
import { sheetTwin } from "../twins.tsx";
import { useFetched } from "../use-fetched.ts";
import type { HowPart, HowParts } from "./part.ts";

type Asked = Pick<ViewProps, "base" | "selection" | "address"> & { readonly name: string };

/** The parts of one answer for a signed-in manager: pictures with their table twins, and tables of what has no picture. */
export function HowSection<A extends Address<"GET">>(
  props: Asked & { readonly api: A; readonly parts: HowParts<AnswerTo<"GET", A>> },
) {
  const found = useFetched(props.api);
  return (
    <section data-testid={`how-${props.name}`} id={props.name}>
      <Fetched found={found}>{(answer) => <Parts {...props} answer={answer} />}</Fetched>
    </section>
  );
}

function Parts<Answer>(
  props: Asked & { readonly api: string; readonly parts: HowParts<Answer>; readonly answer: Answer },
) {
  const { base, parts: partsOf, answer } = props;
  const { translator } = useSurroundings();
  // Drawn anew only where the answer or the language is another, not at every stroke.
  const parts = useMemo(() => partsOf(answer, { base, translator }), [partsOf, answer, base, translator]);
  return (
    <>
      {parts.map((part) => (
        <Part key={part.title} {...props} part={part} />
      ))}
    </>
  );
}

function Part({ base, selection, address, api, part }: Asked & { readonly api: string; readonly part: HowPart }) {
  const { translator } = useSurroundings();
  const { t } = translator;
  const title = t(part.title);
  const lead = (
    <p class="figure-lead" data-testid="note">
      {t(part.note)}
    </p>
  );
  const { sheet, picture } = part;
  if (picture && sheet.rows.length > 0)
    return (
      <Figure
        name={part.title.replaceAll(".", "-")}
        path="/how"
        title={title}
        selection={selection}
        twin={sheetTwin(title, sheet, true)}
        draw={picture.draw}
        hint={t("chart.keys.plain")}
        legend={picture.legend}
        narrow={picture.narrow}
        lead={lead}
        api={api}
        source={citation(base, title, address, translator)}
      />
    );
  return (
    <section class="figure" data-testid="figure">
      <h2>{title}</h2>
      {lead}
      {sheet.rows.length === 0 ? (
        <p class="quiet">{t("how.nothing")}</p>
      ) : (
        <>
          {picture === null && <p class="notice">{t("how.too-many")}</p>}
          <SheetTable title={title} sheet={sheet} />
          <p>
            <button
              type="button"
              class="plain-button"
              data-testid="download-csv"
              onClick={() =>
                saveFile(
                  `trama-${part.title.replaceAll(".", "-")}.csv`,
                  new Blob([sheetAsCsv(sheet)], { type: "text/csv;charset=utf-8" }),
                )
              }
            >
              {t("download.csv")}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
