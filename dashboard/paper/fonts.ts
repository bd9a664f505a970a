import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const files = createRequire(import.meta.url);

/** The faces that documents carry with them: text, its strong form, and signs that it lacks (arrows, ≥). */
export async function readFonts(): Promise<{ readonly text: Buffer; readonly strong: Buffer; readonly signs: Buffer }> {
  const [text, strong, signs] = await Promise.all(
    [
      "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
      "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
      "@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf",
    ].map((name) => readFile(files.resolve(name))),
  );
  return { text, strong, signs } as { text: Buffer; strong: Buffer; signs: Buffer };
}
