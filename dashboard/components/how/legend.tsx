import type { ComponentChildren } from "preact";
import type { Translator } from "../../locales/translate.ts";

/** A mark and what it means; the mark is a tone of the one hue, or a sign. */
export interface Mark {
  readonly tone?: 0 | 1 | 2 | 3 | 4 | "open";
  readonly sign?: "point" | "line" | "box" | "band";
  readonly text?: string;
  readonly means: string;
}

/** What the marks of a chart mean; `few` says what a star is, `inside` that it stands in another legend. */
export function HowLegend({
  marks,
  few = false,
  inside = false,
  translator: { t },
}: {
  marks: readonly Mark[];
  few?: boolean;
  inside?: boolean;
  translator: Translator;
}) {
  return (
    <div class={inside ? undefined : "legend"} data-testid={inside ? undefined : "legend"}>
      <ul class="signs">
        {marks.map(({ tone, sign, text, means }) => (
          <li key={means}>
            {tone !== undefined && (
              <i class={`sign-part ${tone === "open" ? "" : `tone-${tone}`}`} aria-hidden="true" />
            )}
            {sign && <i class={`sign-${sign}`} aria-hidden="true" />}
            {text && <b>{text}</b>}
            {means}
          </li>
        ))}
        {few && (
          <li>
            <b>*</b> {t("legend.small")}
          </li>
        )}
      </ul>
    </div>
  );
}

/** What the marks of a change mean, and that few collectives stand behind some. */
export function ChangeLegend({ translator }: { translator: Translator }) {
  const { t } = translator;
  return (
    <HowLegend
      few
      marks={[
        { sign: "point", means: t("how.legend.change") },
        { sign: "line", means: t("legend.interval") },
      ]}
      translator={translator}
    />
  );
}

/** The five scores, each with its tone. */
export function ScoreRamp({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="legend" data-testid="legend">
      <p class="legend-title">{title}</p>
      <ul class="ramp">
        {[0, 1, 2, 3, 4].map((score) => (
          <li key={score} class={`tone tone-${score}`}>
            {score}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
