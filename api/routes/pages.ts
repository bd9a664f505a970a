import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { RenderPage } from "../contract/index.ts";
import { problems } from "../problems.ts";

/** Where the dashboard's built files lie. */
export interface Assets {
  readonly folder: string;
}

const brotli = promisify(brotliCompress);
const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** The dashboard: pages rendered here, so that they read without scripts, and their hashed files. */
export function pageRoutes(app: OpenAPIHono, renderPage: RenderPage, assets?: Assets): void {
  if (assets)
    app.get("/worker.js", async (c) => {
      const text = await readFile(join(assets.folder, "worker.js")).catch(() => null);
      if (text === null) throw problems.notFound(c.req.path);
      return new Response(new Uint8Array(text), {
        headers: { "Content-Type": types[".js"] as string, "Cache-Control": "no-cache" },
      });
    });
  if (assets) app.get("/assets/*", (c) => serveAsset(c.req.path, c.req.header("accept-encoding") ?? "", assets));
  app.get("/", (c) => c.redirect(`/overview${new URL(c.req.url).search}`, 302));
  app.get("*", async (c, next) => {
    if (/^\/(v1|assets|openapi\.json)(\/|$)/.test(c.req.path)) return next();
    const page = await renderPage({
      url: new URL(c.req.url),
      acceptLanguage: c.req.header("accept-language") ?? "",
      load: async <T>(path: string) => {
        const response = await app.request(path, { headers: { accept: "application/json" } });
        const body = (await response.json()) as T;
        if (!response.ok) throw body;
        return body;
      },
    });
    c.header("Cache-Control", "public, max-age=60");
    c.header("Vary", "Accept-Language, Accept-Encoding");
    return c.html(page.html, page.status as 200);
  });
}

interface Kept {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer>;
}
const kept = new Map<string, Promise<Kept>>();

async function serveAsset(path: string, encodings: string, { folder }: Assets): Promise<Response> {
  const file = join(folder, normalize(decodeURIComponent(path)));
  const type = types[extname(file)];
  if (!file.startsWith(join(folder, "assets")) || !type || !(await isFile(file))) throw problems.notFound(path);
  if (!kept.has(file)) kept.set(file, readAsset(file));
  const asset = (await kept.get(file)) as Kept;
  const packed = encodings.includes("br");
  return new Response(packed ? asset.brotli : asset.plain, {
    headers: {
      "Content-Type": type,
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
      ...(packed ? { "Content-Encoding": "br" } : {}),
    },
  });
}

async function readAsset(file: string): Promise<Kept> {
  const plain = new Uint8Array(await readFile(file));
  return { plain, brotli: new Uint8Array(await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })) };
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
