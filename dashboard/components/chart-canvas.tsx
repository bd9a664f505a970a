import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Draw, Drawing, Plot, ReadingPoint } from "../charts/drawing.ts";
import { loadPlot, plotAtHand } from "../charts/plot.ts";
import { useSurroundings } from "./context.ts";
import { nearestPoint, stepFrom } from "./reading.ts";

/** Below this width a wide chart gives way to its list. */
export const narrowWidth = 520;
/** The server cannot know the reader's width; the browser draws again at the true one. */
const serverWidth = 1080;
const nothing = { __html: "" };

/** Draws a chart at the width there is, and lets keys and pointer visit its points. */
export function ChartCanvas({
  draw,
  label,
  hint,
  narrow,
}: {
  draw: Draw;
  label: string;
  hint: string;
  narrow?: () => ComponentChildren;
}) {
  const { drawOnServer, go, translator } = useSurroundings();
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [failed, setFailed] = useState(false);
  const [at, setAt] = useState<ReadingPoint | null>(null);
  const [spoken, setSpoken] = useState("");
  const width = useWidth(frame);
  const asList = narrow !== undefined && width > 0 && width < narrowWidth;

  // Drawn before the browser paints: a new choice and its picture come with the same frame.
  useLayoutEffect(() => {
    if (width === 0 || asList) return;
    let wanted = true;
    const put = (plot: Plot) => {
      if (!wanted || !host.current) return;
      try {
        const start = performance.now();
        const drawn = draw({ plot, document }, width);
        host.current.replaceChildren(drawn.svg);
        performance.measure("trama-chart", { start });
        setAt(null);
        setDrawing(drawn);
      } catch {
        setFailed(true);
      }
    };
    const plot = plotAtHand();
    if (plot) put(plot);
    else loadPlot().then(put, () => wanted && setFailed(true));
    return () => {
      wanted = false;
    };
  }, [draw, width, asList]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!drawing) return;
    if (event.key === "Enter" && at?.href) return go(at.href);
    const next = stepFrom(drawing.points, at, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    setSpoken(next?.text ?? "");
  };
  const onPointer = (event: PointerEvent) => {
    const svg = drawing?.svg.getBoundingClientRect();
    if (!drawing || !svg) return;
    const scale = svg.width / Number(drawing.svg.getAttribute("width"));
    setAt(nearestPoint(drawing.points, (event.clientX - svg.left) / scale, (event.clientY - svg.top) / scale));
  };
  const onClick = (event: MouseEvent) => {
    // A finger has no hover: its first touch shows the figure and leads nowhere.
    if (at?.href && (event as PointerEvent).pointerType === "mouse") go(at.href);
  };
  const html = drawOnServer ? { __html: draw(drawOnServer, serverWidth).svg.outerHTML } : nothing;
  return (
    <div class="chart" ref={frame} data-narrow={narrow ? "list" : undefined}>
      {asList && narrow()}
      {/* biome-ignore lint/a11y/useSemanticElements: a group of figures that the arrow keys visit has no element of its own */}
      <div
        class="chart-scroll"
        role="group"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the figures from here
        tabIndex={0}
        data-testid="chart"
        data-drawn={drawing ? "" : undefined}
        hidden={asList}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
        onClick={onClick}
      >
        <div class="chart-inner" data-link={at?.href ? "" : undefined}>
          <div ref={host} dangerouslySetInnerHTML={html} />
          {at && <Tip point={at} width={Number(drawing?.svg.getAttribute("width"))} />}
        </div>
      </div>
      {failed && <p class="quiet">{translator.t("chart.failed")}</p>}
      {!asList && <p class="hint needs-script">{hint}</p>}
      <p class="visually-hidden" aria-live="polite" data-testid="reading">
        {spoken}
      </p>
    </div>
  );
}

function Tip({ point, width }: { point: ReadingPoint; width: number }) {
  const tip = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // The page's policy forbids style attributes; positions are set through the object model.
    ring.current!.style.left = `${point.x}px`;
    ring.current!.style.top = `${point.y}px`;
    const half = tip.current!.offsetWidth / 2;
    tip.current!.style.left = `${Math.min(Math.max(point.x, half + 4), Math.max(width - half - 4, half + 4))}px`;
    tip.current!.style.top = `${point.y}px`;
    tip.current!.dataset.side = point.y < 120 ? "below" : "above";
  }, [point, width]);
  return (
    <>
      <span class="ring" ref={ring} aria-hidden="true" />
      <div class="tip" ref={tip} aria-hidden="true">
        {point.text}
      </div>
    </>
  );
}

function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current!;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
