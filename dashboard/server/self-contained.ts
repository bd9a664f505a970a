/** What only works on a screen with a server behind it; a file that opens from disk goes without. */
const screenOnly = [
  "body#page :is(.views, .settings, .filters, .tabs, .downloads, .hint, .skip, .onward, .foot, .others, .take-away, .snippets) { display: none; }",
  "body#page :is(.needs-script, .without-script, .take ul) { display: none; }",
  ".chart-inner { width: auto; } .chart-svg { max-width: 100%; height: auto; } .scroll { max-height: none; }",
].join("\n");

/**
 * Makes a rendered page one file that opens from disk: styles inside, no script, no address that leads to a server. What
 * stood there for readers without scripts is shown, since this file has none.
 */
export function selfContained(html: string, css: string): string {
  return html
    .replace(/<script\b[^>]*>.*?<\/script>\n?/gs, "")
    .replace(/<link rel="(?:stylesheet|alternate)"[^>]*>\n?/g, "")
    .replace("</head>", `<style>${css.replaceAll("</", "<\\/")}\n${screenOnly}</style>\n</head>`)
    .replaceAll("<noscript>", '<div class="figures-below">')
    .replaceAll("</noscript>", "</div>")
    .replace(/(<a\b[^>]*?) href="\/[^"]*"/g, "$1");
}
