import { useState } from "preact/hooks";
import { loadPlot } from "../charts/plot.ts";
import { pngOf, saveFile, standalonePicture } from "../client/files.ts";
import type { MessageId } from "../locales/messages.ts";
import { useSurroundings } from "./context.ts";
import type { FigureProps } from "./figure.tsx";

/** Pictures are drawn anew at this width, whatever the screen, so that a phone gives the same file as a desk. */
const pictureWidth = 1040;

/** Ways to take a figure along: picture, the rows shown, the data behind it, the link. */
export function Downloads({ name, title, source, twin, draw, api }: FigureProps) {
  const { translator } = useSurroundings();
  const { t } = translator;
  const [said, setSaid] = useState<MessageId | null>(null);
  const file = (ending: string) => `trama-${name}.${ending}`;
  const picture = async () =>
    standalonePicture(draw({ plot: await loadPlot(), document }, pictureWidth).svg, { title, source });
  const attempt = (work: () => Promise<void>, failure: MessageId) => () => void work().catch(() => setSaid(failure));
  const svg = async () => saveFile(file("svg"), new Blob([await picture()], { type: "image/svg+xml" }));
  const png = async () => saveFile(file("png"), await pngOf(await picture()));
  const csv = async () => saveFile(file("csv"), new Blob([twin.csv()], { type: "text/csv;charset=utf-8" }));
  const link = async () => {
    await navigator.clipboard.writeText(`${location.href.replace(/#.*$/, "")}#${name}`);
    setSaid("download.copied");
  };
  const button = (id: "svg" | "png" | "csv", work: () => Promise<void>) => (
    <button
      type="button"
      class="needs-script"
      data-testid={`download-${id}`}
      onClick={attempt(work, "download.failed")}
    >
      {t(`download.${id}`)}
    </button>
  );
  return (
    <section class="downloads" aria-label={`${t("download.title")}: ${title}`}>
      {button("svg", svg)}
      {button("png", png)}
      {button("csv", csv)}
      <a class="without-script" href={`${api}${api.includes("?") ? "&" : "?"}format=csv`}>
        {t("download.csv")}
      </a>
      <a href={api} data-testid="download-api" data-plain>
        {t("download.api")}
      </a>
      <button
        type="button"
        class="needs-script"
        data-testid="copy-link"
        onClick={attempt(link, "download.copy-failed")}
      >
        {t("download.link")}
      </button>
      <p class="said" role="status">
        {said && t(said)}
      </p>
    </section>
  );
}
