import { PasswordForm, ProviderWay, SignInForm } from "../components/account.tsx";
import { useSurroundings } from "../components/context.ts";
import { OwnTokens } from "../components/own-tokens.tsx";
import { everything, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

/** Sign in, or see as whom one is signed in, what that reaches, and sign out. */
export const signIn: View = {
  name: "sign-in",
  path: "/sign-in",
  nav: null,
  tabs: ["chart"],
  needs: () => [],
  title: ({ translator }) => translator.t("account.title"),
  description: ({ translator }) => translator.t("account.lead"),
  Body: SignIn,
};

function SignIn({ selection, translator: { t, list }, address }: ViewProps) {
  const { session, signOut } = useSurroundings();
  const to = (path: string) => `${path}${writeSelection({ ...everything, lang: selection.lang })}`;
  if (!session)
    return (
      <section class="state">
        <h1 tabIndex={-1}>{t("account.title")}</h1>
        <p class="lead">{t("account.lead")}</p>
        <ProviderWay refused={new URL(address).searchParams.has("refused")} />
        <SignInForm />
      </section>
    );
  const { reach, role, name } = session;
  const parts = [...reach.countries, ...reach.projects, ...reach.donors, ...reach.grants];
  return (
    <section class="state" data-testid="account">
      <h1 tabIndex={-1}>{t("account.as", { name: name ?? "" })}</h1>
      <p class="lead">{t(`account.role.${role}`)}</p>
      {parts.length > 0 && <p>{t("account.reaches", { parts: list(parts) })}</p>}
      <ul>
        {role === "donor" && (
          <li>
            <a href={to("/funded")}>{t("funded.title")}</a>
          </li>
        )}
        {(role === "manager" || role === "donor") && (
          <li>
            <a href={to("/progress")}>{t("progress.title")}</a>
          </li>
        )}
        {role === "manager" && (
          <>
            <li>
              <a href={to("/how")}>{t("how.title")}</a>
            </li>
            <li>
              <a href={to("/outcomes")}>{t("outcomes.title")}</a>
            </li>
            <li>
              <a href={to("/provenance")}>{t("provenance.title")}</a>
            </li>
          </>
        )}
        {role === "admin" && (
          <li>
            <a href={to("/accounts")}>{t("accounts.title")}</a>
          </li>
        )}
        {(role === "manager" || role === "admin") && (
          <>
            <li>
              <a href={to("/file")}>{t("file.title")}</a>
            </li>
            <li>
              <a href={to("/review")}>{t("review.title")}</a>
            </li>
          </>
        )}
      </ul>
      <p>
        <button type="button" class="strong-button" data-testid="sign-out" onClick={() => void signOut()}>
          {t("account.sign-out")}
        </button>
      </p>
      <h2>{t("account.choose")}</h2>
      <PasswordForm onChosen={() => void signOut()} />
      <OwnTokens />
    </section>
  );
}
