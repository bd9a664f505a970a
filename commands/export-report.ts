import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createApp } from "../api/app.ts";
import { openReleases } from "../api/release.ts";
import { build } from "../dashboard/build.ts";
import { renderPage } from "../dashboard/render.ts";
import { readAssets } from "../dashboard/server/manifest.ts";
import { selfContained } from "../dashboard/server/self-contained.ts";

/** What a report that leaves the house is about; left out, the first country and the last year. */
export interface ReportAsked {
  readonly home: string;
  readonly out: string;
  readonly country?: string;
  readonly region?: string;
  readonly time?: string;
  readonly lang: string;
  /** Address that the citation names. */
  readonly address: string;
}

/** What came of it; a refusal says what to do. */
export type ReportWritten =
  | { readonly kind: "written"; readonly out: string; readonly bytes: number; readonly release: number }
  | { readonly kind: "refused"; readonly reason: string };

const refused = (reason: string): ReportWritten => ({ kind: "refused", reason });

/** Writes the report view of the current release as one HTML file, of public figures only. */
export async function exportReport(asked: ReportAsked): Promise<ReportWritten> {
  await build();
  const releases = openReleases(join(asked.home, "releases"));
  try {
    const app = createApp({ releases });
    const url = new URL("/report", asked.address);
    for (const name of ["country", "region", "time", "lang"] as const)
      if (asked[name]) url.searchParams.set(name, asked[name]);
    const load = async <T>(path: string): Promise<T> => {
      const response = await app.request(path, { headers: { accept: "application/json" } });
      const body = (await response.json()) as T;
      if (!response.ok) throw body;
      return body;
    };
    const release = await releases.current();
    if (release === null) return refused("Nothing has been published yet: run trama publish first.");
    const known = await load<{ countries: { country: string }[]; regions: { region: string }[] }>("/v1/countries");
    if (asked.country && !known.countries.some(({ country }) => country === asked.country))
      return refused(`The release knows no country ${asked.country}; write a code such as GTM.`);
    if (asked.region && !known.regions.some(({ region }) => region === asked.region))
      return refused(`The release knows no region ${asked.region}; write a code such as africa.`);
    const page = await renderPage({ url, acceptLanguage: asked.lang, load });
    if (page.status !== 200) return refused(`The report could not be made (${page.status}).`);
    const dist = new URL("../dashboard/dist", import.meta.url);
    const styles = await Promise.all(
      (await readAssets()).styles.map((file) => readFile(`${dist.pathname}${file}`, "utf8")),
    );
    const text = selfContained(page.html, styles.join("\n"));
    await writeFile(asked.out, text);
    return { kind: "written", out: resolve(asked.out), bytes: Buffer.byteLength(text), release };
  } finally {
    await releases.close();
  }
}
