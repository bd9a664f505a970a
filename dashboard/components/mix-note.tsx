import type { StandardisedAnswer } from "@trama/api/contract";
import type { MessageId } from "../locales/messages.ts";
import { type Base, regionsByName } from "../state/base.ts";
import { mixOf } from "../state/standardised.ts";
import { useSurroundings } from "./context.ts";

/** On which mix the regions are compared, what it leaves out and how much it speaks for; or why there is none. */
export function MixNote({ answer, result, base }: { answer: StandardisedAnswer; result: string; base: Base }) {
  const { t, percent, list } = useSurroundings().translator;
  const mix = mixOf(answer, result);
  const typeName = (type: string) => t(`type.${type}` as MessageId);
  switch (mix.kind) {
    case "no-type-in-common":
      return (
        <p class="notice" data-testid="mix">
          {t("mix.none")} {t("mix.instead")}
        </p>
      );
    case "covers-too-little":
      return (
        <p class="notice" data-testid="mix">
          {t("mix.too-little", { covers: percent([mix.most, mix.most]) })} {t("mix.instead")}
        </p>
      );
    case "mix": {
      const names = new Map(regionsByName(base).map(({ code, name }) => [code, name]));
      return (
        <p class="folded" data-testid="mix">
          {t("mix.note", {
            year: mix.year,
            weights: list(mix.weights.map(([type, weight]) => `${typeName(type)} ${percent([weight, weight])}`)),
            covers: list(
              mix.covers.map(({ region, band }) => `${names.get(region) ?? region} ${percent([band[0], band[1]])}`),
            ),
          })}{" "}
          {mix.leftOut.length > 0 && t("mix.left-out", { types: list(mix.leftOut.map(typeName)) })}
        </p>
      );
    }
  }
}
