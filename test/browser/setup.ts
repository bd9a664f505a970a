import { spawn } from "node:child_process";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { build } from "../../dashboard/build.ts";
import { root } from "../home.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a server over the sample home, started by the command. */
    address: string;
  }
}

/** Builds the dashboard and serves the sample home as a user would, on a free port. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await build();
  const home = project.getProvidedContext().sampleHome;
  const server = spawn(process.execPath, [join(root, "trama.js"), "serve", "--home", home, "--port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
    server.stderr.on("data", (text: Buffer) => {
      said += text;
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
  });
  project.provide("address", address);
  return async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
  };
}
