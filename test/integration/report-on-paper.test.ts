import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { all, openReader } from "@trama/data/store";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { extract } from "../../pipelines/extract/extract.ts";
import { fileInput } from "../../pipelines/extract/input.ts";
import { emptyFolder, trama } from "../home.ts";

interface Tag {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly children?: readonly Tag[];
}

const results = 16;
const address = ["--address", "https://trama.example"];
let folder: string;

async function make(format: string, lang: string, ...about: string[]): Promise<string> {
  const out = join(folder, `${about.join("").replace(/\W/g, "")}-${lang}.${format}`);
  const options = ["--home", inject("sampleHome"), ...address, ...about, "--lang", lang, "--format", format];
  const { code, stderr } = await trama(["export", "report", ...options, "--out", out, "--json"]);
  expect([format, code, stderr]).toEqual([format, 0, ""]);
  return out;
}

beforeAll(async () => {
  folder = await emptyFolder("paper");
});

/** n and k of published cells of all types together, where and when `which` says. */
const published = async (which: string) => {
  const store = await openReader(join(inject("sampleHome"), "releases/1/public.duckdb"));
  const connection = await store.connect();
  const cells = await all<{ n_lo: number; n_hi: number; k_lo: number; k_hi: number }>(
    connection,
    `SELECT n_lo, n_hi, k_lo, k_hi FROM cell WHERE figure = 'in_place' AND status = 'value' AND audience = 'open'
     AND type IS NULL AND formality IS NULL AND setting IS NULL AND presence = 'all' AND year_from IS NULL AND ${which}`,
  );
  store.close();
  return cells;
};
const band = (lo: number, hi: number) => (lo === hi ? `${lo}` : `${lo}–${hi}`);

interface Placed {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/** Words that lie upon others of their line. */
function overprintedIn(items: readonly Partial<Placed>[]): string[] {
  const placed = items.flatMap(({ str = "", width = 0, transform = [] }) =>
    str.trim() === "" ? [] : [{ str, width, x: transform[4] as number, y: Math.round(transform[5] as number) }],
  );
  return placed.flatMap((one) =>
    placed
      .filter((other) => other !== one && other.y === one.y && other.x >= one.x && other.x < one.x + one.width - 1)
      .map((other) => `${one.str}|${other.str}`),
  );
}

/** What a PDF says of itself, its tags, and its text in the order in which it is read. */
async function readPdf(path: string) {
  const data = new Uint8Array(await readFile(path));
  const document = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
  const about = { lang: info.Language, title: info.Title, marked: (await document.getMarkInfo())?.Marked };
  const tags: Tag[] = [];
  const texts: string[] = [];
  const overprinted: string[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const one = await document.getPage(page);
    tags.push((await one.getStructTree()) as Tag);
    const { items } = await one.getTextContent();
    overprinted.push(...overprintedIn(items as readonly Partial<Placed>[]));
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await document.destroy();
  const found = (role: string) => {
    const those: Tag[] = [];
    const visit = (tag: Tag) => {
      if (tag.role === role) those.push(tag);
      for (const child of tag.children ?? []) visit(child);
    };
    for (const tag of tags) visit(tag);
    return those;
  };
  return { about, found, overprinted, text: texts.join(" ").replace(/\s+/g, " ") };
}

/** Checks that words stand in a text, in this order. */
function expectInOrder(text: string, words: readonly string[]): void {
  const places = words.map((word) => text.indexOf(word));
  expect(places.map((place, at) => [words[at], place >= 0])).toEqual(words.map((word) => [word, true]));
  expect(places).toEqual([...places].sort((one, other) => one - other));
}

describe("a report of a country as PDF", () => {
  const asked = ["--country", "GTM", "--time", "2025"];
  let path: string;
  let read: Awaited<ReturnType<typeof readPdf>>;
  beforeAll(async () => {
    path = await make("pdf", "es", ...asked);
    read = await readPdf(path);
  });

  it("says its language and title, and that it is tagged", () => {
    expect(read.about).toEqual({ lang: "es", title: "Guatemala, 2025", marked: true });
  });

  it("has one first heading, an alternative text for each figure, and tables with heads of columns and rows", () => {
    const { found } = read;
    expect(found("H1")).toHaveLength(1);
    expect(found("H2").length).toBeGreaterThan(3);
    expect(found("Figure").map(({ alt }) => (alt ?? "").length > 20)).toEqual([true, true]);
    expect(found("TH").length).toBeGreaterThan(2 * results);
    expect(found("TR").length).toBeGreaterThan(2 * results);
    expect(found("L").length).toBeGreaterThan(1);
  });

  it("reads in the order of the page: its findings, then the figure and its table, then method and source", () => {
    const { text } = read;
    expectInOrder(text, [
      "Datos de muestra sintéticos",
      "En breve",
      "proporción de colectivos",
      "cambio entre los mismos",
      "Qué tan completo y seguro es",
      "Cómo leerlo",
      "Fuente y cita",
    ]);
    expect(text.replaceAll(" ", "")).toContain("https://trama.example/report");
    expect(text).not.toContain("Llevarse este informe");
  });

  it("tells n and k of every published cell, and no sign that its faces lack", async () => {
    const cells = await published("country = 'GTM' AND year = 2025");
    expect(cells.length).toBeGreaterThan(10);
    for (const { n_lo, n_hi, k_lo, k_hi } of cells)
      expect(read.text).toContain(`${band(n_lo, n_hi)} ${band(k_lo, k_hi)}`);
    expect(read.text).not.toContain("\ufffd");
    expect(read.overprinted).toEqual([]);
  });

  it("is the same to the byte when it is made again, as is a Word document", async () => {
    for (const [format, lang] of [
      ["pdf", "es"],
      ["docx", "en"],
    ] as const) {
      const first = await readFile(await make(format, lang, ...asked));
      expect((await readFile(await make(format, lang, ...asked))).equals(first)).toBe(true);
    }
  });
});

describe("a report of the whole over some years", () => {
  const asked = ["--from", "2023", "--to", "2025"];
  const ofRegions = "country IS NULL AND region IS NOT NULL AND year = 2025";
  const ofWorld = "country IS NULL AND region IS NULL AND year BETWEEN 2023 AND 2025";

  it("is a tagged PDF in its language with a figure for regions, results, years and changes, each with its alternative text", async () => {
    const { about, found, text, overprinted } = await readPdf(await make("pdf", "fr", ...asked));
    expect(overprinted).toEqual([]);
    expect(about).toEqual({ lang: "fr", title: "Toutes les régions, 2023–2025", marked: true });
    expect(found("H1")).toHaveLength(1);
    expect(found("Figure").map(({ alt }) => (alt ?? "").length > 20)).toEqual([true, true, true, true]);
    expect(found("Table")).not.toEqual([]);
    expectInOrder(text, [
      "exemple synthétiques",
      "En bref",
      "De 2023 à 2024, chez les mêmes collectifs",
      "De 2024 à 2025, chez les mêmes collectifs",
      "Régions côte à côte",
      "part en place année par année",
      "changement chez les mêmes",
      "À quel point c’est complet et sûr",
      "Comment lire",
      "Source et citation",
    ]);
    const cells = [...(await published(ofRegions)), ...(await published(ofWorld))];
    expect(cells.length).toBeGreaterThan(5 * results);
    for (const { n_lo, n_hi, k_lo, k_hi } of cells) expect(text).toContain(`${band(n_lo, n_hi)} ${band(k_lo, k_hi)}`);
  });

  it("is a Word document with the same cells in real tables", async () => {
    const told = await rowsOf(await make("docx", "en", ...asked));
    for (const { n_lo, n_hi, k_lo, k_hi } of [...(await published(ofRegions)), ...(await published(ofWorld))])
      expect(told.some((row) => row.includes(`${band(n_lo, n_hi)}|${band(k_lo, k_hi)}`))).toBe(true);
  });

  it("is refused where the release has no figures of those years, or they are in no order", async () => {
    const refused = async (...about: string[]) => {
      const options = ["--home", inject("sampleHome"), "--out", "/dev/null", "--format", "pdf"];
      const { code, stderr } = await trama(["export", "report", ...options, ...about]);
      return [code, /has no figures of|in their order|Give a/.test(stderr)];
    };
    expect(await refused("--from", "1990", "--to", "1999")).toEqual([2, true]);
    expect(await refused("--from", "2025", "--to", "2020")).toEqual([2, true]);
    expect(await refused("--time", "lately")).toEqual([2, true]);
  });
});
/** The rows of all tables of a Word document, cells between bars, as the pipeline's own reader sees them. */
async function rowsOf(path: string): Promise<string[]> {
  const read = await extract(await fileInput(path));
  if (!("sheets" in read)) throw new Error("The document was refused.");
  const rows: string[] = [];
  for (const sheet of read.sheets)
    for await (const some of sheet.rows())
      rows.push(...some.map(({ cells }) => cells.map((cell) => String(cell ?? "")).join("|")));
  return rows;
}

describe("a report as a Word document", () => {
  it("opens again with real tables that hold the release's cells", async () => {
    const told = await rowsOf(await make("docx", "en", "--country", "GTM", "--time", "2025"));
    for (const { n_lo, n_hi, k_lo, k_hi } of await published("country = 'GTM' AND year = 2025"))
      expect(told.some((row) => row.includes(`${band(n_lo, n_hi)}|${band(k_lo, k_hi)}`))).toBe(true);
  });
});

describe("a report for a donor", () => {
  const donor = "donor-a";
  const made = async (...more: string[]) => {
    const out = join(folder, `donor${more.join("")}.docx`);
    const options = ["--home", inject("sampleHome"), "--donor", donor, ...more, "--format", "docx", "--out", out];
    return { ...(await trama(["export", "report", ...options])), out };
  };

  it("holds the cells of its own file and says that it is for nobody else", async () => {
    const { code, out } = await made();
    expect(code).toBe(0);
    const store = await openReader(join(inject("sampleHome"), `releases/1/donors/${donor}.duckdb`));
    const connection = await store.connect();
    const cells = await all<{ n_lo: number; n_hi: number; k_lo: number; k_hi: number }>(
      connection,
      // The last year in which all grants together have figures.
      `SELECT n_lo, n_hi, k_lo, k_hi FROM cell WHERE figure = 'in_place' AND status = 'value' AND country IS NULL AND region IS NULL
       AND grant_code IS NULL AND presence = 'all' AND year_from IS NULL AND type IS NULL QUALIFY year = max(year) OVER ()`,
    );
    store.close();
    expect(cells.length).toBeGreaterThan(5);
    const told = await rowsOf(out);
    for (const { n_lo, n_hi, k_lo, k_hi } of cells)
      expect(told.some((row) => row.includes(`${band(n_lo, n_hi)}|${band(k_lo, k_hi)}`))).toBe(true);
  });

  it("over some years compares the first with the last, and leaves the others out", async () => {
    const { code, out } = await made("--from", "2022", "--to", "2024");
    expect(code).toBe(0);
    const told = (await rowsOf(out)).join("\n");
    expect(told).toMatch(/\|2022\|/);
    expect(told).not.toMatch(/\|(2021|2025)\|/);
    expect(told).toMatch(/2022[\s\S]*2024/);
  });

  it("names the grants there are where another is asked for, and the donors there are", async () => {
    const grant = await made("--grant", "NONE");
    expect([grant.code, grant.stderr]).toEqual([
      2,
      expect.stringContaining("donor-a has no grant NONE; it has SAMPLE-GRANT"),
    ]);
    const other = await trama([
      "export",
      "report",
      "--home",
      inject("sampleHome"),
      "--donor",
      "nobody",
      "--out",
      "/dev/null",
    ]);
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining("no donor nobody; it has donor-a")]);
  });
});
