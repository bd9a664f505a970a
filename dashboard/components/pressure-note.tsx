import { type ChangeRow, directionOf } from "../state/changes.ts";
import { pressureText } from "../state/pressure-beside.ts";
import { useSurroundings } from "./context.ts";

/**
 * Pressure beside what moved, so that a fall after an eviction is not read as failure: of the one place that a chart is of,
 * or of each place that fell or rose. The table has it for every place.
 */
export function PressureNote({ rows, lines }: { rows: readonly ChangeRow[]; lines: "places" | "results" }) {
  const { translator } = useSurroundings();
  const { t } = translator;
  const [first] = rows;
  if (!first || rows.every((row) => pressureText(row, translator) === null)) return null;
  const told = (row: ChangeRow) => `${row.place.name} ${pressureText(row, translator) ?? t("change.pressure.none")}`;
  const moved = (["fell", "rose"] as const).flatMap((direction) => {
    const places = rows.filter((row) => directionOf(row) === direction).map(told);
    return places.length > 0 ? [`${t(`change.pressure.${direction}`)} ${places.join("; ")}.`] : [];
  });
  const said = lines === "results" ? told(first) : moved.join(" ");
  return (
    <aside class="pressure-note" data-testid="pressure">
      {said && (
        <p>
          <b>{t("change.pressure.title", { from: first.from, to: first.to })}</b> {said}
        </p>
      )}
      <p class="quiet">{t(lines === "results" ? "change.pressure.note" : "change.pressure.note.places")}</p>
    </aside>
  );
}
