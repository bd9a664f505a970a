import type { OpenAPIHono } from "@hono/zod-openapi";

export const openApiInfo = {
  openapi: "3.1.0",
  info: {
    title: "Trama",
    version: "1",
    description:
      "Outcomes of collective protection: what is in place, where, and since when. Every figure names its release; cells that could identify a collective are withheld.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  servers: [{ url: "/" }],
};

interface Parameter {
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: {
    readonly enum?: readonly string[];
    readonly default?: unknown;
    readonly example?: unknown;
    readonly description?: string;
  };
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, unknown>> }>
  >;
}

/** A readable page made from the OpenAPI document itself: no script, no other host. */
export function docsRoutes(app: OpenAPIHono): void {
  app.get("/docs", (c) => {
    const { paths } = app.getOpenAPI31Document(openApiInfo) as { paths?: Record<string, { get?: Operation }> };
    const sections = Object.entries(paths ?? {}).flatMap(([path, { get }]) => (get ? [section(path, get)] : []));
    c.header("Cache-Control", "public, max-age=300");
    return c.html(page(sections.join("\n")));
  });
}

function section(path: string, { summary = "", description = "", parameters = [], responses }: Operation): string {
  const rows = parameters.map(({ name, schema, description: words }) => {
    const choices = schema?.enum ? schema.enum.join(" | ") : (schema?.example ?? "");
    return `<tr><th scope="row"><code>${htmlOf(name)}</code></th><td>${htmlOf(String(choices))}</td><td>${htmlOf(words ?? schema?.description ?? "")}</td></tr>`;
  });
  const answers = Object.entries(responses).map(
    ([status, answer]) =>
      `<li><code>${htmlOf(status)}</code> ${htmlOf(answer.description)} ${htmlOf(Object.keys(answer.content ?? {}).join(", "))}</li>`,
  );
  return `<section><h2><code>GET ${htmlOf(path)}</code></h2><p>${htmlOf(summary)}. ${htmlOf(description)}</p>
${rows.length > 0 ? `<table><caption>Parameters</caption><thead><tr><th scope="col">Name</th><th scope="col">Values</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join("")}</tbody></table>` : ""}
<h3>Answers</h3><ul>${answers.join("")}</ul><p><a href="${htmlOf(path)}">Try it</a></p></section>`;
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Trama API</title></head>
<body><header><h1>Trama API</h1><p>JSON by default; ask for <code>text/csv</code>, <code>application/vnd.apache.arrow.stream</code> or <code>application/vnd.apache.parquet</code> in <code>Accept</code>, or add <code>?format=csv</code>, <code>?format=arrow</code> or <code>?format=parquet</code>, where an answer is a table. Errors are problem details (RFC 9457) with a stable <code>code</code>. The same as data: <a href="/openapi.json">openapi.json</a>. <a href="/overview">To the dashboard</a>.</p></header>
<main>${body}</main></body></html>`;
}

function htmlOf(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[character] as string,
  );
}
