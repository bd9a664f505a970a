/** A page of the dashboard as the server hands it out. */
export interface RenderedPage {
  readonly status: number;
  readonly html: string;
}

/**
 * How the dashboard renders a page on the server: given its address and a way to read the API, it answers with the
 * whole document. `load` takes an API path such as `/v1/countries` and rejects with the problem where the API refuses.
 */
export type RenderPage = (page: {
  readonly url: URL;
  readonly acceptLanguage: string;
  readonly load: <T>(path: string) => Promise<T>;
}) => Promise<RenderedPage>;
