import type { Asked, Keep, Told } from "../worker.ts";

/** Asks the browser to keep what was read, once the page stands and the line is free. Without a worker nothing is kept. */
export async function keepForOffline(keep: Keep): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register("/worker.js", {
      type: "module",
      updateViaCache: "none",
    });
    await navigator.serviceWorker.ready;
    const worker = registration.active ?? navigator.serviceWorker.controller;
    worker?.postMessage({ kind: "keep", keep } satisfies Asked);
  } catch {
    // A browser may refuse workers (private windows do); the dashboard then needs a connection, and works as before.
  }
}

/**
 * Tells whether the server can be reached, now and whenever that changes; gives what ends the watch. The worker knows it from
 * what it fetches: a browser may call itself online on a line that leads nowhere.
 */
export function watchLine(tell: (gone: boolean) => void): () => void {
  const look = () => tell(!navigator.onLine);
  const hear = ({ data }: MessageEvent<Told>) => data.kind === "line" && tell(data.gone);
  const workers = "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
  addEventListener("online", look);
  addEventListener("offline", look);
  workers?.addEventListener("message", hear);
  look();
  workers?.controller?.postMessage({ kind: "line" } satisfies Asked);
  return () => {
    removeEventListener("online", look);
    removeEventListener("offline", look);
    workers?.removeEventListener("message", hear);
  };
}

/** Calls back when the page has been still for a while; never on a line that asks to save data. */
export function whenIdle(work: () => void): void {
  const line = (navigator as { connection?: { saveData?: boolean } }).connection;
  if (line?.saveData) return;
  setTimeout(() => ("requestIdleCallback" in globalThis ? requestIdleCallback(work) : work()), 3000);
}
