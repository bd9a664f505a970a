import { classOf } from "../state/heatmap.ts";
import type { MapSeries, MapSpot } from "../state/map.ts";
import { bandOf, isSmall } from "../state/rows.ts";
import { type Drawing, type DrawingPlace, finish, hatch, type ReadingPoint } from "./drawing.ts";
import type { Shape, WorldShapes } from "./world.ts";

/** What the map needs beside its series. */
export interface MapOptions {
  readonly width: number;
  readonly world: WorldShapes;
  readonly measure: "share" | "median";
  readonly sentence: string;
  readonly digits: (band: readonly [number, number]) => string;
  readonly describe: (spot: MapSpot) => string;
  readonly href: (spot: MapSpot) => string;
}

/** A country smaller than this on the picture, in square pixels, gets a mark beside its area. */
const tooSmall = 60;
const markRadius = 7;

/** Draws the countries with a figure on an equal-area map (Equal Earth), so that no area looks larger than it is. */
export function drawMap({ plot, document }: DrawingPlace, series: MapSeries, options: MapOptions): Drawing {
  const { width, world, measure } = options;
  const height = Math.round(Math.max(width * 0.5, 240));
  const spots = series.spots.flatMap((spot) => {
    const middle = world.middles[spot.m49];
    return middle ? [{ ...spot, middle }] : [];
  });
  // The coordinates of the countries shown decide what is drawn; a lone country still has its neighbours around it.
  const around = spots.flatMap(({ middle: [lon, lat] }) =>
    [-1, 1].flatMap((side) => [
      [lon + side * 14, Math.max(-80, Math.min(80, lat + side * 14))],
      [lon + side * 14, Math.max(-80, Math.min(80, lat - side * 14))],
    ]),
  );
  const projection = plot
    .geoEqualEarth()
    .rotate([-10, 0])
    .fitExtent(
      [
        [4, 4],
        [width - 4, height - 4],
      ],
      spots.length > 0 ? { type: "MultiPoint", coordinates: around } : { type: "Sphere" },
    );
  const path = plot.geoPath(projection);
  const shapeOf = new Map(world.shapes.map((shape) => [shape.code, shape]));
  const placed = spots.map((spot) => {
    const shape = shapeOf.get(spot.m49);
    const [x, y] = projection([spot.middle[0], spot.middle[1]]) ?? [0, 0];
    const small = !shape || path.area(shape.geometry) < tooSmall;
    return { ...spot, x, y, shape, small };
  });
  type Placed = (typeof placed)[number];
  const withheld = hatch(document, options.sentence);
  const paint = (spot: MapSpot) => {
    const band = bandOf(spot.row, measure);
    if (band) return `var(--tone-${classOf(band, measure)})`;
    return spot.row.kind === "withheld" ? withheld.fill : "var(--paper)";
  };
  const paintAt = new Map(placed.map((spot) => [spot.m49, paint(spot)]));
  const label = (spot: MapSpot) => {
    const band = bandOf(spot.row, measure);
    return band ? `${options.digits(band)}${isSmall(spot.row) ? "*" : ""}` : "";
  };
  const seen = world.shapes.filter(({ geometry }) => {
    const [[left, top], [right, bottom]] = path.bounds(geometry);
    return right > 0 && left < width && bottom > 0 && top < height;
  });
  const drawn = seen.filter(({ code }) => code !== null);
  const disputed = seen.filter(({ code }) => code === null);
  const inside = (x: number, y: number) => x > 0 && x < width && y > 0 && y < height;
  const names = disputed.flatMap((shape) => {
    const [x, y] = path.centroid(shape.geometry);
    return inside(x, y) ? [{ x, y, name: shape.name }] : [];
  });
  const numbers = apart(placed.filter((spot) => label(spot) !== "").map((spot) => ({ spot, text: label(spot) })));
  const figure = plot.plot({
    document,
    width,
    height,
    margin: 0,
    projection: () => projection,
    marks: [
      plot.geo(drawn, {
        geometry: "geometry",
        fill: ({ code }: Shape) => paintAt.get(code ?? "") ?? "var(--land)",
        clip: "frame",
      }),
      plot.geo(disputed, { geometry: "geometry", fill: "var(--land)", clip: "frame" }),
      plot.geo([world.borders], { stroke: "var(--paper)", strokeWidth: 0.8, clip: "frame" }),
      plot.geo(disputed, {
        geometry: "geometry",
        fill: "none",
        stroke: "var(--quiet)",
        strokeDasharray: "3 2",
        strokeWidth: 0.9,
        clip: "frame",
      }),
      plot.geo(
        placed.flatMap(({ shape }) => (shape ? [shape] : [])),
        { geometry: "geometry", fill: "none", stroke: "var(--ink)", strokeWidth: 0.9, clip: "frame" },
      ),
      plot.dot(
        placed.filter(({ small }) => small),
        {
          x: ({ middle }: Placed) => middle[0],
          y: ({ middle }: Placed) => middle[1],
          r: markRadius,
          fill: paint,
          stroke: "var(--ink)",
          strokeWidth: 1.4,
        },
      ),
      plot.text(names, {
        text: "name",
        x: ({ x, y }) => projection.invert!([x, y])![0],
        y: ({ x, y }) => projection.invert!([x, y])![1],
        fontSize: 10,
        fontStyle: "italic",
        fill: "var(--quiet)",
        stroke: "var(--paper)",
        strokeWidth: 2.5,
      }),
      ...[true, false].map((small) =>
        plot.text(
          numbers.filter(({ spot }) => spot.small === small),
          {
            x: ({ spot }) => spot.middle[0],
            y: ({ spot }) => spot.middle[1],
            dy: small ? -markRadius - 7 : 0,
            text: "text",
            fontSize: 12,
            fontWeight: 650,
            fontVariant: "tabular-nums",
            fill: "var(--ink)",
            stroke: "var(--paper)",
            strokeWidth: 3.5,
          },
        ),
      ),
    ],
  });
  const points = placed.map(
    (spot, at): ReadingPoint => ({
      x: spot.x,
      y: spot.y,
      row: 0,
      column: at,
      text: options.describe(spot),
      href: options.href(spot),
    }),
  );
  const svg = finish(figure, options.sentence, "map", withheld.pattern);
  // A tenth of a pixel is finer than a screen shows; the finer digits would double what is sent.
  for (const line of [...svg.querySelectorAll("path")]) {
    const drawnLine = line.getAttribute("d");
    if (drawnLine) line.setAttribute("d", drawnLine.replace(/(\.\d)\d+/g, "$1"));
  }
  return { svg, points };
}

/** The numbers that can stand without covering one another; the rest is read from the point or the table. */
function apart<T extends { readonly spot: { readonly x: number; readonly y: number }; readonly text: string }>(
  all: readonly T[],
): T[] {
  const kept: T[] = [];
  for (const item of all) {
    const clear = kept.every(
      ({ spot, text }) =>
        Math.abs(spot.y - item.spot.y) > 16 ||
        Math.abs(spot.x - item.spot.x) > (text.length + item.text.length) * 3.8 + 4,
    );
    if (clear) kept.push(item);
  }
  return kept;
}
