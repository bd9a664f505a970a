import {
  codelists,
  collectiveTypes,
  findCodelist,
  iatiMeasures,
  languages,
  measureOfIati,
  measures,
  missingCodes,
  settings,
} from "@trama/data/codelists";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** Words that are spelt alike in English and in another of our languages. */
const cognates = new Set(
  "Rural Local National Regional International Information Documentation Solidarity Impact Nominal Ordinal Qualitative Europe Surveillance Criminalisation".split(
    " ",
  ),
);

it("finds every list by its id, and no list by another", () => {
  for (const list of codelists) expect(findCodelist(list.id)).toBe(list);
  expect(findCodelist("no such list")).toBeUndefined();
});

describe.each(codelists.map((list) => [list.id, list] as const))("the code list %s", (_, list) => {
  it("gives each code once and a label in every language", () => {
    expect(new Set(list.codes.map(({ code }) => code)).size).toBe(list.codes.length);
    for (const { label } of list.codes) {
      expect(Object.keys(label)).toEqual([...languages]);
      for (const lang of languages) expect(label[lang].trim()).not.toBe("");
    }
  });

  it("translates its labels, cognates apart", () => {
    for (const { label } of list.codes.filter((entry) => !cognates.has(entry.label.en))) {
      expect([label.es, label.fr]).not.toContain(label.en);
    }
  });

  it("recognises every code, label and alias as a person may type it", () => {
    const spellings = list.codes.flatMap(({ code, label, aliases = [] }) =>
      [code, ...Object.values(label), ...aliases].map((text) => [text, code] as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...spellings), fc.boolean(), fc.boolean(), ([text, code], upper, bare) => {
        const cased = upper ? text.toUpperCase() : text.toLowerCase();
        const typed = bare ? cased.normalize("NFD").replace(/\p{M}/gu, "") : `  ${cased} `;
        expect(list.match(typed)).toBe(code);
      }),
    );
  });

  it("recognises nothing in an empty cell", () => {
    for (const blank of ["", "  ", "-"]) expect(list.match(blank)).toBeUndefined();
  });
});

describe("a code of a list", () => {
  it("is accepted by its schema, and a label or an unknown word is not", () => {
    for (const { code } of settings.codes) expect(settings.schema.parse(code)).toBe(code);
    expect(settings.schema.safeParse("Mixto").success).toBe(false);
    expect(settings.labelOf("mixed", "es")).toBe("Rural y urbano");
  });
});

describe("matching", () => {
  it("reads what country teams write", () => {
    expect(collectiveTypes.match("ONG")).toBe("ngo");
    expect(collectiveTypes.match("comunidad INDIGENA")).toBe("indigenous");
    expect(settings.match("Mixto")).toBe("mixed");
    expect(missingCodes.match("n/a")).toBe("NA");
  });

  it("never takes a zero for a missing code", () => {
    for (const zero of ["0", "0.0", " 0 "]) expect(missingCodes.match(zero)).toBeUndefined();
  });

  it("leaves a word it does not know to a person", () => {
    expect(collectiveTypes.match("cooperative")).toBeUndefined();
  });
});

describe("measures of other publishers", () => {
  it("each have a measure of ours, so none is aggregated as something it is not", () => {
    for (const { code } of iatiMeasures.codes) expect(measures.schema.parse(measureOfIati[code])).toBeTruthy();
    expect(measureOfIati["4"]).toBe("ordinal");
    expect(measureOfIati["3"]).toBe("qualitative");
  });
});
