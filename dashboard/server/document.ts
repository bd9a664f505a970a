import type { BuiltAssets } from "./manifest.ts";

/** What a document is made of; `body` is finished html, everything else is plain text. */
export interface DocumentParts {
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  readonly state: unknown;
  readonly languages: readonly { lang: string; href: string }[];
  readonly assets: BuiltAssets;
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23176a6a' stroke-width='2.4'%3E%3Cpath d='M7 2v6M7 12v10M17 2v10M17 16v6M2 10h20M2 14h3M9 14h13'/%3E%3C/svg%3E";

/** Writes the whole document. No script or style stands inline, so the strictest content policy holds. */
export function writeDocument(parts: DocumentParts): string {
  const { lang, title, description, body, state, languages, assets } = parts;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    '<meta name="color-scheme" content="light dark">',
    `<link rel="icon" href="${icon}">`,
    ...languages.map((other) => `<link rel="alternate" hreflang="${other.lang}" href="${escapeHtml(other.href)}">`),
    ...assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...(assets.early ? [`<script src="${assets.early}"></script>`] : []),
    ...(assets.main ? [`<script type="module" src="${assets.main}"></script>`] : []),
  ];
  return [
    "<!doctype html>",
    `<html lang="${lang}">`,
    `<head>\n${head.join("\n")}\n</head>`,
    '<body id="page">',
    `<div id="app">${body}</div>`,
    `<script type="application/json" id="state">${jsonForScript(state)}</script>`,
    "</body>\n</html>\n",
  ].join("\n");
}

/** JSON that cannot end the script element it stands in, nor open a comment. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
