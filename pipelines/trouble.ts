import { HomeTrouble } from "./home.ts";
import { RawDamage } from "./receive/raw-store.ts";

/** The working store cannot be trusted: it lacks what the ledger says was loaded, or cannot be read. */
export class DoubtfulStore extends HomeTrouble {}

/** What a system's error code means for a home, and what to do. */
const codes: Readonly<Record<string, (folder: string) => string>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  EROFS: (folder) =>
    `${folder} lies on a disk that is read-only. Make it writable, or name another home with --home; nothing was changed.`,
  EACCES: denied,
  EPERM: denied,
  EIO: (folder) =>
    `The disk of ${folder} failed while it was read or written. Copy what can be copied to another disk, then run trama verify there.`,
};

/** Words by which DuckDB tells of the same. */
const words: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|Disk quota exceeded|File too large|disk may be full/i, "ENOSPC"],
  [/Read-only file system/i, "EROFS"],
  [/Permission denied/i, "EACCES"],
  [/Input\/output error/i, "EIO"],
];

/**
 * Trouble of the disk or of a file, told with its place and its remedy; undefined where the error is none of these and
 * thus a fault of ours.
 */
export function storageTrouble(error: unknown, folder: string): HomeTrouble | undefined {
  if (error instanceof HomeTrouble) return error;
  if (error instanceof RawDamage) return new HomeTrouble(error.message);
  if (!(error instanceof Error)) return undefined;
  const code = (error as NodeJS.ErrnoException).code ?? words.find(([pattern]) => pattern.test(error.message))?.[1];
  const say = code === undefined ? undefined : codes[code];
  if (say) return new HomeTrouble(say(folder), { cause: error });
  return storeTrouble(error, folder);
}

/** DuckDB found a file of its own other than it wrote it. */
function storeTrouble(error: Error, folder: string): HomeTrouble | undefined {
  const damaged =
    /corrupt|checksum|not a valid DuckDB|database has been invalidated|replaying WAL|Serialization Error|deserializ|INTERNAL Error|Could not read|magic bytes|WAL|storage version|encrypted|out of range|Cannot open file|metadata/i;
  if (!damaged.test(error.message)) return undefined;
  const file = /[^\s"']*(?:restricted|public)\.duckdb/.exec(error.message)?.[0];
  if (file)
    return new HomeTrouble(`${file} is damaged. Run trama rebuild; it makes the release again.`, { cause: error });
  return new DoubtfulStore(
    `The working store ${folder}/working.duckdb is damaged. Run trama rebuild: it is made again from the raw files and the ledger.`,
    { cause: error },
  );
}

function full(folder: string): string {
  return `There is no room left for ${folder} (disk full, or a limit on the size of files). Make room, then do it again: what was acknowledged is kept, what was not can be filed again.`;
}

function denied(folder: string): string {
  return `This user may not write ${folder}. Run as its owner, or name another home with --home.`;
}
