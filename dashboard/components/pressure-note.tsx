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
  const moved = (["fell", "rose"] as const).map((direction) => ({
    direction,
    places: rows.filter((row) => directionOf(row) === direction).map(told),
  }));
  return (
    <aside class="pressure-note" data-testid="pressure">
      <p>
        <b>{t("change.pressure.title", { from: first.from, to: first.to })}</b>{" "}
        {lines === "results"
          ? told(first)
          : moved
              .filter(({ places }) => places.length > 0)
              .map(({ direction, places }) => `${t(`change.pressure.${direction}`)} ${places.join("; ")}.`)
              .join(" ")}
      </p>
      <p class="quiet">{t(lines === "results" ? "change.pressure.note" : "change.pressure.note.places")}</p>
    </aside>
  );
}
