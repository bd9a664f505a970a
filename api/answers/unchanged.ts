/** Whether a caller who names these tags (`If-None-Match`) has the answer of that tag already, packed or not. */
export function isUnchanged(asked: string | undefined, etag: string): boolean {
  return asked?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag) ?? false;
}
