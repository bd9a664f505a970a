import { useEffect, useRef } from "preact/hooks";
import { useSurroundings } from "./context.ts";

/** A secret that is told this once: it stands here until its reader has noted it, and nowhere else. */
export function ToldOnce({ about, secret, onDone }: { about: string; secret: string; onDone: () => void }) {
  const { t } = useSurroundings().translator;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [secret]);
  return (
    <div class="told-once" data-testid="told-once" tabIndex={-1} ref={place} role="status">
      <p>{about}</p>
      <p>
        <code data-testid="secret">{secret}</code>
      </p>
      <p>
        <button type="button" class="plain-button" onClick={() => void navigator.clipboard?.writeText(secret)}>
          {t("accounts.once.copy")}
        </button>{" "}
        <button type="button" class="strong-button" data-testid="noted" onClick={onDone}>
          {t("accounts.once.done")}
        </button>
      </p>
    </div>
  );
}
