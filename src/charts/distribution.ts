import { scaleLinear } from 'd3';
import type { Decimal } from '../dataset/table-schema.ts';
import { formatDecimal } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { type Chart, frame, type Settings, settings } from './chart.ts';
import { domainOf, drawAxis } from './distribution-axis.ts';
import { drawStripes, nameStripes, stripesOf } from './distribution-bands.ts';
import {
  type DistributionBand,
  type DistributionBase,
  knownCount,
  type NamedFigure,
} from './distribution-base.ts';
import { drawNames, nameRows } from './distribution-names.ts';
import { tellRest } from './distribution-rest.ts';
import { drawThresholdLabel, drawThresholdLine } from './distribution-threshold.ts';
import { countText, describe, metText, placeName, thresholdLabel } from './distribution-words.ts';
import { drawDots, pileWithin, scattered } from './dot-pile.ts';
import { HEAD, SOFT, writeBlock } from './lines.ts';
import type { Markup } from './svg.ts';

export interface DistributionData extends DistributionBase {
  /** Every number known, those of the region and the pilots among them. */
  readonly values: readonly Decimal[];
  /** From the worst to the best; none where no source prints the ranges. */
  readonly bands: readonly DistributionBand[];
  readonly scale: readonly [number, number] | null;
  /** Numbers of charts beside this one: where all take each other's, they share an axis. */
  readonly beside?: readonly Decimal[];
}

/** Where the first and the last dot may stand from the edges. */
const INSET = 8;

/** A named region that has a number. */
interface Valued {
  readonly name: string;
  readonly value: Decimal;
  readonly ink: 'region' | 'pilot';
}

function valuedOf({ region, pilots }: DistributionBase): readonly Valued[] {
  const valued = (named: NamedFigure | null, ink: Valued['ink']) =>
    named?.value ? [{ name: named.name, value: named.value, ink }] : [];
  return [...valued(region, 'region'), ...pilots.flatMap((pilot) => valued(pilot, 'pilot'))];
}

/** What the dots are. */
function noteText(named: readonly Valued[], lang: Lang): string {
  const t = translator(lang);
  const pilots = t({
    id: 'yang bernama: percontohan antikorupsi',
    en: 'those named: anti-corruption pilots',
  });
  return [
    t({ id: 'Tiap titik satu daerah', en: 'Each dot is one region' }),
    ...(named.some(({ ink }) => ink === 'pilot') ? [pilots] : []),
  ].join('; ');
}

/**
 * Every area whose figure is known as one dot, piled up over the scale; bands as stripes, the
 * pilots and the region again in rows below with their names, the entry threshold as a line.
 */
export const distribution: Chart<DistributionData> = (data, options) => {
  const set = settings(options);
  const { lang, width, theme } = set;
  const t = translator(lang);
  const indicator = data.indicator[lang];
  const known = knownCount(data.values.length, data);
  const heading = `${indicator} ${data.year}: ${countText(known, data, lang)}`;
  const head = writeBlock(theme, 0, 0, width, heading, HEAD);
  const plot = drawPlot(set, data, head.height + 2);
  const tail = tellRest(set, data, known, plot.bottom);
  const title = t({
    id: `Sebaran ${indicator} ${data.year}: ${data.areas.id}`,
    en: `Distribution of ${indicator} ${data.year}: ${data.areas.en}`,
  });
  return frame(
    set,
    {
      kind: 'distribution',
      height: Math.ceil(plot.bottom + tail.height),
      title,
      description: describe(data, known, lang),
    },
    [...head.markup, ...plot.markup, ...tail.markup],
  );
};

/** The dots on their scale, with all that stands on and under it. */
function drawPlot({ lang, width, theme }: Settings, data: DistributionData, start: number) {
  if (data.values.length === 0) return { markup: [], bottom: start + 6 };
  const { threshold } = data;
  const named = valuedOf(data);
  const numbers = data.values.map(Number);
  const domain = domainOf(
    [...numbers, ...(data.beside ?? []).map(Number), ...(threshold ? [threshold.at] : [])],
    data.scale,
  );
  const x = scaleLinear()
    .domain(domain)
    .range([INSET, width - INSET]);
  const parts: (Markup | null)[] = [];
  let y = start;

  const met = metText(data, lang)?.replace(/([≥>]) /, '$1\u00a0') ?? '';
  const finding = writeBlock(theme, 0, y, width, met);
  parts.push(...finding.markup);
  y += finding.height;
  const note = writeBlock(theme, 0, y, width, noteText(named, lang), SOFT);
  parts.push(...note.markup);
  y += note.height + 8;
  const stripes = stripesOf(data.bands, domain, x, width, lang);
  const bandNames = nameStripes(theme, stripes, y, width);
  parts.push(...bandNames.markup);
  y += bandNames.height;

  const top = y;
  y += stripes.length > 0 ? 4 : 0;
  const limit = threshold && { x: x(threshold.at), label: thresholdLabel(threshold, lang) };
  let lineTop = top + (stripes.length > 0 ? 3 : 0);
  if (limit) {
    const label = drawThresholdLabel(theme, limit.x, y, limit.label, width);
    parts.push(label.markup);
    y += 18;
    if (label.takesHead) lineTop = y;
  }

  // The named first, so that they lie at the foot of the pile.
  const rest = [...data.values];
  for (const { value } of named) rest.splice(rest.indexOf(value), 1);
  const xs = [...named.map(({ value }) => Number(value)), ...scattered(rest.map(Number))].map(
    (value) => x(value),
  );
  const { radius, heights, height } = pileWithin(xs, Math.min(220, Math.max(110, width * 0.3)));
  const base = y + Math.max(height + radius * 2 + 4, 34) - radius - 2;
  const foot = base + radius + 2;
  const points = xs.map((at, i) => [at, base - (heights[i] ?? 0)] as const);
  const ofInk = (ink: Valued['ink']) => points.filter((_, i) => named[i]?.ink === ink);

  const dots = named
    .toSorted(
      (a, b) =>
        Number(b.ink === 'region') - Number(a.ink === 'region') ||
        Number(b.value) - Number(a.value) ||
        (a.name < b.name ? -1 : 1),
    )
    .map(({ name, value, ink }) => ({
      ink,
      x: x(Number(value)),
      label: `${placeName(name, width)} ${formatDecimal(value, lang)}`,
    }));
  const names = nameRows(dots, width, limit?.x ?? null);
  const namesTop = foot + 4;
  const bottom = names.rows.length > 0 ? namesTop + names.height + 2 : foot;

  const edges = bandNames.withEdges
    ? []
    : [...new Set(stripes.flatMap(({ band }) => [band.min, band.max]))];
  parts.push(
    ...drawStripes(theme, stripes, top, bottom),
    limit && drawThresholdLine(theme, limit.x, [lineTop, foot], names, namesTop, width),
    drawDots(theme, 'ink-soft', radius, points.slice(named.length)),
    drawDots(theme, 'pilot', radius + 0.5, ofInk('pilot')),
    drawDots(theme, 'region', radius + 0.5, ofInk('region')),
    ...drawNames(theme, names, namesTop, width),
    ...drawAxis(theme, bottom, domain, edges, x, width, lang),
  );
  return { markup: parts, bottom: bottom + 26 };
}
