import { countries, countrySource, findCountry, languages, matchCountry, regions } from "@trama/data/codelists";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const inRegion = (region: string) => countries.filter((country) => country.region === region).map((c) => c.alpha3);

describe("countries", () => {
  it("lists the 249 entries of ISO 3166-1 and Kosovo, each once, with well-formed codes", () => {
    expect(countries).toHaveLength(250);
    expect(new Set(countries.map((c) => c.alpha3)).size).toBe(250);
    expect(new Set(countries.map((c) => c.alpha2)).size).toBe(250);
    for (const country of countries) {
      expect(country.alpha3).toMatch(/^[A-Z]{3}$/);
      expect(country.alpha2).toMatch(/^[A-Z]{2}$/);
      if (country.alpha3 !== "XKX") expect(country.m49).toMatch(/^\d{3}$/);
      for (const lang of languages) expect(country.names[lang]).toMatch(/^\p{Lu}/u);
    }
  });

  it("says where its facts come from", () => {
    expect(Object.keys(countrySource)).toContain("escazu");
  });

  it("knows the 18 parties to the Escazú Agreement, and does not guess the date it lacks", () => {
    const parties = countries.filter((country) => country.escazu !== null);
    expect(parties).toHaveLength(18);
    expect(parties.every((party) => party.region === "latin-america-caribbean")).toBe(true);
    expect(parties.filter((party) => party.escazu?.since === null).map((p) => p.alpha3)).toEqual(["BHS"]);
    expect(findCountry("COL")?.escazu).toEqual({ since: "2024-09-25" });
    expect(findCountry("BRA")?.escazu).toBeNull();
    for (const { escazu } of parties) if (escazu?.since) expect(escazu.since).toMatch(/^20(19|2\d)-\d\d-\d\d$/);
  });

  it("knows collective measures in law in Colombia and Mexico only", () => {
    expect(countries.filter((c) => c.collectiveMeasuresInLaw).map((c) => c.alpha3)).toEqual(["COL", "MEX"]);
  });
});

describe("regions", () => {
  it("partition the countries: each is in one region and no region is empty", () => {
    const counted = regions.codes.map(({ code }) => inRegion(code).length);
    expect(Math.min(...counted)).toBeGreaterThan(0);
    expect(counted.reduce((a, b) => a + b, 0)).toBe(countries.length);
  });

  it("place countries where M49 does, with northern and sub-Saharan Africa together", () => {
    expect(findCountry("EGY")?.region).toBe("africa");
    expect(findCountry("KEN")?.region).toBe("africa");
    expect(findCountry("MEX")?.region).toBe("latin-america-caribbean");
    expect(findCountry("IDN")?.region).toBe("south-east-asia");
    expect(findCountry("NPL")?.region).toBe("south-asia");
    expect(findCountry("PSE")?.region).toBe("western-asia");
    expect(findCountry("KGZ")?.region).toBe("central-asia");
    expect(inRegion("northern-america")).toEqual(["BMU", "CAN", "GRL", "SPM", "USA"]);
  });

  it("place what M49 leaves out or open: Taiwan, Kosovo, Antarctica", () => {
    expect(["TWN", "XKX", "ATA"].map((code) => findCountry(code)?.region)).toEqual(["east-asia", "europe", "oceania"]);
  });
});

describe("matching a country", () => {
  it.each([
    ["GTM", "GTM"],
    ["gt", "GTM"],
    ["Guatemala", "GTM"],
    ["DRC", "COD"],
    ["RDC", "COD"],
    ["Vietnam", "VNM"],
    ["Viet Nam", "VNM"],
    ["Bolivia", "BOL"],
    ["Bolivia (Plurinational State of)", "BOL"],
    ["Tanzania", "TZA"],
    ["Ivory Coast", "CIV"],
    ["Cote d’Ivoire", "CIV"],
    ["Laos", "LAO"],
    ["Lao PDR", "LAO"],
    ["MEXICO", "MEX"],
    ["méxico", "MEX"],
    ["Brésil", "BRA"],
    ["Peru", "PER"],
    ["Congo-Brazzaville", "COG"],
    ["Kosovo", "XKX"],
    ["Swaziland", "SWZ"],
    ["Birmania", "MMR"],
    ["EE.UU.", "USA"],
    ["Níger", "NER"],
    ["The Gambia", "GMB"],
  ])("reads %s as %s", (text, alpha3) => {
    expect(matchCountry(text)?.alpha3).toBe(alpha3);
  });

  it.each(["", "Atlantis", "Congo", "Korea", "NA", "nr", "Virgin Islands", "Guat"])("does not guess at %j", (text) => {
    expect(matchCountry(text)).toBeUndefined();
  });

  it("finds every country by its codes and its names in each language", () => {
    const missingCodes = ["NA", "NR"];
    const spellings = countries.flatMap((c) =>
      [c.alpha3, c.alpha2, ...Object.values(c.names)].map((text) => [text, c.alpha3] as const),
    );
    const certain = spellings.filter(([text]) => !missingCodes.includes(text));
    for (const [text, alpha3] of certain) expect(matchCountry(text)?.alpha3, text).toBe(alpha3);
    fc.assert(
      fc.property(fc.constantFrom(...certain), fc.boolean(), ([text, alpha3], upper) => {
        const typed = (upper ? text.toUpperCase() : text.toLowerCase()).normalize("NFD").replace(/\p{M}/gu, "");
        expect(matchCountry(` ${typed} `)?.alpha3).toBe(alpha3);
      }),
    );
  });

  it("never throws, whatever a cell holds", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void matchCountry(text)));
  });
});
