import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InvalidArgumentError } from "commander";
import { type Accounts, firstAdmin, openAccounts } from "../api/accounts/accounts.ts";
import { answers, type OidcSettings, OidcTrouble, readOidc } from "../api/accounts/oidc.ts";
import { makeSampleAccounts } from "../api/accounts/samples.ts";
import { ingest, withHome } from "../pipelines/ingest.ts";
import { publish } from "../pipelines/publish/publish.ts";
import { currentRelease } from "../pipelines/publish/releases.ts";
import { clearSamples } from "../pipelines/review/clear-samples.ts";
import { type Common, command, now, program } from "./command.ts";

interface Serving {
  readonly port: number;
  readonly host: string;
  readonly address?: string;
  readonly metrics?: number;
  readonly log: boolean;
  readonly reportingOrg?: string;
  readonly reportingName?: string;
}

for (const [name, description] of [
  ["serve", "API and dashboard over the current release"],
  ["start", "first start: build, file the sample reports, publish; then serve"],
] as const)
  command(name, description)
    .option("--port <number>", "port (or PORT)", port, port(process.env.PORT ?? "4321"))
    .option("--host <host>", "address to listen on", "127.0.0.1")
    .option("--address <url>", "address under which browsers reach it, where a proxy stands in front")
    .option("--metrics <number>", "port of this machine alone for Prometheus (/metrics); none otherwise", port)
    .option("--reporting-org <ref>", "IATI identifier of the organisation that publishes IATI files of real data")
    .option("--reporting-name <name>", "its name; the identifier otherwise")
    .option("--log", "a line of JSON for each request on stderr, without data", false)
    .action(async (options: Common & Serving) => {
      const oidc = await identityProvider(options.address);
      const samples = name === "start" && (await prepare(options));
      const accounts = await openAccounts(options.home, { address: options.address, oidc });
      await tellFirst(accounts, samples);
      const { serve } = await import("../api/server.ts");
      const { renderPage } = await import("../dashboard/render.ts");
      await serve({
        host: options.host,
        port: options.port,
        accounts,
        address: options.address,
        home: resolve(options.home),
        releases: join(options.home, "releases"),
        works: fileURLToPath(new URL("../pipelines/asked/child.js", import.meta.url)),
        documents: fileURLToPath(new URL("./asked/child.js", import.meta.url)),
        publisher: options.reportingOrg
          ? { ref: options.reportingOrg, name: options.reportingName ?? options.reportingOrg }
          : undefined,
        renderPage,
        assets: fileURLToPath(new URL("../dashboard/dist", import.meta.url)),
        say: (line) => console.error(line),
        metricsPort: options.metrics,
        log: options.log ? (line) => console.error(line) : undefined,
      });
    });

/** The organisation's identity provider, as TRAMA_OIDC_… name it; while it does not answer, people sign in by password. */
async function identityProvider(address: string | undefined): Promise<OidcSettings | undefined> {
  const settings = await readOidc(process.env, address).catch((error: unknown) => {
    if (error instanceof OidcTrouble) return program.error(`error: ${error.message}`, { exitCode: 2 });
    throw error;
  });
  if (!settings || (await answers(settings))) return settings;
  console.error(`The identity provider ${settings.issuer} does not answer as such; start again once it does.`);
  return undefined;
}

/** First start: makes the accounts that are needed to sign in, and tells their passwords this once. */
async function tellFirst(accounts: Accounts, samples: boolean): Promise<void> {
  const made = samples ? await makeSampleAccounts(accounts) : [];
  const admin = await firstAdmin(accounts);
  if (admin) console.error(`First start: sign in as "admin" with the one-time password ${admin.password}`);
  if (made.length === 0) return;
  console.error("One account of each role over the sample data; these passwords are told this once:");
  for (const { account, password } of made) console.error(`  ${account.name.padEnd(12)} ${password}`);
}

/**
 * Builds the dashboard, and fills a home that has no release with the sample reports, by the same road as any report.
 * Says whether it did.
 */
async function prepare(options: Common): Promise<boolean> {
  const { build } = await import("../dashboard/build.ts");
  await build();
  if ((await currentRelease(join(options.home, "releases"))) !== undefined) return false;
  const { writeSamples } = await import("@trama/data/samples");
  const folder = await mkdtemp(join(tmpdir(), "trama-samples-"));
  try {
    console.error("First start: filing the synthetic sample reports.");
    await writeSamples(folder);
    const { totals } = await ingest(options.home, now, [folder], { patience: 10_000 });
    console.error(
      `${totals.files} files, ${totals.read} rows: ${totals.accepted} accepted, ${totals.rejected} rejected, ${totals.quarantined} held, ${totals.skipped} skipped.`,
    );
    await withHome(options.home, now, "review", 10_000, clearSamples);
    const { release } = await withHome(options.home, now, "publish", 10_000, (home) =>
      publish(home, { note: "Synthetic sample data" }),
    );
    console.error(`Release ${release} published.`);
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return number;
}
