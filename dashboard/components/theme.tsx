import { useEffect, useState } from "preact/hooks";
import { useSurroundings } from "./context.ts";

const themes = ["system", "light", "dark"] as const;
type ThemeName = (typeof themes)[number];

/** Name under which the reader's choice is kept in this browser; `theme.ts` reads it before the first paint. */
export const themeKey = "trama-theme";

/** Lets the reader choose light or dark, or leave it to the device. */
export function Theme() {
  const { t } = useSurroundings().translator;
  const [theme, setTheme] = useState<ThemeName>("system");
  useEffect(() => {
    const kept = document.documentElement.dataset.theme;
    setTheme(themes.find((name) => name === kept) ?? "system");
  }, []);
  const choose = (name: ThemeName) => {
    setTheme(name);
    document.documentElement.dataset.theme = name;
    try {
      localStorage.setItem(themeKey, name);
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the page.
    }
  };
  return (
    <label class="theme needs-script" title={t("app.theme")}>
      <span class="visually-hidden">{t("app.theme")}</span>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="1.6" />
        <path d="M10 2.5a7.5 7.5 0 0 1 0 15z" fill="currentColor" />
      </svg>
      <select value={theme} data-testid="theme" onChange={(event) => choose(event.currentTarget.value as ThemeName)}>
        {themes.map((name) => (
          <option key={name} value={name}>
            {t(`app.theme.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
