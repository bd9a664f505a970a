import { parentPort } from "node:worker_threads";
import type { Call } from "./share-out.ts";

/** Does each call that comes, and says what came of it. */
parentPort?.on("message", ({ module, name, inputs }: Call) => {
  const work = async () => {
    const loaded = (await import(module)) as Record<string, (...inputs: readonly unknown[]) => Promise<unknown>>;
    return await loaded[name]?.(...inputs);
  };
  work().then(
    (value) => parentPort?.postMessage({ value }),
    (error: unknown) => parentPort?.postMessage({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
parentPort?.postMessage("ready");
