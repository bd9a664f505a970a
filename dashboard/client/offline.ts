import type { Keep } from "../worker.ts";

/** Asks the browser to keep what was read, once the page stands and the line is free. Without a worker nothing is kept. */
export async function keepForOffline(keep: Keep): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register("/worker.js", {
      type: "module",
      updateViaCache: "none",
    });
    await navigator.serviceWorker.ready;
    (registration.active ?? navigator.serviceWorker.controller)?.postMessage(keep);
  } catch {
    // A browser may refuse workers (private windows do); the dashboard then needs a connection, and works as before.
  }
}

/** Calls back when the page has been still for a while; never on a line that asks to save data. */
export function whenIdle(work: () => void): void {
  const line = (navigator as { connection?: { saveData?: boolean } }).connection;
  if (line?.saveData) return;
  setTimeout(() => ("requestIdleCallback" in globalThis ? requestIdleCallback(work) : work()), 3000);
}
