import { describe, expect, it } from "vitest";
import { chooseLanguage } from "../../../../dashboard/locales/messages.ts";
import { readCatalogue } from "../../../../dashboard/locales/node.ts";
import { translatorFor } from "../../../../dashboard/locales/translate.ts";

const catalogue = await readCatalogue();
/** Words that are the same in another language because they are, not because nobody translated them. */
const same = [
  "outcomes.own.no",
  "app.name",
  "table.n",
  "table.k",
  "flag.other",
  "nav.compare",
  "filter.by",
  "tab.table",
  "tab.distribution",
  "provenance.score",
  "provenance.source",
  "how.member.no",
];
const placeholders = (text: string) =>
  [...text.matchAll(/(?<!(?:one|other|=0) )\{(\w+)[,}]/g)].map(([, name]) => name as string).sort();

describe("the languages", () => {
  it("are the files of the folder", () => {
    expect(Object.keys(catalogue)).toEqual(["en", "es", "fr"]);
  });

  for (const [lang, messages] of Object.entries(catalogue)) {
    it(`say the same things with the same values (${lang})`, () => {
      const english = catalogue.en!;
      expect(Object.keys(messages)).toEqual(Object.keys(english));
      for (const [id, text] of Object.entries(messages)) {
        expect(text.trim(), id).not.toBe("");
        expect([...new Set(placeholders(text))], id).toEqual([...new Set(placeholders(english[id as "app.name"]))]);
      }
    });

    it(`can say every message (${lang})`, () => {
      const { t } = translatorFor(lang, messages);
      for (const [id, text] of Object.entries(messages)) {
        const said = t(id as "app.name", Object.fromEntries(placeholders(text).map((name) => [name, 3])));
        expect(said, id).not.toMatch(/[{}]/);
        expect(said, id).not.toBe(id);
      }
    });

    if (lang !== "en")
      it(`leave nothing in English (${lang})`, () => {
        const hasWords = (text: string) => /\p{Letter}/u.test(text.replace(/\{[^{}]*\}/g, ""));
        const left = Object.entries(messages).filter(
          ([id, text]) => hasWords(text) && text === catalogue.en![id as "app.name"],
        );
        expect(left.map(([id]) => id).filter((id) => !same.includes(id) && !/^type\.|^table\./.test(id))).toEqual([]);
      });
  }

  it("are chosen by the address, then by the browser's order of preference, then English", () => {
    expect(chooseLanguage("es", "fr", Object.keys(catalogue))).toBe("es");
    expect(chooseLanguage("xx", "de, en;q=0.5, fr-CA;q=0.8", Object.keys(catalogue))).toBe("fr");
    expect(chooseLanguage(null, "de", Object.keys(catalogue))).toBe("en");
  });

  it("write shares and bands as their readers do", () => {
    const [en, fr] = [translatorFor("en", catalogue.en!), translatorFor("fr", catalogue.fr!)];
    expect(en.percent([0.5, 0.5])).toBe("50%");
    expect(en.percent([0.4, 0.667])).toBe("40–67%");
    expect(fr.percent([0.4, 0.667])).toMatch(/^40–67\s%$/);
    expect(en.number([10, 14])).toBe("10–14");
    expect(en.percent([null, null])).toBe("–");
  });
});
