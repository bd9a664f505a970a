import type { Address, AnswerTo } from "@trama/api/contract";
import { saveFile } from "../client/files.ts";
import type { MessageId } from "../locales/messages.ts";
import { type Sheet, sheetAsCsv } from "../state/sheet.ts";
import { useSurroundings } from "./context.ts";
import { Fetched } from "./fetched.tsx";
import { SheetTable } from "./sheet-table.tsx";
import { useFetched } from "./use-fetched.ts";

/** One of the tables that an answer gives: its title, what must be said with it, and its rows. */
export interface HowTable<Answer> {
  readonly title: MessageId;
  readonly note: MessageId;
  readonly sheet: (answer: Answer) => Sheet;
}

/** The tables of one answer for a signed-in manager, each with the words that go with it and a download of its rows. */
export function HowTables<A extends Address<"GET">>(props: {
  name: string;
  api: A;
  tables: readonly HowTable<AnswerTo<"GET", A>>[];
}) {
  const { t } = useSurroundings().translator;
  const found = useFetched(props.api);
  return (
    <section class="figure" id={props.name} data-testid={`how-${props.name}`}>
      <Fetched found={found}>
        {(answer) =>
          props.tables.map(({ title, note, sheet: sheetOf }) => {
            const sheet = sheetOf(answer);
            return (
              <section key={title}>
                <h2>{t(title)}</h2>
                <p>{t(note)}</p>
                {sheet.rows.length === 0 ? (
                  <p class="quiet">{t("how.nothing")}</p>
                ) : (
                  <>
                    <SheetTable title={t(title)} sheet={sheet} />
                    <p>
                      <button
                        type="button"
                        class="plain-button"
                        onClick={() =>
                          saveFile(
                            `trama-${title.replaceAll(".", "-")}.csv`,
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
          })
        }
      </Fetched>
    </section>
  );
}
