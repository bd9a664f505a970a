import { type Manifest, type PackageFormat, packageAbout, packageResource, type Table } from "@trama/data/schema";
import { packaged } from "./contents.ts";

/** A file of the package. */
export interface PackagedFile {
  readonly table: string;
  readonly format: PackageFormat;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The package's `datapackage.json` (Data Package, version 2): a resource for each table and format, with its files. */
export function descriptor(manifest: Manifest, files: readonly PackagedFile[]): Record<string, unknown> {
  const groups = new Map<string, PackagedFile[]>();
  for (const file of files)
    groups.set(`${file.table}-${file.format}`, [...(groups.get(`${file.table}-${file.format}`) ?? []), file]);
  return { ...packageAbout(manifest), resources: [...groups.values()].map((group) => resource(group)) };
}

function resource(files: readonly PackagedFile[]): Record<string, unknown> {
  const [first] = files as [PackagedFile];
  const table = packaged.find((each) => each.table.name === first.table)?.table as Table;
  return {
    ...packageResource(table, first.format, files.length === 1 ? first.path : files.map(({ path }) => path)),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(files.length === 1 ? { hash: `sha256:${first.sha256}` } : {}),
  };
}
