import { defineConfig } from "vitest/config";

/** Browser and whole-house tests start servers and files; the rest must stay quick. */
const project = (name: string, timeout: number, more: object = {}) => ({
  extends: true as const,
  test: { name, include: [`${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: 600_000, ...more },
});

export default defineConfig({
  test: {
    reporters: ["default", "./reporter.ts"],
    maxWorkers: 2,
    projects: [
      project("unit", 120_000),
      project("conventions", 60_000),
      project("migrations", 60_000),
      project("integration", 300_000, { globalSetup: ["./sample-home.ts"] }),
      project("conformance", 300_000),
      project("faults", Number(process.env.TRAMA_KILLS ?? 0) > 100 ? 3_600_000 : 900_000),
      project("browser", 240_000, { fileParallelism: false, globalSetup: ["./sample-home.ts", "./browser/setup.ts"] }),
    ],
  },
});
