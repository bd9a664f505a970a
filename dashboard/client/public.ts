/** Answers that anyone may read; nothing else is ever kept in a reader's browser. */
const answers =
  /^\/v1\/(health|framework|countries|cells|distribution|change|completeness|methods|standardised|release-changes)$/;
/** Pages that anyone may read. */
const pages = /^\/(|overview|compare|change|quality|report|methods|search|style|progress|(country|result)\/[\w-]+)$/;

/** Whether an address of the API gives a public answer that may be kept for reading without a connection. */
export function isPublicAnswer({ pathname, searchParams }: URL): boolean {
  return answers.test(pathname) && !searchParams.has("grant") && !searchParams.has("project");
}

/** Whether an address is a public page. */
export function isPublicPage({ pathname }: URL): boolean {
  return pages.test(pathname);
}
