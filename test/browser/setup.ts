import type { TestProject } from "vitest/node";
import { build } from "../../dashboard/build.ts";
import { serveHome } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a server over the sample home, started by the command. */
    address: string;
  }
}

/** Builds the dashboard and serves the sample home as a user would, on a free port. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await build();
  const { address, stop } = await serveHome(project.getProvidedContext().sampleHome);
  project.provide("address", address);
  return stop;
}
