// Runs before the first paint, so that a reader who chose dark never sees a flash of light.
{
  let kept: string | null = null;
  try {
    kept = localStorage.getItem("trama-theme");
  } catch {
    // Storage may be forbidden; the device then decides.
  }
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
}

export {};
