import { categoriesOf, licence, type Manifest, packageTitle, type Table } from "@trama/data/schema";
import { packaged } from "./contents.ts";

/** The codebook: every table and column of the package in words, from the declarations that make the tables. One page, no script. */
export function codebook(manifest: Manifest): string {
  const sections = packaged.map(({ table }) => section(table)).join("\n");
  const links = packaged.map(({ table }) => `<li><a href="#${table.name}">${table.name}</a></li>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Codebook: ${escaped(packageTitle(manifest))}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1a1a1a; background: #fff; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
caption { text-align: left; padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border-bottom: 1px solid #ccc; }
code { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #161616; } th, td { border-color: #444; } a { color: #9cf; } }
</style>
</head>
<body>
<header>
<h1>Codebook</h1>
<p>${escaped(packageTitle(manifest))}, made ${manifest.made_at.slice(0, 10)}; framework version ${escaped(manifest.framework_version)};
<a href="${licence.path}">${licence.title}</a>.</p>
<nav aria-label="Tables"><ul>${links}</ul></nav>
</header>
<main>
${sections}
</main>
</body>
</html>
`;
}

function section({ name, meaning, grain, columns }: Table): string {
  const rows = Object.entries(columns).map(([column, { sql, nullable, meaning: words }]) => {
    const { categories = [] } = categoriesOf(name, column) as { categories?: { value: unknown; label: string }[] };
    const list = categories.map(({ value, label }) => `<br><code>${escaped(String(value))}</code> ${escaped(label)}`);
    return `<tr><th scope="row"><code>${escaped(column)}</code></th><td>${escaped(sql)}${nullable ? ", may be empty" : ""}</td><td>${escaped(words)}${list.join("")}</td></tr>`;
  });
  return `<section id="${name}"><h2>${name}</h2>
<table><caption>${escaped(meaning)} One row per ${escaped(grain)}.</caption>
<thead><tr><th scope="col">Column</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></section>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
