import { cumsum, scaleLinear, tickStep } from 'd3';
import type { Decimal, Lang, Text } from '../dataset/table-schema.ts';
import { formatDecimal, formatInteger, formatList } from '../i18n/format.ts';
import { translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { type Chart, frame, type Settings, settings } from './chart.ts';
import { breakLines, leading, lineWidth, type Type, write, writeBlock } from './lines.ts';
import type { Ink } from './palette.ts';
import { el, type Markup, paint, round } from './svg.ts';
import { spread } from './text-width.ts';

/** A region that is named in the picture, with its figure of the year shown. */
export interface NamedFigure {
  readonly name: string;
  readonly value: Decimal | null;
  /** Its category where only that was printed; `null` with a value or where nothing was found. */
  readonly category: Text | null;
}

/** A band whose both ends are known. The end of the scale closes the highest. */
export interface DistributionBand {
  readonly label: Text;
  readonly min: number;
  readonly max: number;
  /** Step of the colour ramp, 0 to 4. */
  readonly step: number;
}

/** What is counted: the figures of one series and year among areas that may be compared. */
export interface DistributionBase {
  readonly indicator: Text;
  readonly year: number;
  /** The word for the areas in the plural: "kabupaten/kota". */
  readonly areas: Text;
  /** How many areas could have a figure. */
  readonly total: number;
  /** Areas of which only a category was printed, by category, the best first. */
  readonly categories: readonly { readonly label: Text; readonly count: number }[];
  /** The region whose page it is, if any. */
  readonly region: NamedFigure | null;
  readonly pilots: readonly NamedFigure[];
  /** The entry threshold on the scale, and as printed ("≥ 75", "≥ B"). */
  readonly threshold: {
    readonly at: number;
    readonly text: Text;
    /** Whether the figure has to lie above it, not only on it. */
    readonly strict: boolean;
  } | null;
}

export interface DistributionData extends DistributionBase {
  /** Every number known, those of the region and the pilots among them. */
  readonly values: readonly Decimal[];
  /** From the worst to the best; none where no source prints the ranges. */
  readonly bands: readonly DistributionBand[];
  readonly scale: readonly [number, number] | null;
}

/** Where the first and the last dot may stand from the edges. */
const INSET = 8;
const HEAD: Type = { size: 13, bold: true };
const SOFT: Type = { ink: 'ink-soft', size: 11 };
const ROW_HEIGHT = 19;
const DOT = 5;

/** How many areas have a figure: a number or only a category. */
export function knownCount(numbers: number, { categories }: Pick<DistributionBase, 'categories'>) {
  return numbers + categories.reduce((sum, { count }) => sum + count, 0);
}

/** "102 dari 508 kabupaten/kota yang angkanya kami temukan". */
export function countText(known: number, { total, areas }: DistributionBase, lang: Lang): string {
  const n = (value: number) => formatInteger(value, lang);
  return lang === 'id'
    ? `${n(known)} dari ${n(total)} ${areas.id} yang angkanya kami temukan`
    : `${n(known)} of ${n(total)} ${areas.en} whose figure we found`;
}

/** "Hanya kategorinya yang tercetak: 20 Zona hijau, dan 7 Zona kuning"; `null` if there are none. */
export function categoriesText({ categories }: DistributionBase, lang: Lang): string | null {
  if (categories.length === 0) return null;
  const counts = categories.map(
    ({ label, count }) => `${formatInteger(count, lang)} ${label[lang]}`,
  );
  return translator(lang)({
    id: `Hanya kategorinya yang tercetak, tanpa angka: ${formatList(counts, lang)}.`,
    en: `Printed as a category only, without a number: ${formatList(counts, lang)}.`,
  });
}

/** "406 lainnya: belum ditemukan"; `null` where all are known. */
export function restText(known: number, { total, areas }: DistributionBase, lang: Lang) {
  const rest = total - known;
  if (rest <= 0) return null;
  const n = formatInteger(rest, lang);
  return lang === 'id'
    ? `${n} ${known > 0 ? 'lainnya' : areas.id}: ${MISSING.not_found.id}`
    : `${n} ${known > 0 ? 'others' : areas.en}: ${MISSING.not_found.en}`;
}

/** Named regions without a number: their category, or that it has not been found. */
export function withoutNumber(named: readonly NamedFigure[], lang: Lang): readonly string[] {
  const labelled = named.flatMap(({ name, value, category }) =>
    value === null && category !== null ? [`${name}: ${category[lang]}`] : [],
  );
  const missing = named.flatMap(({ name, value, category }) =>
    value === null && category === null ? [name] : [],
  );
  return missing.length > 0
    ? [...labelled, `${formatList(missing, lang)}: ${MISSING.not_found[lang]}`]
    : labelled;
}

/** The region's figure and the span of the pilots', in words for the description. */
export function namedText({ region, pilots, year }: DistributionBase, lang: Lang): string {
  const t = translator(lang);
  const number = (value: Decimal) => formatDecimal(value, lang);
  const sentences: string[] = [];
  if (region?.value) sentences.push(`${region.name} ${number(region.value)} (${year}).`);
  const valued = pilots
    .flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]))
    .toSorted((a, b) => Number(a.value) - Number(b.value));
  const [lowest] = valued;
  const highest = valued.at(-1);
  if (lowest && highest && lowest !== highest) {
    const n = formatInteger(valued.length, lang);
    sentences.push(
      t({
        id: `${n} percontohan antara ${number(lowest.value)} (${lowest.name}) dan ${number(highest.value)} (${highest.name}).`,
        en: `${n} pilots between ${number(lowest.value)} (${lowest.name}) and ${number(highest.value)} (${highest.name}).`,
      }),
    );
  } else if (lowest) {
    sentences.push(
      t({
        id: `Percontohan ${lowest.name} ${number(lowest.value)}.`,
        en: `Pilot ${lowest.name} ${number(lowest.value)}.`,
      }),
    );
  }
  const others = withoutNumber(region ? [region, ...pilots] : pilots, lang);
  return [...sentences, ...others.map((other) => `${other}.`)].join(' ');
}

/** "Ambang masuk ≥ 75". */
export function thresholdLabel(threshold: { readonly text: Text }, lang: Lang): string {
  return lang === 'id'
    ? `ambang masuk ${threshold.text.id}`
    : `entry threshold ${threshold.text.en}`;
}

/** How many values lie in each band; the highest holds its upper end too. */
export function bandCounts(
  values: readonly Decimal[],
  bands: readonly Pick<DistributionBand, 'min' | 'max'>[],
): readonly number[] {
  return bands.map(({ min, max }, i) => {
    const isTop = i === bands.length - 1;
    return values.filter((value) => {
      const x = Number(value);
      return min <= x && (isTop ? x <= max : x < max);
    }).length;
  });
}

/** A short name on a narrow chart; the full one has room on a wide one. */
export function placeName(name: string, width: number): string {
  return width < 480 ? name.replace(/^Kabupaten /, 'Kab. ') : name;
}

/** The part of the scale that the figures and the threshold take, widened to round numbers. */
export function domainOf(
  numbers: readonly number[],
  scale: readonly [number, number] | null,
): readonly [number, number] {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const step = low === high ? Math.max(1, Math.abs(low) / 10) : tickStep(low, high, 5);
  let from = Math.floor(low / step) * step;
  let to = Math.ceil(high / step) * step;
  if (from === to) [from, to] = [from - step, to + step];
  const tidy = (x: number) => Number(x.toFixed(6));
  return scale && scale[0] <= low && high <= scale[1] && scale[0] < scale[1]
    ? [tidy(Math.max(from, scale[0])), tidy(Math.min(to, scale[1]))]
    : [tidy(from), tidy(to)];
}

/**
 * Piles dots up from a base line so that none hides another: each as low as the dots already
 * there allow. Heights of centres above the lowest centre, in the order of `xs`.
 */
export function pile(xs: readonly number[], radius: number): readonly number[] {
  const diameter = radius * 2;
  const columns = new Map<number, { x: number; y: number }[]>();
  return xs.map((x) => {
    const column = Math.floor(x / diameter);
    const near = [column - 1, column, column + 1]
      .flatMap((key) => columns.get(key) ?? [])
      .flatMap((dot) => {
        const gap = diameter ** 2 - (dot.x - x) ** 2;
        return gap > 0 ? [{ y: dot.y, reach: Math.sqrt(gap) }] : [];
      });
    const candidates = [0, ...near.map(({ y, reach }) => y + reach)].sort((a, b) => a - b);
    const y =
      candidates.find((c) => near.every((dot) => Math.abs(dot.y - c) >= dot.reach - 1e-6)) ?? 0;
    columns.set(column, [...(columns.get(column) ?? []), { x, y }]);
    return y;
  });
}

const RADII = [5, 4.5, 4, 3.5, 3, 2.5, 2, 1.7];

/** The largest dots whose pile keeps to a height; crowds at one value are pressed together. */
function pileWithin(xs: readonly number[], limit: number) {
  let piled = { radius: 0, heights: [] as readonly number[], height: 0 };
  for (const radius of RADII) {
    const heights = pile(xs, radius);
    piled = { radius, heights, height: Math.max(0, ...heights) };
    if (piled.height <= limit) return piled;
  }
  const press = limit / piled.height;
  return { ...piled, heights: piled.heights.map((y) => y * press), height: limit };
}

/** All dots of one ink as a single path: points with round caps. */
function dots(
  theme: Settings['theme'],
  ink: Ink,
  radius: number,
  points: readonly (readonly [number, number])[],
): Markup | null {
  if (points.length === 0) return null;
  return el('path', {
    ...paint(theme, { fill: 'none', stroke: ink, strokeWidth: radius * 2 - 0.6 }),
    'stroke-linecap': 'round',
    d: points.map(([x, y]) => `M${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}h0`).join(''),
  });
}

/** The axis numbers: ends first, then the edges of bands, then round numbers; few, and apart. */
function axisTicks(
  domain: readonly [number, number],
  edges: readonly number[],
  x: (value: number) => number,
  width: number,
  lang: Lang,
) {
  const round6 = (value: number) => Number(value.toFixed(6));
  const inside = edges.filter((edge) => domain[0] < edge && edge < domain[1]);
  const others = scaleLinear().domain(domain).ticks(4).map(round6);
  const placed: { value: number; label: string; left: number; right: number; centre: number }[] =
    [];
  for (const value of [...domain, ...inside, ...others]) {
    const label = formatDecimal(String(value), lang);
    const half = lineWidth(label, SOFT) / 2;
    const centre = Math.min(Math.max(x(value), half), width - half);
    const box = { value, label, left: centre - half - 5, right: centre + half + 5, centre };
    if (placed.every((other) => box.right <= other.left || box.left >= other.right)) {
      placed.push(box);
    }
  }
  return placed;
}

interface Item {
  readonly named: { readonly name: string; readonly value: Decimal };
  readonly ink: Ink;
  readonly x: number;
  readonly label: string;
}

/** Rows under the pile in which the named dots stand again, each beside its name. */
function nameRows(items: readonly Item[], width: number, avoid: number | null) {
  const rows: { boxes: [number, number][]; height: number }[] = [];
  const free = (row: number, [from, to]: readonly [number, number]) =>
    rows[row]?.boxes.every((box) => to + 6 <= box[0] || from - 6 >= box[1]) ?? true;
  const placed = items.map((item) => {
    const { x } = item;
    const text = lineWidth(item.label, { bold: item.ink === 'region' });
    const gap = DOT + 5;
    const sides = [
      { from: x - DOT, to: x + gap + text, textX: x + gap, anchor: 'start' as const },
      { from: x - gap - text, to: x + DOT, textX: x - gap, anchor: 'end' as const },
    ].filter(({ from, to }) => from >= 0 && to <= width);
    const crosses = ({ textX, anchor }: (typeof sides)[number]) =>
      avoid !== null &&
      (anchor === 'start'
        ? textX - 3 < avoid && avoid < textX + text + 3
        : textX - text - 3 < avoid && avoid < textX + 3);
    const side = sides.find((each) => !crosses(each)) ?? sides[0];
    if (!side) {
      // No side has room: the name stands under its dot, in a row of its own.
      const lines = breakLines(item.label, width, { bold: item.ink === 'region' });
      const step = leading();
      rows.push({ boxes: [[0, width]], height: ROW_HEIGHT + lines.length * step });
      return { item, row: rows.length - 1, side: null, lines };
    }
    let row = 0;
    while (!free(row, [side.from, side.to])) row += 1;
    rows[row] ??= { boxes: [], height: ROW_HEIGHT };
    rows[row]?.boxes.push([side.from, side.to]);
    return { item, row, side, lines: [item.label] };
  });
  const tops = [0, ...cumsum(rows, ({ height }) => height)];
  return { placed, rows, tops };
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
  const parts: (Markup | null)[] = [];

  const head = writeBlock(
    theme,
    0,
    0,
    width,
    `${indicator} ${data.year}: ${countText(known, data, lang)}`,
    HEAD,
  );
  parts.push(...head.markup);
  let y = head.height + 2;

  const valued = (named: NamedFigure | null, ink: Ink) =>
    named?.value ? [{ named: { name: named.name, value: named.value }, ink }] : [];
  const named = [
    ...valued(data.region, 'region'),
    ...data.pilots.flatMap((pilot) => valued(pilot, 'pilot')),
  ];

  if (data.values.length > 0) {
    const note = [
      t({ id: 'Tiap titik satu daerah', en: 'Each dot is one region' }),
      ...(named.some(({ ink }) => ink === 'pilot')
        ? [
            t({
              id: 'yang bernama: percontohan antikorupsi',
              en: 'those named: anti-corruption pilots',
            }),
          ]
        : []),
    ].join('; ');
    const block = writeBlock(theme, 0, y, width, note, SOFT);
    parts.push(...block.markup);
    y += block.height + 8;

    const numbers = data.values.map(Number);
    const domain = domainOf(data.threshold ? [...numbers, data.threshold.at] : numbers, data.scale);
    const x = scaleLinear()
      .domain(domain)
      .range([INSET, width - INSET]);
    const stripes = data.bands
      .filter(({ min, max }) => max > domain[0] && min < domain[1])
      .map((band) => {
        const from = band.min <= domain[0] ? 0 : x(band.min);
        const to = band.max >= domain[1] ? width : x(band.max);
        return { band, from, to, label: band.label[lang] };
      });

    // The names of the bands: over their stripes where all fit in a row, else as a key.
    const sizes = stripes.map(({ label }) => lineWidth(label, SOFT));
    const inRow = sizes.reduce((sum, size) => sum + size + 8, 0) <= width;
    if (stripes.length > 0 && inRow) {
      const centres = spread(
        stripes.map(({ from, to }, i) => ({ at: (from + to) / 2, size: sizes[i] ?? 0 })),
        8,
        [0, width],
      );
      stripes.forEach(({ band, from, to, label }, i) => {
        const centre = centres[i] ?? 0;
        parts.push(write(theme, centre, y + 11, label, { ...SOFT, anchor: 'middle' }));
        if ((sizes[i] ?? 0) > to - from || Math.abs(centre - (from + to) / 2) > 1) {
          parts.push(
            el('line', {
              ...paint(theme, { stroke: `band-${band.step}` as Ink }),
              x1: centre,
              y1: y + 15,
              x2: (from + to) / 2,
              y2: y + 23,
            }),
          );
        }
      });
      y += 23;
    } else if (stripes.length > 0) {
      let left = 0;
      for (const { band, label } of stripes) {
        const lines = breakLines(label, width - 14, SOFT);
        const size = 14 + Math.max(...lines.map((line) => lineWidth(line, SOFT)));
        if (left > 0 && left + size > width) {
          left = 0;
          y += 16;
        }
        parts.push(
          el('rect', {
            ...paint(theme, { fill: `band-${band.step}` as Ink }),
            x: left,
            y: y + 2,
            width: 9,
            height: 9,
          }),
          ...lines.map((line, i) => write(theme, left + 14, y + 11 + i * 14, line, SOFT)),
        );
        y += (lines.length - 1) * 14;
        left += size + 12;
      }
      y += 20;
    }

    const top = y;
    y += stripes.length > 0 ? 4 : 0;
    const { threshold } = data;
    const thresholdX = threshold ? x(threshold.at) : null;
    if (threshold && thresholdX !== null) {
      const label = thresholdLabel(threshold, lang);
      const size = lineWidth(label, { ...SOFT, bold: true });
      const onRight = thresholdX + 5 + size <= width;
      const centre = Math.max(0, Math.min(thresholdX - 5 - size, width - size));
      parts.push(
        write(theme, onRight ? thresholdX + 5 : centre, y + 13, label, {
          ink: 'threshold',
          size: 11,
          bold: true,
        }),
      );
      y += 18;
    }

    // The named first, so that they lie at the foot of the pile.
    const rest = [...data.values];
    for (const { named: each } of named) rest.splice(rest.indexOf(each.value), 1);
    const order = rest.map(Number).sort((a, b) => a - b);
    const shuffled = order.map((_, i) => i).sort((a, b) => scatter(a) - scatter(b));
    const xs = [
      ...named.map(({ named: each }) => x(Number(each.value))),
      ...shuffled.map((i) => x(order[i] ?? 0)),
    ];
    const limit = Math.min(220, Math.max(110, width * 0.3));
    const { radius, heights, height } = pileWithin(xs, limit);
    const base = y + Math.max(height + radius * 2 + 4, 34) - radius - 2;
    const points = xs.map((at, i) => [at, base - (heights[i] ?? 0)] as const);
    const foot = base + radius + 2;

    const items = named.map(({ named: each, ink }) => ({
      named: each,
      ink,
      x: x(Number(each.value)),
      label: `${placeName(each.name, width)} ${formatDecimal(each.value, lang)}`,
    }));
    items.sort(
      (a, b) =>
        Number(b.ink === 'region') - Number(a.ink === 'region') ||
        b.x - a.x ||
        (a.named.name < b.named.name ? -1 : 1),
    );
    const { placed, rows, tops } = nameRows(items, width, thresholdX);
    const rowsTop = foot + 4;
    const bottom = rows.length > 0 ? rowsTop + (tops.at(-1) ?? 0) + 2 : foot;

    const backdrop = stripes.map(({ band, from, to }) =>
      el('g', paint(theme, { fill: `band-${band.step}` as Ink }), [
        el('rect', {
          x: from,
          y: top,
          width: to - from,
          height: bottom - top,
          'fill-opacity': 0.13,
        }),
        el('rect', { x: from, y: top, width: to - from, height: 3 }),
      ]),
    );
    parts.push(...backdrop);
    if (thresholdX !== null) {
      // The line stops where a name stands in its way.
      const blocked = placed.flatMap(({ item, row, side }) => {
        const size = lineWidth(item.label, { bold: item.ink === 'region' });
        const from = side ? (side.anchor === 'start' ? side.textX : side.textX - size) : 0;
        const to = side ? from + size : width;
        return from - 2 < thresholdX && thresholdX < to + 2 ? [row] : [];
      });
      let d = `M${round(thresholdX)} ${round(top + (stripes.length > 0 ? 3 : 0))}V${round(foot)}`;
      rows.forEach((_, row) => {
        if (blocked.includes(row)) return;
        d += `M${round(thresholdX)} ${round(row === 0 ? foot : rowsTop + (tops[row] ?? 0))}`;
        d += `V${round(rowsTop + (tops[row + 1] ?? 0))}`;
      });
      parts.push(
        el('path', { ...paint(theme, { fill: 'none', stroke: 'threshold', strokeWidth: 1.5 }), d }),
      );
    }
    const ofInk = (ink: Ink) => points.filter((_, i) => named[i]?.ink === ink);
    parts.push(
      dots(theme, 'ink-soft', radius, points.slice(named.length)),
      dots(theme, 'pilot', radius + 0.5, ofInk('pilot')),
      dots(theme, 'region', radius + 0.5, ofInk('region')),
    );
    for (const { item, row, side, lines } of placed) {
      const middle = rowsTop + (tops[row] ?? 0) + ROW_HEIGHT / 2;
      const type: Type = { ink: item.ink, bold: item.ink === 'region' };
      parts.push(
        el('circle', { ...paint(theme, { fill: item.ink }), cx: item.x, cy: middle, r: DOT }),
      );
      if (side) {
        parts.push(
          write(theme, side.textX, middle + 4, item.label, { ...type, anchor: side.anchor }),
        );
        continue;
      }
      lines.forEach((line, i) => {
        const size = lineWidth(line, type);
        const left = Math.max(0, Math.min(item.x - size / 2, width - size));
        parts.push(write(theme, left, middle + 8 + (i + 1) * leading() - 4, line, type));
      });
    }

    parts.push(
      el('line', {
        ...paint(theme, { stroke: 'line-strong' }),
        x1: 0,
        y1: bottom,
        x2: width,
        y2: bottom,
      }),
    );
    const edges = [...new Set(stripes.flatMap(({ band }) => [band.min, band.max]))];
    for (const tick of axisTicks(domain, edges, x, width, lang)) {
      parts.push(
        el('line', {
          ...paint(theme, { stroke: 'line-strong' }),
          x1: x(tick.value),
          y1: bottom,
          x2: x(tick.value),
          y2: bottom + 4,
        }),
        write(theme, tick.centre, bottom + 16, tick.label, { ...SOFT, anchor: 'middle' }),
      );
    }
    y = bottom + 26;
  } else {
    y += 6;
  }

  const tail = tellRest(set, data, known, y);
  parts.push(...tail.markup);
  y += tail.height;

  const title = t({
    id: `Sebaran ${indicator} ${data.year}: ${data.areas.id}`,
    en: `Distribution of ${indicator} ${data.year}: ${data.areas.en}`,
  });
  return frame(
    set,
    { kind: 'distribution', height: Math.ceil(y), title, description: describe(data, known, lang) },
    parts,
  );
};

/** A fixed shuffle of whole numbers, so that piles look like piles and not like slopes. */
function scatter(index: number): number {
  return ((index + 1) * 0.618033988749895) % 1;
}

/** What the dots cannot show: categories without a number, the named without one, the rest. */
export function tellRest(
  { lang, width, theme }: Settings,
  data: DistributionBase,
  known: number,
  top: number,
) {
  const markup: Markup[] = [];
  let y = top;
  const named = data.region ? [data.region, ...data.pilots] : data.pilots;
  const labelled = withoutNumber(
    named.filter(({ category }) => category !== null),
    lang,
  );
  const solid = [categoriesText(data, lang), labelled.join('; ')].filter(Boolean) as string[];
  const hollow = [
    ...withoutNumber(
      named.filter(({ category }) => category === null),
      lang,
    ),
    restText(known, data, lang),
  ].filter((text) => text !== null);
  for (const text of solid) {
    const block = writeBlock(theme, 0, y, width, text, SOFT);
    markup.push(...block.markup);
    y += block.height + 3;
  }
  for (const text of hollow) {
    const block = writeBlock(theme, 16, y, width - 16, text, SOFT);
    markup.push(
      el('circle', {
        ...paint(theme, { fill: 'none', stroke: 'line-strong', strokeWidth: 1.2, dash: '2 2' }),
        cx: 6,
        cy: y + 7,
        r: 4.5,
      }),
      ...block.markup,
    );
    y += block.height + 3;
  }
  return { markup, height: y - top };
}

function describe(data: DistributionData, known: number, lang: Lang): string {
  const t = translator(lang);
  const number = (value: Decimal) => formatDecimal(value, lang);
  const sorted = data.values.toSorted((a, b) => Number(a) - Number(b));
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  const sentences = [`${data.indicator[lang]} ${data.year}: ${countText(known, data, lang)}.`];
  if (lowest && highest) {
    sentences.push(
      t({
        id: `Angkanya dari ${number(lowest)} sampai ${number(highest)}.`,
        en: `The figures run from ${number(lowest)} to ${number(highest)}.`,
      }),
    );
    const counts = bandCounts(data.values, data.bands);
    const words = data.bands
      .flatMap(({ label }, i) =>
        counts[i] ? [`${label[lang]} ${formatInteger(counts[i], lang)}`] : [],
      )
      .toReversed();
    if (words.length > 0) {
      sentences.push(
        t({
          id: `Menurut kategori: ${formatList(words, 'id')}.`,
          en: `By category: ${formatList(words, 'en')}.`,
        }),
      );
    }
    if (data.threshold) {
      const { at, strict } = data.threshold;
      const met = data.values.filter((value) =>
        strict ? Number(value) > at : Number(value) >= at,
      ).length;
      const [n, of] = [met, data.values.length].map((count) => formatInteger(count, lang));
      const label = thresholdLabel(data.threshold, lang);
      sentences.push(
        t({
          id: `Memenuhi ${label}: ${n} dari ${of} angka.`,
          en: `Meeting the ${label}: ${n} of ${of} figures.`,
        }),
      );
    }
  }
  const rest = restText(known, data, lang);
  return [
    ...sentences,
    namedText(data, lang),
    categoriesText(data, lang),
    rest && `${rest}.`,
    t({
      id: 'Media memilih daerah yang diberitakannya.',
      en: 'The press picks whom it reports.',
    }),
  ]
    .filter(Boolean)
    .join(' ');
}
