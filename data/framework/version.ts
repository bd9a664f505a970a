import type { Lang } from "../codelists/languages.ts";

interface FrameworkVersion {
  readonly version: string;
  /** `proposal` until Protection International has reviewed it. */
  readonly status: "proposal" | "reviewed";
  readonly source: {
    readonly title: string;
    readonly publisher: string;
    readonly authors: readonly string[];
    readonly year: number;
    readonly isbn: string;
    readonly licence: string;
  };
  /** Whether the wording in a language has been reviewed by a native speaker; shown beside texts that have not. */
  readonly languages: Readonly<Record<Lang, { readonly reviewed: boolean }>>;
}

/** Which framework this is and how far it has been agreed. A figure always carries the version it was made with. */
export const version: FrameworkVersion = {
  version: "0.1.0",
  status: "proposal",
  source: {
    title: "A Critical Approach to Collective Protection: Taking Stock of Protection International's Experience",
    publisher: "Protection International",
    authors: ["Mauricio Angel", "Sylvain Lefebvre"],
    year: 2024,
    isbn: "978-2-931244-24-1",
    licence: "CC BY-NC-SA 4.0",
  },
  languages: { en: { reviewed: false }, es: { reviewed: false }, fr: { reviewed: false } },
};
