import { yearsOf } from "../../state/base.ts";
import type { ViewProps } from "../../state/view.ts";
import { actionsParts } from "./actions-parts.tsx";
import { capacitiesParts } from "./capacities-parts.tsx";
import { pressureParts, pressureYearsParts } from "./pressure-parts.tsx";
import { reachParts } from "./reach-parts.tsx";
import { HowSection } from "./section.tsx";
import { tiesParts } from "./ties-parts.tsx";
import { voicesParts } from "./voices-parts.tsx";

/** All that was filed of how results come about within a manager's reach, part by part. */
export function HowSections({ base, selection, address, translator: { t } }: ViewProps) {
  const year = selection.time?.[1] ?? yearsOf(base)?.[1];
  // Where nothing is public yet no year is known, and every year within reach is shown.
  const time = year === undefined ? [] : [`time=${year}`];
  const country = selection.country.length > 0 ? [`country=${selection.country.join("~")}`] : [];
  const asked = [...time, ...country].join("&");
  const shared = { base, selection, address };
  return (
    <>
      <nav class="onward" aria-label={t("how.parts")}>
        {(["actions", "capacities", "ties", "voices", "pressure", "reach"] as const).map((name) => (
          <a key={name} href={`#${name === "pressure" ? "pressure-years" : name}`}>
            {t(`how.${name}`)}
          </a>
        ))}
      </nav>
      <HowSection {...shared} name="actions" api={`/v1/actions?${asked}`} parts={actionsParts} />
      <HowSection {...shared} name="capacities" api={`/v1/capacities?${asked}`} parts={capacitiesParts} />
      <HowSection {...shared} name="ties" api={`/v1/ties?${asked}`} parts={tiesParts} />
      <HowSection {...shared} name="voices" api={`/v1/voices?${asked}`} parts={voicesParts} />
      <HowSection
        {...shared}
        name="pressure-years"
        api={`/v1/pressure?${country.join("&")}`}
        parts={pressureYearsParts}
      />
      <HowSection {...shared} name="pressure" api={`/v1/pressure?${asked}`} parts={pressureParts} />
      <HowSection {...shared} name="reach" api={`/v1/reach?${asked}`} parts={reachParts} />
    </>
  );
}
