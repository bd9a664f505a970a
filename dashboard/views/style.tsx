import { HeatmapLegend, RangeLegend, TrendLegend } from "../components/legends.tsx";
import { NotPublic } from "../components/states.tsx";
import type { View, ViewProps } from "../state/view.ts";

const inks = ["ink", "quiet", "accent-ink", "warn"] as const;
const grounds = ["paper", "ground", "accent-soft", "warn-soft", "land"] as const;
const spaces = ["0.25rem", "0.5rem", "0.75rem", "1rem", "1.5rem", "2.5rem", "4rem"] as const;

/** The visual language on one page: type, colour, spacing, signs, states. Whoever changes a style looks here. */
export const style: View = {
  name: "style",
  path: "/style",
  nav: null,
  tabs: ["chart"],
  needs: () => [],
  title: ({ translator }) => translator.t("style.title"),
  description: ({ translator }) => translator.t("style.lead"),
  Body: Style,
};

function Style({ translator: { t, percent } }: ViewProps) {
  return (
    <article class="style-page">
      <h1 tabIndex={-1}>{t("style.title")}</h1>
      <p class="lead">{t("style.lead")}</p>
      <section>
        <h2>{t("style.type")}</h2>
        <p class="sample-h1">{t("overview.title")}</p>
        <p class="sample-h2">{t("overview.next")}</p>
        <p>{t("methods.share")}</p>
        <p class="quiet">{t("methods.not")}</p>
      </section>
      <section>
        <h2>{t("style.colour")}</h2>
        <ul class="swatches">
          {inks.map((name) => (
            <li key={name} class={`swatch ink-${name}`}>
              <code>--{name}</code>
            </li>
          ))}
          {grounds.map((name) => (
            <li key={name} class={`swatch ground-${name}`}>
              <code>--{name}</code>
            </li>
          ))}
        </ul>
        <p>{t("style.tones")}</p>
        <ul class="swatches">
          {[0, 1, 2, 3, 4].map((tone) => (
            <li key={tone} class={`swatch tone tone-${tone}`}>
              <code>--tone-{tone}</code> {percent([tone / 5, tone / 5 + 0.19])}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t("style.spacing")}</h2>
        <ul class="spaces">
          {spaces.map((size, at) => (
            <li key={size}>
              <i class={`space space-${at}`} aria-hidden="true" /> <code>{size}</code>
            </li>
          ))}
        </ul>
        <p>{t("style.motion")}</p>
      </section>
      <section>
        <h2>{t("style.signs")}</h2>
        <HeatmapLegend measure="share" codes={[]} />
        <TrendLegend measure="share" exact={false} nested standardised />
        <RangeLegend exact other={t("place.world")} />
      </section>
      <section>
        <h2>{t("style.states")}</h2>
        <p class="notice">{t("compare.nothing")}</p>
        <NotPublic title={t("forbidden.title")} text={t("forbidden.text")} links={[]} />
        <p>
          <button type="button" class="strong-button">
            {t("error.retry")}
          </button>
        </p>
      </section>
    </article>
  );
}
