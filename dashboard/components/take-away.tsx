import { useEffect, useRef, useState } from "preact/hooks";
import { type MakingStage, takeDocument } from "../client/documents.ts";
import { unreachable } from "../client/problem.ts";
import type { Translator } from "../locales/translate.ts";
import { useSurroundings } from "./context.ts";

/** A file that can be taken along: its address in the API, and what it is. */
export interface Takeable {
  readonly form: "pdf" | "docx" | "html" | "iati";
  readonly address: string;
  readonly label: string;
}

/**
 * Files to take along, made by the server when they are asked for. With scripts it is said how far each is; without, the
 * links lead to the files themselves.
 */
export function TakeAway({ files }: { files: readonly Takeable[] }) {
  const { translator } = useSurroundings();
  const { t } = translator;
  const [taken, setTaken] = useState<{ readonly file: Takeable; readonly stage: MakingStage } | null>(null);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);
  const take = (file: Takeable) => {
    under.current?.abort();
    const here = new AbortController();
    under.current = here;
    setTaken({ file, stage: { kind: "working", stage: "wait" } });
    void takeDocument(file.address, (stage) => !here.signal.aborted && setTaken({ file, stage }), here.signal);
  };
  const refused = taken?.stage.kind === "refused";
  return (
    <section class="take-away" aria-labelledby="take-away" data-testid="take-away">
      <h2 id="take-away">{t("report.files")}</h2>
      <ul>
        {files.map((file) => (
          <li key={file.address}>
            <a
              class="strong-button"
              href={file.address}
              data-plain
              data-testid={`take-${file.form}`}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                event.preventDefault();
                take(file);
              }}
            >
              {file.label}
            </a>
          </li>
        ))}
      </ul>
      {taken?.stage.kind === "working" && <progress aria-label={taken.file.label} />}
      <p role="status" data-testid="take-said">
        {taken && !refused && said(taken.file, taken.stage, translator)}
      </p>
      <div role="alert" data-testid="take-refused">
        {taken && refused && (
          <p class="notice">
            {said(taken.file, taken.stage, translator)}{" "}
            <button type="button" onClick={() => take(taken.file)}>
              {t("report.files.again")}
            </button>
          </p>
        )}
      </div>
    </section>
  );
}

function said({ label: what }: Takeable, stage: MakingStage, { t }: Translator): string {
  switch (stage.kind) {
    case "working":
      if (stage.stage === "wait") return t("report.files.wait", { what });
      return t(stage.stage === "read" ? "report.files.read" : "report.files.write", { what });
    case "done":
      return t("report.files.done", { what, size: Math.ceil(stage.bytes / 1024) });
    case "refused": {
      const { code, detail, title } = stage.problem;
      return t("report.files.failed", { what, why: code === unreachable ? t("error.unreachable") : detail || title });
    }
  }
}

/** The forms of one report, and the IATI file beside it. `about` says what of, as the API takes it. */
export function reportFiles(
  release: number,
  about: Readonly<Record<string, string | null>>,
  iati: { readonly about: Readonly<Record<string, string | null>>; readonly place: string },
  { t, lang }: Translator,
): Takeable[] {
  const asked = (path: string, parts: Readonly<Record<string, string | null>>) => {
    const query = Object.entries(parts).flatMap(([name, value]) =>
      value ? [`${name}=${encodeURIComponent(value)}`] : [],
    );
    return `/v1/releases/${release}/${path}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  };
  return [
    ...(["pdf", "docx", "html"] as const).map((format) => ({
      form: format,
      address: asked("report", { ...about, lang, format }),
      label: t(`report.files.${format}`),
    })),
    { form: "iati", address: asked("iati", iati.about), label: t("report.files.iati", { place: iati.place }) },
  ];
}
