import type { View, ViewProps } from "../state/view.ts";

const api = "/v1/methods";

/** How every figure is made: the methods page, by section. */
export const methods: View = {
  name: "methods",
  path: "/methods",
  nav: "nav.methods",
  tabs: ["chart"],
  needs: () => [api],
  title: ({ translator }) => translator.t("methods.page.title"),
  description: ({ translator }) => translator.t("methods.page.lead"),
  Body: Methods,
};

function Methods({ translator: { t }, answer }: ViewProps) {
  const { sections } = answer(api);
  return (
    <article class="prose">
      <h1 tabIndex={-1}>{t("methods.page.title")}</h1>
      <p class="lead">{t("methods.page.lead")}</p>
      {sections.map(({ id, title, html }) => (
        <section key={id} id={id} lang="en">
          <h2>{title}</h2>
          <div dangerouslySetInnerHTML={{ __html: html }} />
        </section>
      ))}
    </article>
  );
}
