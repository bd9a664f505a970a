import { existsSync, readFileSync } from "node:fs";
import {
  commonDisaggregations,
  disaggregations,
  FrameworkText,
  items,
  languages,
  matchItem,
  textOf,
  texts,
  version,
} from "@trama/data/framework";
import { describe, expect, it } from "vitest";

describe.each(languages)("the framework in %s", (lang) => {
  it("says everything it has to say, in the agreed shape", () => {
    expect(FrameworkText.parse(texts[lang])).toEqual(texts[lang]);
  });

  it("has five distinct anchors and a means of verification for every item", () => {
    for (const { code } of items) {
      const { anchors, verification } = textOf(code, lang);
      expect(new Set(anchors).size, code).toBe(5);
      expect(verification.length, code).toBeGreaterThan(0);
    }
  });

  it("names no two items alike", () => {
    for (const key of ["label", "short"] as const) {
      expect(new Set(items.map(({ code }) => textOf(code, lang)[key])).size).toBe(items.length);
    }
  });

  it("finds an item by its code, its label and its short label", () => {
    for (const { code } of items) {
      const { label, short } = textOf(code, lang);
      expect([code.toLowerCase(), label.toUpperCase(), ` ${short} `].map(matchItem)).toEqual([code, code, code]);
    }
  });

  it("is marked as not reviewed by a native speaker", () => {
    expect(version.languages[lang].reviewed).toBe(false);
  });
});

describe.each(["es", "fr"] as const)("the translation to %s", (lang) => {
  const english = strings(texts.en);
  const translated = strings(texts[lang]);

  it("has the same texts as English, none missing and none added", () => {
    expect([...translated.keys()]).toEqual([...english.keys()]);
  });

  it("leaves no text in English", () => {
    const same = [...translated].filter(([path, text]) => english.get(path) === text);
    expect(same).toEqual([]);
  });

  it("leaves no breakdown in English, cognates apart", () => {
    const cognates = [
      "Protection International",
      "Conservation",
      "Photo",
      "Petition",
      "Capital",
      "Sit-in",
      "Local",
      "National",
      "International",
      "Regional",
      "Information",
      "Documentation",
      "Canal",
    ];
    const cognateWords = new Set(cognates);
    for (const { label, categories } of [...commonDisaggregations, ...disaggregations]) {
      for (const labels of [label, ...(categories ?? []).map((category) => category.label)]) {
        if (!cognateWords.has(labels.en)) expect(labels[lang]).not.toBe(labels.en);
      }
    }
  });
});

// The draft lies beside the repository, or beside the folder that holds its worktrees.
const proposal = ["../../../../../shared/", "../../../../../../shared/"]
  .map((folder) => new URL(`${folder}framework/proposal.json`, import.meta.url))
  .find((file) => existsSync(file));

describe("the wording of the framework", () => {
  // "Bridging ties" is a term of the field, not a sentence of the publication.
  const terms = new Set(["bridging ties"]);

  it.skipIf(!proposal)("copies no sentence of the publication (skipped without the working draft)", () => {
    const draft = JSON.parse(readFileSync(proposal!, "utf8")) as Record<
      "results" | "actions" | "capacities" | "ties" | "principles",
      DraftItem[]
    >;
    const sentences = [draft.results, draft.actions, draft.capacities, draft.ties, draft.principles]
      .flat()
      .flatMap((entry) => [entry.seed_text, entry.seed_example])
      .map((text) => text?.trim().replace(/[;.]$/, "").toLowerCase() ?? "")
      .filter((text) => text !== "" && !terms.has(text));
    expect(sentences.length).toBeGreaterThan(40);
    const ours = languages
      .flatMap((lang) => [...strings(texts[lang]).values()])
      .join("\n")
      .toLowerCase();
    expect(sentences.filter((sentence) => ours.includes(sentence))).toEqual([]);
  });
});

interface DraftItem {
  readonly seed_text?: string;
  readonly seed_example?: string;
}

/** Every string of a text with the path to it. */
function strings(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  return new Map(Object.entries(value as object).flatMap(([key, part]) => [...strings(part, `${path}/${key}`)]));
}
