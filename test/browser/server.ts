import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../home.ts";

/** A server over a home, started by the command on a free port. */
export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

export async function serveHome(
  home: string,
  more: { readonly args?: readonly string[]; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Served> {
  const { args = ["--port", "0"], env = {} } = more;
  const server = spawn(process.execPath, [join(root, "trama.js"), "serve", "--home", home, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
  });
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
    server.stderr.on("data", (text: Buffer) => {
      said += text;
      const found = /answers at (http:\/\/\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  return {
    address,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
    },
  };
}
