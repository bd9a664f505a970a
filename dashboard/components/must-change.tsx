import { PasswordForm } from "./account.tsx";
import { useSurroundings } from "./context.ts";

/** Somebody signed in with a one-time password: nothing else is answered before it is replaced. */
export function MustChange() {
  const { translator, session, signOut } = useSurroundings();
  const { t } = translator;
  return (
    <section class="state" data-testid="account">
      <h1 tabIndex={-1}>{t("account.choose")}</h1>
      {session?.name && <p class="lead">{t("account.as", { name: session.name })}</p>}
      <p class="notice">{t("account.must-change")}</p>
      <PasswordForm onChosen={() => void signOut()} />
      <p>
        <button type="button" class="plain-button" data-testid="sign-out" onClick={() => void signOut()}>
          {t("account.sign-out")}
        </button>
      </p>
    </section>
  );
}
