import type { Text } from '../dataset/table-schema.ts';
import { capitalised, formatDecimal, formatInteger, formatList } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { type Chart, frame, type Settings, settings } from './chart.ts';
import { type DistributionBase, knownCount } from './distribution-base.ts';
import { tellRest } from './distribution-rest.ts';
import { LIMIT } from './distribution-threshold.ts';
import {
  categoriesText,
  countText,
  namedText,
  placeName,
  restText,
  thresholdLabel,
} from './distribution-words.ts';
import {
  breakLines,
  HEAD,
  leading,
  lineWidth,
  SOFT,
  type Type,
  write,
  writeBlock,
} from './lines.ts';
import type { BandInk } from './palette.ts';
import { el, type Markup, paint } from './svg.ts';

/** A stretch of the scale with the number of areas in it; the lower end belongs to it. */
export interface Bin {
  /** The band, where the stretch is one; `null` for a stretch of fixed width. */
  readonly label: Text | null;
  readonly from: number;
  readonly to: number;
  /** `null` where no band is known. */
  readonly ink: BandInk | null;
  readonly count: number;
}

export interface BinnedData extends DistributionBase {
  /** From the lowest to the highest, without a gap; the last holds its upper end too. */
  readonly bins: readonly Bin[];
}

const BAR = 12;

/** Words that belong to a bar, with the ink that says whose they are. */
interface Mark {
  readonly words: string;
  readonly ink: 'region' | 'pilot' | 'threshold';
}

/** Sets marks one after the other, a dot or a stroke before each, on as many lines as it takes. */
function flowMarks(
  theme: Settings['theme'],
  left: number,
  top: number,
  width: number,
  marks: readonly Mark[],
) {
  const markup: Markup[] = [];
  const step = leading(SOFT);
  let [at, y] = [left, top];
  for (const { words, ink } of marks) {
    const type: Type = { ink, size: 12, bold: ink !== 'pilot' };
    const lines = breakLines(words, width - left - 12, type);
    const size = 12 + Math.max(...lines.map((line) => lineWidth(line, type)));
    if (at > left && at + size > width) {
      at = left;
      y += step;
    }
    markup.push(
      ink === 'threshold'
        ? el('rect', { ...paint(theme, { fill: ink }), x: at + 3, y: y + 1, width: 2, height: 11 })
        : el('circle', { ...paint(theme, { fill: ink }), cx: at + 4, cy: y + 6.5, r: 4 }),
      ...lines.map((line, i) => write(theme, at + 12, y + 10.5 + i * step, line, type)),
    );
    y += (lines.length - 1) * step;
    at += size + 10;
  }
  return { markup, bottom: marks.length > 0 ? y + step : top };
}

/**
 * The distribution where there is little room: one bar per band, or per stretch of fixed width,
 * with the region and the pilots named at theirs.
 */
export const distributionBinned: Chart<BinnedData> = (data, options) => {
  const set = settings(options);
  const { lang, width, theme } = set;
  const t = translator(lang);
  const indicator = data.indicator[lang];
  const numbers = data.bins.reduce((sum, { count }) => sum + count, 0);
  const known = knownCount(numbers, data);
  const bins = data.bins.map((bin, i) => ({
    ...bin,
    range: rangeText(bin, lang),
    named: namedIn(bin, i === data.bins.length - 1, data),
  }));

  const head = writeBlock(
    theme,
    0,
    0,
    width,
    `${indicator} ${data.year}: ${countText(known, data, lang)}`,
    HEAD,
  );
  const parts: Markup[] = [...head.markup];
  let y = head.height + 8;

  // The best stretch stands on top, as in a ranking. Its ends stand beside its name where there
  // is room for both, else under it.
  const label = (bin: (typeof bins)[number]) => bin.label?.[lang] ?? bin.range;
  const labelWidth = Math.max(0, ...bins.map((bin) => lineWidth(label(bin))));
  const rangeWidth = Math.max(
    0,
    ...bins.map((bin) => (bin.label ? lineWidth(bin.range, SOFT) : 0)),
  );
  const together = labelWidth + 6 + rangeWidth;
  const inline = together <= width * 0.36;
  const column = inline ? together : Math.min(width * 0.36, Math.max(labelWidth, rangeWidth));
  const left = Math.ceil(column) + 10;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const countWidth = lineWidth(formatInteger(most, lang), { bold: true }) + 6;
  const length = width - left - countWidth;
  const limit = numbers > 0 && data.threshold ? thresholdLabel(data.threshold, lang) : null;
  const at = data.threshold?.at ?? Number.NaN;
  let limitTold = limit === null;
  for (const bin of numbers > 0 ? bins.toReversed() : []) {
    const top = y;
    const own = writeBlock(theme, 0, top, inline ? labelWidth : column, label(bin));
    parts.push(...own.markup);
    let labelled = own.height;
    if (bin.label && inline) {
      parts.push(write(theme, labelWidth + 6, top + 12, bin.range, SOFT));
    } else if (bin.label) {
      const range = writeBlock(theme, 0, top + own.height, column, bin.range, SOFT);
      parts.push(...range.markup);
      labelled += range.height;
    }
    if (bin.count > 0) {
      const size = (bin.count / most) * length;
      parts.push(
        el('rect', {
          ...paint(theme, {
            fill: bin.ink ?? 'line-strong',
          }),
          x: left,
          y: top + 2,
          width: size,
          height: BAR,
        }),
        write(theme, left + size + 5, top + 12.5, formatInteger(bin.count, lang), { bold: true }),
      );
    } else {
      parts.push(write(theme, left, top + 12.5, MISSING.not_found[lang], { ...SOFT, size: 12 }));
    }
    const marks = bin.named.map(({ name, value, ink }): Mark => {
      const words = `${placeName(name, width)} ${formatDecimal(value, lang)}`;
      return { words, ink };
    });
    if (limit !== null && bin.from < at && at < bin.to) {
      marks.push({ words: limit, ink: 'threshold' });
      limitTold = true;
    }
    const flow = flowMarks(theme, left, top + BAR + 5, width, marks);
    parts.push(...flow.markup);
    y = Math.max(flow.bottom, top + BAR + 4, top + labelled) + 5;
    if (limit !== null && at === bin.from) {
      // The threshold parts this stretch from the one below.
      parts.push(
        el('line', {
          ...paint(theme, { stroke: 'threshold', strokeWidth: 1.5 }),
          x1: 0,
          y1: y,
          x2: width,
          y2: y,
        }),
        write(theme, width, y + 13, limit, { ...LIMIT, anchor: 'end' }),
      );
      limitTold = true;
      y += 20;
    }
  }
  if (limit !== null && !limitTold) {
    const block = writeBlock(theme, 0, y, width, limit, LIMIT);
    parts.push(...block.markup);
    y += block.height + 3;
  }
  const tail = tellRest(set, data, known, y);
  parts.push(...tail.markup);
  y += tail.height + 2;

  const counts = bins
    .filter(({ count }) => count > 0)
    .toReversed()
    .map(
      (bin) =>
        `${formatInteger(bin.count, lang)} ${bin.label ? `${label(bin)} (${bin.range})` : bin.range}`,
    );
  const rest = restText(known, data, lang);
  const description = [
    `${indicator} ${data.year}: ${countText(known, data, lang)}.`,
    counts.length > 0 && `${formatList(counts, lang)}.`,
    namedText(data, lang),
    data.threshold && numbers > 0 && `${capitalised(thresholdLabel(data.threshold, lang))}.`,
    categoriesText(data, lang),
    rest && `${rest}.`,
  ]
    .filter(Boolean)
    .join(' ');
  const title = t({
    id: `Sebaran ${indicator} ${data.year}: ${data.areas.id}`,
    en: `Distribution of ${indicator} ${data.year}: ${data.areas.en}`,
  });
  return frame(set, { kind: 'distribution', height: Math.ceil(y), title, description }, parts);
};

/** "73–78". */
function rangeText({ from, to }: Bin, lang: Lang): string {
  const [low, high] = [from, to].map((end) => formatDecimal(String(end), lang));
  return `${low}–${high}`;
}

/** The named whose figure lies in a stretch: the region first, then the pilots from the best. */
function namedIn({ from, to }: Bin, isLast: boolean, { region, pilots }: DistributionBase) {
  const inside = (value: string) =>
    from <= Number(value) && (isLast ? Number(value) <= to : Number(value) < to);
  const own =
    region?.value && inside(region.value)
      ? [{ ...region, value: region.value, ink: 'region' as const }]
      : [];
  const others = pilots
    .flatMap((pilot) =>
      pilot.value && inside(pilot.value)
        ? [{ ...pilot, value: pilot.value, ink: 'pilot' as const }]
        : [],
    )
    .toSorted((a, b) => Number(b.value) - Number(a.value));
  return [...own, ...others];
}
