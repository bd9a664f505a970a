import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// What one view alone needs travels with that view.
const ofOneView = [
  "accounts/(list|one|reach|own)",
  "completeness",
  "filed-outcome",
  "funded-figure",
  "held-item",
  "how",
  "landing",
  "map-figure",
  "mix-note",
  "own-(outcomes|quality)",
  "progress-figure",
  "publishing",
  "regions-figure",
  "report-",
  "snippets",
  "standardised",
].join("|");
const shared = new RegExp(
  `dashboard/(main|app|locales/(?!((how|work|report)/)?[a-z][a-z]\\.)|client/(?!public)|(state|components)/(?!${ofOneView})|charts/(drawing|atlas|heatmap|ranges|trends|classes|plot\\.ts))|node_modules/(preact|intl-messageformat|@formatjs|tslib)|preload-helper`,
);

export default defineConfig({
  root: here("."),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: here("dist"),
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { main: here("main.tsx"), theme: here("theme.ts"), worker: here("worker.ts") },
      // What several views share, but for what only those who sign in see, travels with the first file: one larger request is quicker than many small ones.
      output: {
        // The worker serves the whole site, so it stands at its root under a name that does not change.
        entryFileNames: ({ name }) => (name === "worker" ? "worker.js" : "assets/[name]-[hash].js"),
        codeSplitting: {
          groups: [{ name: "main", test: shared }],
        },
      },
    },
  },
});
