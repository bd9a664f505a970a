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
let folder: string;

beforeAll(async () => {
  folder = await emptyFolder("paper");
  const shared = [
    "--home",
    inject("sampleHome"),
    "--country",
    "GTM",
    "--time",
    "2025",
    "--address",
    "https://trama.example",
  ];
  for (const [format, lang] of [
    ["pdf", "es"],
    ["docx", "en"],
  ]) {
    const out = join(folder, `report.${format}`);
    const { code, stderr } = await trama([
      "export",
      "report",
      ...shared,
      "--lang",
      lang as string,
      "--format",
      format as string,
      "--out",
      out,
      "--json",
    ]);
    expect([format, code, stderr]).toEqual([format, 0, ""]);
  }
});

const published = async () => {
  const store = await openReader(join(inject("sampleHome"), "releases/1/public.duckdb"));
  const connection = await store.connect();
  const cells = await all<{ n_lo: number; n_hi: number; k_lo: number; k_hi: number }>(
    connection,
    `SELECT n_lo, n_hi, k_lo, k_hi FROM cell WHERE figure = 'in_place' AND status = 'value' AND country = 'GTM' AND year = 2025
     AND type IS NULL AND presence = 'all' AND year_from IS NULL`,
  );
  store.close();
  return cells;
};
const band = (lo: number, hi: number) => (lo === hi ? `${lo}` : `${lo}–${hi}`);

describe("a report as PDF", () => {
  const tags: Tag[] = [];
  const texts: string[] = [];
  let about: { lang: unknown; title: unknown; marked: unknown };

  beforeAll(async () => {
    const data = new Uint8Array(await readFile(join(folder, "report.pdf")));
    const document = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
    const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
    about = { lang: info.Language, title: info.Title, marked: (await document.getMarkInfo())?.Marked };
    for (let page = 1; page <= document.numPages; page++) {
      const one = await document.getPage(page);
      tags.push((await one.getStructTree()) as Tag);
      const { items } = await one.getTextContent();
      texts.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
    }
    await document.destroy();
  });

  const found = (role: string) => {
    const those: Tag[] = [];
    const visit = (tag: Tag) => {
      if (tag.role === role) those.push(tag);
      for (const child of tag.children ?? []) visit(child);
    };
    for (const tag of tags) visit(tag);
    return those;
  };

  it("says its language and title, and that it is tagged", () => {
    expect(about).toEqual({ lang: "es", title: "Guatemala, 2025", marked: true });
  });

  it("has one first heading, an alternative text for each figure, and tables with heads of columns and rows", () => {
    expect(found("H1")).toHaveLength(1);
    expect(found("H2").length).toBeGreaterThan(3);
    expect(found("Figure").map(({ alt }) => (alt ?? "").length > 20)).toEqual([true, true]);
    expect(found("TH").length).toBeGreaterThan(2 * results);
    expect(found("TR").length).toBeGreaterThan(2 * results);
    expect(found("L").length).toBeGreaterThan(1);
  });

  it("reads in the order of the page: its findings, then the figure and its table, then method and source", () => {
    const text = texts.join(" ").replace(/\s+/g, " ");
    const places = [
      "Datos de muestra sintéticos",
      "En breve",
      "proporción de colectivos",
      "cambio entre los mismos",
      "Cómo leerlo",
      "Fuente y cita",
    ].map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(-1);
    expect(text.replaceAll(" ", "")).toContain("https://trama.example/report");
  });

  it("tells n and k of every published cell, and no sign that its faces lack", async () => {
    const text = texts.join(" ").replace(/\s+/g, " ");
    const cells = await published();
    expect(cells.length).toBeGreaterThan(10);
    for (const { n_lo, n_hi, k_lo, k_hi } of cells) expect(text).toContain(`${band(n_lo, n_hi)} ${band(k_lo, k_hi)}`);
    expect(text).not.toContain("\ufffd");
  });

  it("is the same to the byte when it is made again", async () => {
    const again = join(folder, "again.pdf");
    const options = ["--country", "GTM", "--time", "2025", "--address", "https://trama.example", "--lang", "es"];
    await trama(["export", "report", "--home", inject("sampleHome"), ...options, "--format", "pdf", "--out", again]);
    expect((await readFile(again)).equals(await readFile(join(folder, "report.pdf")))).toBe(true);
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
    const told = await rowsOf(join(folder, "report.docx"));
    for (const { n_lo, n_hi, k_lo, k_hi } of await published())
      expect(told.some((row) => row.includes(`${band(n_lo, n_hi)}|${band(k_lo, k_hi)}`))).toBe(true);
  });
});

describe("a report for a donor", () => {
  const donor = "donor-a";
  const made = async (...more: string[]) => {
    const out = join(folder, `donor${more.length}.docx`);
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
      `SELECT n_lo, n_hi, k_lo, k_hi FROM cell WHERE figure = 'in_place' AND status = 'value' AND country IS NULL AND region IS NULL
       AND grant_code IS NULL AND year = (SELECT max(year) FROM cell WHERE status = 'value')`,
    );
    store.close();
    expect(cells.length).toBeGreaterThan(5);
    const told = await rowsOf(out);
    for (const { n_lo, n_hi, k_lo, k_hi } of cells)
      expect(told.some((row) => row.includes(`${band(n_lo, n_hi)}|${band(k_lo, k_hi)}`))).toBe(true);
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
