import { useSurroundings } from "../components/context.ts";
import { Fetched } from "../components/fetched.tsx";
import { HeldItem } from "../components/held-item.tsx";
import { Draft, Publishing } from "../components/publishing.tsx";
import { NotPublic } from "../components/states.tsx";
import { useFetched } from "../components/use-fetched.ts";
import { everything, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

/** What waits for a person, what the next release would change, and publishing it. */
export const review: View = {
  name: "review",
  path: "/review",
  nav: null,
  tabs: ["chart"],
  needs: () => [],
  title: ({ translator }) => translator.t("review.title"),
  description: ({ translator }) => translator.t("review.lead"),
  Body: Review,
};

function Review(props: ViewProps) {
  const { selection, base, translator } = props;
  const { t } = translator;
  const { session } = useSurroundings();
  const may = session?.role === "manager" || session?.role === "admin";
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("review.title")}</h1>
          <p class="lead">{t("review.lead")}</p>
        </div>
      </div>
      {may ? (
        <div class="work">
          <Waiting />
          {session.role === "manager" && <Draft base={base} />}
          <Publishing />
        </div>
      ) : (
        <NotPublic
          title={t("forbidden.sign-in")}
          text={t("review.restricted")}
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

function Waiting() {
  const { t } = useSurroundings().translator;
  const found = useFetched("/v1/review");
  return (
    <section data-testid="waiting">
      <Fetched found={found}>
        {({ held }) => {
          const open = held.filter(({ decision }) => decision === null);
          return (
            <>
              <h2>{t("review.held", { count: open.length })}</h2>
              {open.length === 0 && <p class="quiet">{t("review.nothing")}</p>}
              <ul class="findings">
                {open.map((one) => (
                  <HeldItem key={one.held} held={one} />
                ))}
              </ul>
            </>
          );
        }}
      </Fetched>
    </section>
  );
}
