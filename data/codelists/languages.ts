/** The languages every text of the product exists in. */
export const languages = ["en", "es", "fr"] as const;

export type Lang = (typeof languages)[number];

/** A short text in every language. */
export type Labels = Readonly<Record<Lang, string>>;

/** Each language by its own name. */
export const languageNames: Labels = { en: "English", es: "Español", fr: "Français" };

/** True for a language the product speaks. */
export function isLang(text: string): text is Lang {
  return (languages as readonly string[]).includes(text);
}
