import { categoryLabel } from '../dataset/table-schema.ts';
import type { Band, Indicator } from '../dataset/tables/index.ts';
import { indicators } from '../dataset/tables/measures.ts';
import type { BandScheme } from '../derive/bands.ts';
import type { Break, IndicatorSeries } from '../derive/series.ts';
import { formatDecimal, formatList } from '../i18n/format.ts';
import { inLang, type Lang } from '../i18n/lang.ts';
import { shortBand } from './figure-text.ts';

/** A span of years: "2019–2024", "sejak 2025", "sampai 2018"; `null` where neither end is known. */
export function yearsText(first: number | null, last: number | null, lang: Lang): string | null {
  if (first !== null && last !== null) return first === last ? String(first) : `${first}–${last}`;
  if (first !== null) return lang === 'id' ? `sejak ${first}` : `since ${first}`;
  if (last !== null) return lang === 'id' ? `sampai ${last}` : `until ${last}`;
  return null;
}

/**
 * The word that tells a series from the others of its indicator: its short name, or its years
 * ("deret 2022–2024") where another series has the same name.
 */
export function seriesWord(row: Indicator, siblings: readonly Indicator[], lang: Lang): string {
  const name = inLang(row, 'short', lang);
  const shared = siblings.some((other) => other !== row && inLang(other, 'short', lang) === name);
  const years = shared ? yearsText(row.first_year, row.last_year, lang) : null;
  return years === null ? name : `${lang === 'id' ? 'deret' : 'series'} ${years}`;
}

/**
 * The name of an indicator over all its series: "SPI"; "MCP (kini MCSP)" where the newest series
 * has another name.
 */
export function indicatorTitle({ indicator, current }: IndicatorSeries, lang: Lang): string {
  const label = categoryLabel(indicators, 'indicator', indicator, lang);
  const name = inLang(current, 'short', lang);
  if (name === label) return label;
  return lang === 'id' ? `${label} (kini ${name})` : `${label} (now ${name})`;
}

/** What happened at the seam between two series, in one sentence. */
export function breakSentence({ before, after, year }: Break, lang: Lang): string {
  const [old, name] = [inLang(before, 'short', lang), inLang(after, 'short', lang)];
  const full = inLang(after, 'name', lang);
  if (old === name) {
    return lang === 'id'
      ? `Sejak ${year} penilaiannya lain: ${full}.`
      : `Since ${year} it is another assessment: ${full}.`;
  }
  return lang === 'id'
    ? `Sejak ${year} bernama ${name}; sebelumnya ${old}.`
    : `Called ${name} since ${year}, ${old} before.`;
}

/**
 * The scale of a series: "nilai, 0–100"; where no numeric scale was found, the categories from
 * the lowest to the highest.
 */
export function scaleText(row: Indicator, schemes: readonly BandScheme[], lang: Lang): string {
  const kind = categoryLabel(indicators, 'kind', row.kind, lang);
  if (row.scale_min !== null && row.scale_max !== null) {
    const [min, max] = [row.scale_min, row.scale_max].map((n) => formatDecimal(String(n), lang));
    return `${kind}, ${min}–${max}`;
  }
  const names = schemes.at(0)?.bands.map((band) => shortBand(band, lang)) ?? [];
  return names.length > 0 ? `${kind}: ${formatList(names, lang)}` : kind;
}

/** The bounds of a band as the site applies them, or `null` where no source printed any. */
export function bandBounds(band: Band, isTop: boolean, lang: Lang): string | null {
  const [min, max] = [band.min, band.max].map((n) =>
    n === null ? null : formatDecimal(String(n), lang),
  );
  const below = lang === 'id' ? 'di bawah' : 'below';
  if (min !== null && max !== null) {
    if (isTop) return lang === 'id' ? `${min} sampai ${max}` : `${min} to ${max}`;
    return lang === 'id' ? `${min} sampai ${below} ${max}` : `${min} to ${below} ${max}`;
  }
  if (min !== null) return lang === 'id' ? `${min} ke atas` : `${min} and above`;
  if (max !== null) return `${below} ${max}`;
  return null;
}

/** Bands that were published together: one series, one span of years, one scheme. */
export interface BandTable {
  readonly series: string;
  readonly from: number;
  readonly to: number | null;
  readonly scheme: Band['scheme'];
  /** From the worst to the best. */
  readonly bands: readonly Band[];
}

/** Groups the bands of an indicator into the tables they were printed as, newest first. */
export function bandTables(bands: readonly Band[]): readonly BandTable[] {
  const groups = Map.groupBy(bands, (band) => `${band.series}/${band.year_from}/${band.scheme}`);
  return [...groups.values()]
    .flatMap((group): readonly BandTable[] => {
      const [first] = group;
      return first
        ? [
            {
              series: first.series,
              from: first.year_from,
              to: first.year_to,
              scheme: first.scheme,
              bands: group.toSorted((a, b) => a.rank - b.rank),
            },
          ]
        : [];
    })
    .toSorted((a, b) => b.from - a.from);
}
