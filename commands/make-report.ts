import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { database, openReader } from "@trama/data/store";
import { createApp } from "../api/app.ts";
import { CellQuery, type RenderedPage } from "../api/contract/index.ts";
import { findDonorCells, grantsOf } from "../api/queries/donor/cells.ts";
import { openReleases } from "../api/release.ts";
import { paperOf } from "../dashboard/paper/blocks.ts";
import { renderDonorReport, renderPage } from "../dashboard/render.ts";
import { readAssets } from "../dashboard/server/manifest.ts";
import { selfContained } from "../dashboard/server/self-contained.ts";
import { readManifest } from "../pipelines/publish/releases.ts";
import type { ReportFormat } from "./report-formats.ts";

/** What a report that leaves the house is about; without a place or a donor, the whole. */
export interface ReportAsked {
  readonly home: string;
  /** A release that is kept; left out, the current one. */
  readonly release?: number | undefined;
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  /** A year, or a span of years such as 2019..2025; left out, the last year. */
  readonly time?: string | undefined;
  /** A donor whose own figures it is made of, and one of its grants. */
  readonly donor?: string | undefined;
  readonly grant?: string | undefined;
  readonly lang: string;
  readonly format: ReportFormat;
  /** Address that the citation names. */
  readonly address: string;
  readonly progress?: ((step: string) => void) | undefined;
}

/** What came of it; a refusal says what to do. */
export type ReportMade =
  | { readonly kind: "made"; readonly bytes: Buffer; readonly release: number }
  | { readonly kind: "refused"; readonly reason: string };

const refused = (reason: string): Extract<ReportMade, { kind: "refused" }> => ({ kind: "refused", reason });

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
  docx: async (html, address, madeAt) => {
    const [{ docxOf }, { steadyDocx }] = await Promise.all([
      import("../dashboard/paper/docx.ts"),
      import("./steady-docx.ts"),
    ]);
    return steadyDocx(await docxOf(paperOf(html, address)), madeAt);
  },
};

/**
 * Makes a report of a release: one HTML file, a tagged PDF or a Word document, of safe figures only. The same release and
 * question give the same bytes. One HTML file holds the styles of the last build.
 */
export async function makeReport(asked: ReportAsked): Promise<ReportMade> {
  const folder = join(asked.home, "releases");
  const releases = openReleases(folder, asked.release);
  try {
    asked.progress?.("read");
    const app = createApp({ releases });
    const load = async <T>(path: string): Promise<T> => {
      const response = await app.request(path, { headers: { accept: "application/json" } });
      const body = (await response.json()) as T;
      if (!response.ok) throw body;
      return body;
    };
    const release = await releases.current();
    if (release === null) return refused("Nothing has been published yet: run trama publish first.");
    const manifest = await readManifest(folder, release).catch(() => undefined);
    if (!manifest) return refused(`Release ${release} is not kept here. See trama releases.`);
    const known = await load<Known>("/v1/countries");
    const years = known.countries.flatMap((one) => one.years);
    const [from = "", to = from] = (asked.time ?? "").split("..");
    if (from !== "" && !years.some((year) => Number(from) <= year && year <= Number(to)))
      return refused(
        `Release ${release} has no figures of ${asked.time}, but of ${[...new Set(years)].sort().join(", ")}.`,
      );
    const page = asked.donor
      ? await donorsPage(asked, join(folder, String(release)), manifest.donors ?? {}, load)
      : await openPage(asked, known, load);
    if ("kind" in page) return page;
    if (page.status !== 200) return refused(`The report could not be made (${page.status}).`);
    asked.progress?.(asked.format);
    const bytes = await written[asked.format](page.html, asked.address, new Date(manifest.made_at));
    return { kind: "made", bytes, release };
  } finally {
    await releases.close();
  }
}

/** What of a release's places is looked at before a page of it is made. */
interface Known {
  readonly countries: readonly { readonly country: string; readonly years: readonly number[] }[];
  readonly regions: readonly { readonly region: string }[];
}

type Load = <T>(path: string) => Promise<T>;

/** The report page as anybody sees it. */
async function openPage(asked: ReportAsked, known: Known, load: Load): Promise<RenderedPage | ReportMade> {
  if (asked.country && !known.countries.some(({ country }) => country === asked.country))
    return refused(`The release knows no country ${asked.country}; write a code such as GTM.`);
  if (asked.region && !known.regions.some(({ region }) => region === asked.region))
    return refused(`The release knows no region ${asked.region}; write a code such as africa.`);
  return render(asked, "/report", { country: asked.country, region: asked.region }, (url) =>
    renderPage({ url, acceptLanguage: asked.lang, load }),
  );
}

/** A donor's report, of the file that was made for it alone. */
async function donorsPage(
  asked: ReportAsked,
  folder: string,
  donors: Readonly<Record<string, string>>,
  load: Load,
): Promise<RenderedPage | ReportMade> {
  const { donor = "", grant } = asked;
  const file = donors[donor];
  if (!file) return refused(`The release has no donor ${donor}; it has ${Object.keys(donors).join(", ") || "none"}.`);
  const store = await openReader(join(folder, file));
  try {
    const cells = database(store);
    const known = await grantsOf(cells);
    if (grant && !known.includes(grant))
      return refused(`${donor} has no grant ${grant}; it has ${known.join(", ") || "none"}.`);
    const loadOwn = async <T>(path: string): Promise<T> => {
      const { pathname, searchParams } = new URL(path, asked.address);
      if (pathname !== "/v1/cells" || !searchParams.has("grant")) return load<T>(path);
      const { format: _, ...query } = CellQuery.parse(Object.fromEntries(searchParams));
      return { cells: await findDonorCells(cells, donor, query) } as T;
    };
    return await render(asked, "/donor-report", { donor, of: grant }, (url) =>
      renderDonorReport({ url, acceptLanguage: asked.lang, load: loadOwn }),
    );
  } finally {
    store.close();
  }
}

/** The page at the address that the report cites, in its language and for its years. */
function render(
  { address, lang, time }: ReportAsked,
  path: string,
  about: Readonly<Record<string, string | undefined>>,
  rendering: (url: URL) => Promise<RenderedPage>,
): Promise<RenderedPage> {
  const url = new URL(path, address);
  for (const [name, value] of Object.entries({ ...about, time, lang })) if (value) url.searchParams.set(name, value);
  return rendering(url);
}
