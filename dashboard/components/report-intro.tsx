import type { ComponentChildren } from "preact";
import { type Base, yearsOf } from "../state/base.ts";
import { useSurroundings } from "./context.ts";
import { ReleaseLine } from "./notes.tsx";

/** What stands on a report's cover: its heading, what it tells, the release behind it. */
export function ReportIntro(props: { base: Base; heading: string; lead: string; children?: ComponentChildren }) {
  const { base, heading, lead, children } = props;
  const { t } = useSurroundings().translator;
  return (
    <div class="intro">
      <div>
        <p class="kicker">{t("report.kicker")}</p>
        <h1 tabIndex={-1}>{heading}</h1>
        <p class="lead">{lead}</p>
        {children}
      </div>
      <ReleaseLine base={base} years={yearsOf(base) ?? [0, 0]} />
    </div>
  );
}
