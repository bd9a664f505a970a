import { AccountsList } from "../components/accounts-list.tsx";
import { useSurroundings } from "../components/context.ts";
import { NotPublic } from "../components/states.tsx";
import { everything, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

/** Who may sign in, in which role and how far: for admins. */
export const accounts: View = {
  name: "accounts",
  path: "/accounts",
  nav: null,
  tabs: ["chart"],
  needs: () => [],
  title: ({ translator }) => translator.t("accounts.title"),
  description: ({ translator }) => translator.t("accounts.lead"),
  Body: Accounts,
};

function Accounts({ selection, translator: { t } }: ViewProps) {
  const { session } = useSurroundings();
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("accounts.title")}</h1>
          <p class="lead">{t("accounts.lead")}</p>
        </div>
      </div>
      {session?.role === "admin" ? (
        <div class="work">
          <AccountsList />
        </div>
      ) : (
        <NotPublic
          title={t("forbidden.sign-in")}
          text={t("accounts.restricted")}
          links={[
            {
              href: `/sign-in${writeSelection({ ...everything, lang: selection.lang })}`,
              label: t("account.sign-in"),
            },
          ]}
        />
      )}
    </>
  );
}
