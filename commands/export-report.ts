import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { database, openReader } from "@trama/data/store";
import { createApp } from "../api/app.ts";
import { CellQuery, type RenderedPage } from "../api/contract/index.ts";
import { findDonorCells, grantsOf } from "../api/queries/donor/cells.ts";
import { openReleases } from "../api/release.ts";
import { build } from "../dashboard/build.ts";
import { paperOf } from "../dashboard/paper/blocks.ts";
import { renderDonorReport, renderPage } from "../dashboard/render.ts";
import { readAssets } from "../dashboard/server/manifest.ts";
import { selfContained } from "../dashboard/server/self-contained.ts";
import { readManifest } from "../pipelines/publish/releases.ts";

export type ReportFormat = "html" | "pdf" | "docx";

/** What a report that leaves the house is about; left out, the first country and the last year. */
export interface ReportAsked {
  readonly home: string;
  readonly out: string;
  readonly country?: string;
  readonly region?: string;
  readonly time?: string;
  /** A donor whose own figures it is made of, and one of its grants. */
  readonly donor?: string;
  readonly grant?: string;
  readonly lang: string;
  readonly format: ReportFormat;
  /** Address that the citation names. */
  readonly address: string;
  readonly progress?: (step: string) => void;
}

/** What came of it; a refusal says what to do. */
export type ReportWritten =
  | { readonly kind: "written"; readonly out: string; readonly bytes: number; readonly release: number }
  | { readonly kind: "refused"; readonly reason: string };

const refused = (reason: string): ReportWritten => ({ kind: "refused", reason });

/** The forms of a report. What a form needs is loaded when it is asked for. */
const written: Readonly<Record<ReportFormat, (html: string, address: string, madeAt: Date) => Promise<Buffer>>> = {
  html: async (html) => {
    const dist = new URL("../dashboard/dist", import.meta.url);
    const styles = await Promise.all(
      (await readAssets()).styles.map((file) => readFile(`${dist.pathname}${file}`, "utf8")),
    );
    return Buffer.from(selfContained(html, styles.join("\n")));
  },
  pdf: async (html, address, madeAt) => {
    const { pdfOf } = await import("../dashboard/paper/pdf.ts");
    return pdfOf(paperOf(html, address), madeAt);
  },
  docx: async (html, address) => {
    const { docxOf } = await import("../dashboard/paper/docx.ts");
    return docxOf(paperOf(html, address));
  },
};

/** Writes a report of the current release: one HTML file, a tagged PDF or a Word document, of safe figures only. */
export async function exportReport(asked: ReportAsked): Promise<ReportWritten> {
  asked.progress?.("build");
  await build();
  const folder = join(asked.home, "releases");
  const releases = openReleases(folder);
  try {
    const app = createApp({ releases });
    const load = async <T>(path: string): Promise<T> => {
      const response = await app.request(path, { headers: { accept: "application/json" } });
      const body = (await response.json()) as T;
      if (!response.ok) throw body;
      return body;
    };
    const release = await releases.current();
    if (release === null) return refused("Nothing has been published yet: run trama publish first.");
    const page = asked.donor ? await donorsPage(asked, { folder, release }, load) : await openPage(asked, load);
    if ("kind" in page) return page;
    if (page.status !== 200) return refused(`The report could not be made (${page.status}).`);
    const { made_at } = await load<{ made_at: string }>(`/v1/releases/${release}`);
    asked.progress?.(asked.format);
    const bytes = await written[asked.format](page.html, asked.address, new Date(made_at));
    await writeFile(asked.out, bytes);
    return { kind: "written", out: resolve(asked.out), bytes: bytes.length, release };
  } finally {
    await releases.close();
  }
}

type Load = <T>(path: string) => Promise<T>;

/** The report page as anybody sees it. */
async function openPage(asked: ReportAsked, load: Load): Promise<RenderedPage | ReportWritten> {
  const known = await load<{ countries: { country: string }[]; regions: { region: string }[] }>("/v1/countries");
  if (asked.country && !known.countries.some(({ country }) => country === asked.country))
    return refused(`The release knows no country ${asked.country}; write a code such as GTM.`);
  if (asked.region && !known.regions.some(({ region }) => region === asked.region))
    return refused(`The release knows no region ${asked.region}; write a code such as africa.`);
  const url = new URL("/report", asked.address);
  for (const name of ["country", "region", "time", "lang"] as const)
    if (asked[name]) url.searchParams.set(name, asked[name]);
  return renderPage({ url, acceptLanguage: asked.lang, load });
}

/** A donor's report, of the file that was made for it alone. */
async function donorsPage(
  asked: ReportAsked,
  { folder, release }: { readonly folder: string; readonly release: number },
  load: Load,
): Promise<RenderedPage | ReportWritten> {
  const { donor = "", grant } = asked;
  const { donors = {} } = await readManifest(folder, release);
  const file = donors[donor];
  if (!file) return refused(`The release has no donor ${donor}; it has ${Object.keys(donors).join(", ") || "none"}.`);
  const store = await openReader(join(folder, String(release), file));
  try {
    const cells = database(store);
    const known = await grantsOf(cells);
    if (grant && !known.includes(grant))
      return refused(`${donor} has no grant ${grant}; it has ${known.join(", ") || "none"}.`);
    const url = new URL("/donor-report", asked.address);
    url.searchParams.set("donor", donor);
    url.searchParams.set("lang", asked.lang);
    if (grant) url.searchParams.set("of", grant);
    return await renderDonorReport({
      url,
      acceptLanguage: asked.lang,
      load: async <T>(path: string): Promise<T> => {
        const { pathname, searchParams } = new URL(path, asked.address);
        if (pathname !== "/v1/cells" || !searchParams.has("grant")) return load<T>(path);
        const { format: _, ...query } = CellQuery.parse(Object.fromEntries(searchParams));
        return { cells: await findDonorCells(cells, donor, query) } as T;
      },
    });
  } finally {
    store.close();
  }
}
