import type { StandardisedAnswer } from "@trama/api/contract";
import type { MessageId } from "../locales/messages.ts";
import { mixOf } from "../state/standardised.ts";
import { useSurroundings } from "./context.ts";

/** On which mix the regions are compared, and how much of the world it speaks for; or why there is none. */
export function MixNote({ answer, result }: { answer: StandardisedAnswer; result: string }) {
  const { t, percent, list } = useSurroundings().translator;
  const mix = mixOf(answer, result);
  if (!mix)
    return (
      <p class="notice" data-testid="mix">
        {t("mix.none")}
      </p>
    );
  const weights = mix.weights.map(([type, weight]) => `${t(`type.${type}` as MessageId)} ${percent([weight, weight])}`);
  return (
    <p class="folded" data-testid="mix">
      {t("mix.note", { year: mix.year, weights: list(weights), covers: percent([mix.covers, mix.covers]) })}
    </p>
  );
}
