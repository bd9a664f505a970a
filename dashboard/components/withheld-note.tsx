import type { Pooled } from "../state/pooled.ts";
import type { Row } from "../state/rows.ts";
import { useSurroundings } from "./context.ts";

/** Why figures are withheld, in general and in plain words, and where the regions can be read instead. */
export function WithheldNote({
  rows,
  pooled,
}: {
  rows: readonly Row[];
  pooled: ((row: Row) => Pooled | null) | undefined;
}) {
  const { t } = useSurroundings().translator;
  if (!rows.some((row) => row.kind === "withheld")) return null;
  const regions = new Map<string, Pooled>();
  for (const row of rows) {
    const found = pooled?.(row);
    if (found && !regions.has(found.region)) regions.set(found.region, found);
  }
  return (
    <div class="folded" data-testid="withheld">
      <p>{t("withheld.why")}</p>
      {regions.size > 0 && (
        <p>
          {t("withheld.instead")}{" "}
          {[...regions.values()].map(({ region, name, href }, at) => (
            <>
              {at > 0 && " · "}
              <a key={region} href={href}>
                {name}
              </a>
            </>
          ))}
        </p>
      )}
    </div>
  );
}
