import type { Manifest } from "./manifest.ts";

/** Under which terms the figures may be used: those of the publication that they measure. */
export const licence = {
  name: "CC-BY-NC-SA-4.0",
  title: "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International",
  path: "https://creativecommons.org/licenses/by-nc-sa/4.0/",
} as const;

/** What a release's open data are called; invented data say so. */
export function packageTitle({ release, synthetic }: Manifest): string {
  const words = `Outcomes of collective protection, release ${release}`;
  return synthetic ? `${words} (SYNTHETIC SAMPLE DATA)` : words;
}

/** What a release's `datapackage.json` (Data Package, version 2) says of it, without its resources. */
export function packageAbout(manifest: Manifest) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `trama-release-${manifest.release}`,
    title: packageTitle(manifest),
    description: `${manifest.synthetic ? "SYNTHETIC SAMPLE DATA: no figure in it is real. " : ""}Published figures of collective protection, each published or withheld; a withheld cell tells nothing.`,
    version: `${manifest.release}.0.0`,
    created: manifest.made_at,
    licenses: [licence],
    contributors: [{ title: "Trama", roles: ["publisher"] }],
    sources: [
      {
        title: "Protection International (2024), A Critical Approach to Collective Protection",
        path: "https://www.protectioninternational.org/",
      },
    ],
  };
}
