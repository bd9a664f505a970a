import { useSurroundings } from "./context.ts";

/** Prints the page, or saves it as PDF where the browser offers that. */
export function PrintButton() {
  const { t } = useSurroundings().translator;
  return (
    <div class="print needs-script">
      <button type="button" class="strong-button" data-testid="print" onClick={() => print()}>
        {t("report.print")}
      </button>
    </div>
  );
}
