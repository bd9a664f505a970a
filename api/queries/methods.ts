import { readFileSync } from "node:fs";
import { marked } from "marked";
import type { MethodsAnswer } from "../contract/index.ts";

const page = new URL("../../docs/methods.md", import.meta.url);

/** docs/methods.md by its sections: every figure, its formula, its assumptions and what it does not say. In English. */
export function methodSections(): MethodsAnswer["sections"] {
  const [intro = "", ...sections] = readFileSync(page, "utf8").split(/^## /m);
  const opening = intro.replace(/^# .*$/m, "").trim();
  return [
    { id: "about", title: "About these methods", html: htmlOf(opening) },
    ...sections.map((text) => {
      const [title = "", ...body] = text.split("\n");
      return { id: title.toLowerCase().replace(/[^a-z0-9]+/g, "-"), title, html: htmlOf(body.join("\n")) };
    }),
  ];
}

function htmlOf(markdown: string): string {
  return marked.parse(markdown, { async: false });
}
