import type { Sheet } from "../state/sheet.ts";
import { useSurroundings } from "./context.ts";

/** A table twin of any chart: every figure shown, its absence in words. */
export function SheetTable({ title, sheet }: { title: string; sheet: Sheet }) {
  const { t } = useSurroundings().translator;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={`${t("table.scroll")}: ${title}`}>
      <table class="figures" data-testid="figures">
        <caption>{title}</caption>
        <thead>
          <tr>
            {sheet.columns.map(({ label, number }) => (
              <th key={label} scope="col" class={number ? "number" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ key, kind, cells }) => (
            <tr key={key} data-kind={kind}>
              {cells.map((text, at) =>
                at === 0 ? (
                  <th key={sheet.columns[at]!.label} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={sheet.columns[at]!.label} class={sheet.columns[at]!.number ? "number" : undefined}>
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
