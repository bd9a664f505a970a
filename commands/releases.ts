import { join } from "node:path";
import { publish } from "../pipelines/publish/publish.ts";
import { rollback, withdraw } from "../pipelines/publish/reach.ts";
import { currentRelease, listReleases, readManifest } from "../pipelines/publish/releases.ts";
import { progressBar } from "../pipelines/say/progress.ts";
import { type Common, command, inHome, moment, print, whole } from "./command.ts";

command("publish", "derive, protect and check a release, then make it the current one")
  .option("--note <text>", "what is new, for the readers of the release")
  .option("--as-of <moment>", "what was believed then: a date (its end) or a moment, in UTC", moment)
  .option("--keep <number>", "how many releases to keep, three at least", whole)
  .action(async (options: Common & { note?: string; asOf?: Date; keep?: number }) => {
    const bar = progressBar(options.json);
    const { note, asOf, keep } = options;
    const manifest = await inHome(options, "publish", (home) =>
      publish(home, { note, asOf, keep, progress: bar.note }),
    );
    bar.end();
    print(options, manifest, () => [
      `Release ${manifest.release} is current.`,
      ...Object.entries(manifest.tables).map(
        ([table, hash]) => `  ${table.padEnd(44)} ${hash.split(":")[0]?.padStart(9)} rows`,
      ),
    ]);
  });

command("releases", "list the releases").action(async (options: Common) => {
  const folder = join(options.home, "releases");
  const current = await currentRelease(folder);
  const manifests = await Promise.all((await listReleases(folder)).map((release) => readManifest(folder, release)));
  const listed = manifests.map(({ release, made_at, note, synthetic }) => ({
    release,
    made_at,
    note,
    synthetic,
    current: release === current,
  }));
  print(options, { releases: listed }, () =>
    listed.map(({ release, made_at, note, current: is }) => `${is ? "*" : " "} ${release}  ${made_at}  ${note ?? ""}`),
  );
});

command("rollback", "point readers back to an earlier release")
  .argument("<release>", "number of the release", whole)
  .action(async (release: number, options: Common) => {
    await inHome(options, "rollback", (home) => rollback(home, release));
    print(options, { current: release }, () => [`Release ${release} is current.`]);
  });

command("withdraw", "take an unsafe release out of reach: whoever asks for it is told that it was withdrawn")
  .argument("<release>", "number of the release", whole)
  .action(async (release: number, options: Common) => {
    const current = await inHome(options, "withdraw", (home) => withdraw(home, release));
    print(options, { withdrawn: release, current }, () => [
      `Release ${release} is withdrawn.`,
      current === null
        ? "No release is left to show. Publish one with trama publish."
        : `Release ${current} is current.`,
    ]);
  });
