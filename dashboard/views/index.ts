import type { View, ViewEntry } from "../state/view.ts";

/** Every view there is, in the order of the navigation; the code of each is loaded when it is first shown. */
export const views: readonly ViewEntry[] = [
  {
    name: "overview",
    path: "/overview",
    nav: "nav.overview",
    load: once(async () => (await import("./overview.tsx")).overview),
  },
  {
    name: "compare",
    path: "/compare",
    nav: "nav.compare",
    load: once(async () => (await import("./compare.tsx")).compare),
  },
  { name: "change", path: "/change", nav: "nav.change", load: once(async () => (await import("./change.tsx")).change) },
  {
    name: "country",
    path: "/country/:code",
    nav: null,
    load: once(async () => (await import("./country.tsx")).country),
  },
  { name: "result", path: "/result/:code", nav: null, load: once(async () => (await import("./result.tsx")).result) },
  {
    name: "progress",
    path: "/progress",
    nav: "nav.progress",
    work: true,
    load: once(async () => (await import("./progress.tsx")).progress),
  },
  {
    name: "outcomes",
    path: "/outcomes",
    nav: "nav.outcomes",
    work: true,
    load: once(async () => (await import("./outcomes.tsx")).outcomes),
  },
  {
    name: "quality",
    path: "/quality",
    nav: "nav.quality",
    load: once(async () => (await import("./quality.tsx")).quality),
  },
  { name: "report", path: "/report", nav: "nav.report", load: once(async () => (await import("./report.tsx")).report) },
  {
    name: "methods",
    path: "/methods",
    nav: "nav.methods",
    load: once(async () => (await import("./methods.tsx")).methods),
  },
  {
    name: "sign-in",
    path: "/sign-in",
    nav: null,
    work: true,
    load: once(async () => (await import("./sign-in.tsx")).signIn),
  },
  {
    name: "provenance",
    path: "/provenance",
    nav: null,
    work: true,
    load: once(async () => (await import("./provenance.tsx")).provenance),
  },
  {
    name: "funded",
    path: "/funded",
    nav: null,
    work: true,
    load: once(async () => (await import("./funded.tsx")).funded),
  },
  { name: "file", path: "/file", nav: null, work: true, load: once(async () => (await import("./file.tsx")).file) },
  {
    name: "review",
    path: "/review",
    nav: null,
    work: true,
    load: once(async () => (await import("./review.tsx")).review),
  },
  {
    name: "accounts",
    path: "/accounts",
    nav: null,
    work: true,
    load: once(async () => (await import("./accounts.tsx")).accounts),
  },
  { name: "how", path: "/how", nav: null, work: true, load: once(async () => (await import("./how.tsx")).how) },
  { name: "search", path: "/search", nav: null, load: once(async () => (await import("./search.tsx")).search) },
  { name: "style", path: "/style", nav: null, work: true, load: once(async () => (await import("./style.tsx")).style) },
];

/** Loads once: a view that was shown before is at hand without waiting, one that could not be loaded is tried again. */
function once(load: () => Promise<View>): () => Promise<View> {
  let known: Promise<View> | undefined;
  return () => {
    known ??= load().catch((cause) => {
      known = undefined;
      throw cause;
    });
    return known;
  };
}
