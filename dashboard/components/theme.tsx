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
    <label class="theme needs-script">
      <span class="visually-hidden">{t("app.theme")}</span>
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
