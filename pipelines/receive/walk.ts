import { type Dirent, promises as fs } from "node:fs";
import { join } from "node:path";
import type { Refusal } from "../step.ts";

/** A path asked for and what stood there: a file to read, or why there is none. */
export type Found = { readonly path: string; readonly refusal?: undefined } | { readonly path: string; readonly refusal: Refusal };

/** Every file under the given paths, folders walked recursively in name order; nothing is left out in silence. */
export async function* walk(paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) {
    const stat = await fs.stat(path).catch((error: NodeJS.ErrnoException) => error);
    if (stat instanceof Error) yield { path, refusal: unreadable(path, stat) };
    else if (stat.isDirectory()) yield* walkFolder(path);
    else if (stat.isFile()) yield { path };
    else yield { path, refusal: { code: "path.not-a-file", message: `${path} is neither a file nor a folder. Name a file or a folder.` } };
  }
}

async function* walkFolder(folder: string): AsyncGenerator<Found> {
  const files: string[] = [];
  for (const entry of await fs.readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) files.push(join(parentOf(entry, folder), entry.name));
  }
  const reports = files.filter((path) => !/(^|[\\/])(\.[^\\/]*|~\$[^\\/]*|Thumbs\.db)$/.test(path)).sort();
  if (reports.length === 0)
    yield { path: folder, refusal: { code: "folder.empty", message: `The folder ${folder} holds no files. Put the reports there, or name another folder.` } };
  for (const path of reports) yield { path };
}

function parentOf(entry: Dirent, folder: string): string {
  return entry.parentPath ?? (entry as unknown as { path: string }).path ?? folder;
}

function unreadable(path: string, error: NodeJS.ErrnoException): Refusal {
  if (error.code === "ENOENT") return { code: "path.missing", message: `There is no file or folder ${path}. Check the spelling and the folder you are in.` };
  return { code: "path.unreadable", message: `${path} cannot be read (${error.code}). Check that you may open it.` };
}
