import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../home.ts";

/**
 * Starts a process of this folder that waits for its word; `run` gives it, lets it work for a while, and kills it with no
 * warning. It gives the lines that the process printed after that.
 */
export function startToKill(script: string, home: string, folder: string, first: number) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(root, "test/faults", script), home, folder, String(first)],
    { cwd: root, env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.base.json") } },
  );
  let said = "";
  let wrong = "";
  child.stderr.on("data", (text) => {
    wrong += text;
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", (text) => {
      said += text;
      resolve();
    });
  });
  const ended = new Promise<string[]>((resolve, reject) => {
    child.on("exit", (code, signal) => {
      if (signal !== "SIGKILL") reject(new Error(`The process ended by itself (${code}): ${wrong}`));
      else
        resolve(
          said
            .slice(0, said.lastIndexOf("\n") + 1)
            .split("\n")
            .filter(Boolean)
            .slice(1),
        );
    });
  });
  const saw = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!said.includes(text)) return;
        child.stdout.off("data", look);
        resolve();
      };
      child.stdout.on("data", look);
      look();
    });
  return {
    /** Kills it so many milliseconds after it began, or after it said a text for the first time. */
    async run(wait: number, after?: string): Promise<string[]> {
      await ready;
      child.stdin.write("begin\n");
      const killed = after ? saw(after).then(() => undefined) : Promise.resolve();
      await Promise.race([killed, ended]);
      setTimeout(() => child.kill("SIGKILL"), wait);
      return ended;
    },
    async stop(): Promise<void> {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
