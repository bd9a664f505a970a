/**
 * Follows plain clicks on links to our own views without loading a new document. Anything unusual (another button, a
 * modifier, a download, a link marked `data-plain`) is left to the browser.
 */
export function followLinks(isOurs: (url: URL) => boolean, go: (href: string) => void): () => void {
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download") || link.dataset.plain !== undefined) return;
    const url = new URL(link.href, location.href);
    if (url.origin !== location.origin || (url.hash && url.pathname === location.pathname) || !isOurs(url)) return;
    event.preventDefault();
    go(url.href);
  };
  document.addEventListener("click", onClick);
  return () => document.removeEventListener("click", onClick);
}
