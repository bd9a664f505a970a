import type { QualityAnswer } from "@trama/api/contract";
import type { Translator } from "../locales/translate.ts";
import { type Base, countriesByName } from "../state/base.ts";
import type { Sheet } from "../state/sheet.ts";
import { useSurroundings } from "./context.ts";
import { Fetched } from "./fetched.tsx";
import { SheetTable } from "./sheet-table.tsx";
import { useFetched } from "./use-fetched.ts";

/** How sound the rows are, for managers: by project and year, from what was filed. */
export function OwnQuality({ base }: { base: Base }) {
  const { translator } = useSurroundings();
  const { t } = translator;
  const found = useFetched("/v1/quality");
  return (
    <section class="figure" data-testid="own-quality">
      <h2>{t("quality.own.title")}</h2>
      <Fetched found={found}>
        {(answer) => <SheetTable title={t("quality.own.title")} sheet={sheetOf(answer, base, translator)} />}
      </Fetched>
    </section>
  );
}

function sheetOf({ quality }: QualityAnswer, base: Base, { t, percent }: Translator): Sheet {
  const names = new Map(countriesByName(base).map(({ code, name }) => [code, name]));
  const share = (value: number | null) => (value === null ? "–" : percent([value, value]));
  const plain = (value: number | null) => (value === null ? "–" : `${Math.round(value * 100) / 100}`);
  return {
    columns: [
      { label: t("table.place.country") },
      { label: t("quality.own.project") },
      ...(["table.year", "quality.own.reports", "quality.own.late", "quality.own.complete"] as const).map((id) => ({
        label: t(id),
        number: true,
      })),
      ...(["unverified", "agreement", "revised", "rejected", "held"] as const).map((id) => ({
        label: t(`quality.own.${id}`),
        number: true,
      })),
    ],
    rows: quality.map((row) => ({
      key: `${row.country} ${row.project} ${row.year}`,
      kind: "value",
      cells: [
        names.get(row.country) ?? row.country,
        row.project ?? "–",
        `${row.year}`,
        `${row.reports}`,
        plain(row.days_late),
        share(row.completeness),
        share(row.unverified),
        plain(row.agreement),
        `${row.revised}`,
        `${row.rejected}`,
        `${row.held}`,
      ],
      data: [],
    })),
    header: [],
  };
}
