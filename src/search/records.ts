/**
 * What the full-text search knows: one record for each page, or for each section of pages that
 * are written by hand. Regions and sources come from the model, so that what stands on all of
 * their pages alike is not in the index a thousand times.
 */

import type { Area, Score, Source, TableName } from '../dataset/tables/index.ts';
import type { Citation, Citations } from '../derive/citations.ts';
import type { Model } from '../derive/site-model.ts';
import { compareNames, formatDate } from '../i18n/format.ts';
import { inLang, type Lang } from '../i18n/lang.ts';
import { areaPath, sourcePath } from '../site/page-paths.ts';
import { factLine, lineText, partsText } from '../wording/fact-lines.ts';
import { figureText } from '../wording/figure-text.ts';
import { levelWord } from '../wording/level-word.ts';
import { publishedText } from '../wording/source-text.ts';
import { standingSentence } from '../wording/standing-sentence.ts';
import { kindOfPath, type PageKind } from './filters.ts';
import type { PageSection } from './page-sections.ts';

/** Something to be found. */
export interface SearchRecord {
  /** Path of the page, without language and base; perhaps with a fragment. */
  readonly path: string;
  readonly title: string;
  /** Where it belongs: a region's province, a source's publisher and date. */
  readonly where: string;
  /** Whether the title is a name that stands before pages which only mention it. */
  readonly isNamed: boolean;
  /** Other names it is looked for by. */
  readonly also: readonly string[];
  /** Its text, in pieces that are not one sentence. */
  readonly text: readonly string[];
  /** Values of each filter; see {@link FILTERS}. */
  readonly filters: SearchFilters;
  /** Newest date it tells of, to the precision known. */
  readonly date: string | null;
}

export interface SearchFilters {
  readonly jenis: readonly [PageKind];
  /** Slugs of provinces. */
  readonly provinsi: readonly string[];
  readonly tingkat: readonly string[];
  readonly tangga: readonly string[];
  /** Indicators with a figure. */
  readonly ukuran: readonly string[];
}

/** A page that is written by hand, as it was built. */
export interface BuiltPage {
  /** Without language and base. */
  readonly path: string;
  readonly sections: readonly PageSection[];
}

interface Context {
  readonly model: Model;
  readonly lang: Lang;
}

const unique = <T>(values: Iterable<T>): readonly T[] => [...new Set(values)];

/** A printed score as text: "SPI 2024: 77,4, Waspada". */
function scoreText(score: Score, { model, lang }: Context): string {
  const series = model.figures.bands.series(score.indicator, score.series);
  const { text } = figureText(score, model.figures.bands, lang);
  const bands = model.figures.bandsOf(score).map((band) => inLang(band, 'label', lang));
  return [
    `${inLang(series, 'short', lang)} ${score.year}: ${text}`,
    ...bands.filter((label) => label !== text),
  ].join(', ');
}

/** Tables whose rows are told on the page of their area. */
const OF_AREAS = [
  'channels',
  'designations',
  'profile_facts',
  'service_malls',
  'integrity_units',
  'satisfaction',
  'complaint_ratings',
] as const satisfies readonly TableName[];

/** What is told of an area, newest facts of each table first, each once. */
function areaFacts(area: Area, context: Context): readonly string[] {
  const { model, lang } = context;
  const lines = OF_AREAS.flatMap((table) =>
    model.dataset.tables[table]
      .filter((row) => row.area_code === area.code)
      .map((row) =>
        partsText(factLine({ table, row, anchor: '', fact: null } as Citation, model, lang).parts),
      )
      .toReversed(),
  );
  return unique(lines);
}

function areaRecord(area: Area, context: Context): SearchRecord {
  const { model, lang } = context;
  const province = model.provinceOf(area);
  const headline = model.headline(area.code);
  const latest = model.indicators.flatMap(({ indicator }) => {
    const figure = model.figures.latest(area.code, indicator);
    return figure?.speaking ? [figure.speaking] : [];
  });
  const { aliases, channels } = model.dataset.tables;
  const isProvince = area.level === 'province';
  return {
    path: areaPath(area),
    title: area.name,
    where: isProvince ? '' : province.name,
    isNamed: true,
    also: unique([
      ...aliases.filter((row) => row.code === area.code).map((row) => row.alias),
      ...channels.filter((row) => row.area_code === area.code).map((row) => row.channel),
      area.code,
    ]),
    text: [
      `${levelWord(area.level, lang)} ${isProvince ? '' : `${lang === 'id' ? 'di' : 'in'} ${province.name} `}(${area.code})`,
      ...(headline
        ? [`${standingSentence(headline, lang)} ${formatDate(headline.since, lang)}`]
        : []),
      ...latest.map((score) => scoreText(score, context)),
      ...areaFacts(area, context),
      ...model.disagreements.disputes
        .flatMap(({ versions }) => versions)
        .filter((row) => row.value === area.code)
        .map((row) => inLang(row, 'subject', lang)),
    ],
    filters: {
      jenis: [isProvince ? 'provinsi' : 'daerah'],
      provinsi: [province.slug],
      tingkat: [area.level],
      tangga: headline ? [headline.rung] : [],
      ukuran: latest.map((score) => score.indicator),
    },
    date: headline?.since ?? null,
  };
}

/** The areas that facts are about. */
function areasOf(facts: readonly Citation[], model: Model): readonly Area[] {
  const codes = facts.flatMap(({ table, row }) => {
    if (table === 'areas') return [row.code];
    return 'area_code' in row && row.area_code !== null ? [row.area_code] : [];
  });
  return unique(codes).map(model.area);
}

function sourceRecord(source: Source, facts: readonly Citation[], context: Context): SearchRecord {
  const { model, lang } = context;
  const areas = areasOf(facts, model);
  // Figures by area: its name once, whatever is printed of it.
  const scores = Map.groupBy(
    facts.flatMap(({ table, row }) => (table === 'scores' ? [row] : [])),
    (row) => row.area_code,
  );
  return {
    path: sourcePath(source.id),
    title: source.title,
    where: `${source.publisher}, ${publishedText(source, lang)}`,
    isNamed: false,
    also: [],
    text: [
      ...[...scores].map(
        ([code, rows]) =>
          `${model.area(code).name}: ${rows.map((row) => scoreText(row, context)).join('; ')}`,
      ),
      ...facts
        .filter(({ table }) => table !== 'scores')
        .map((fact) => lineText(factLine(fact, model, lang))),
    ],
    filters: {
      jenis: ['sumber'],
      provinsi: unique(areas.map((area) => model.provinceOf(area).slug)),
      tingkat: unique(areas.map((area) => area.level)),
      tangga: [],
      ukuran: unique([...scores.values()].flat().map((row) => row.indicator)),
    },
    date: source.published,
  };
}

function pageRecords({ path, sections }: BuiltPage, { model, lang }: Context): SearchRecord[] {
  const kind = kindOfPath(path);
  const [first] = sections;
  const indicator = model.indicators.find((each) => path === `/indikator/${each.indicator}/`);
  return sections.map(({ id, heading, isTerm, text }) => ({
    path: id === null ? path : `${path}#${id}`,
    title: heading,
    where: id === null ? '' : (first?.heading ?? ''),
    isNamed: id === null || isTerm,
    also: id === null && indicator ? [inLang(indicator.current, 'name', lang)] : [],
    text: [text],
    filters: {
      jenis: [kind],
      provinsi: [],
      tingkat: [],
      tangga: [],
      ukuran: indicator ? [indicator.indicator] : [],
    },
    date: null,
  }));
}

/** Everything to be found in a language, in the order of the dataset. */
export function searchRecords(
  model: Model,
  citations: Citations,
  pages: readonly BuiltPage[],
  lang: Lang,
): readonly SearchRecord[] {
  const context = { model, lang };
  return [
    ...model.regions.map((area) => areaRecord(area, context)),
    ...model.provinces.map((area) => areaRecord(area, context)),
    ...pages.flatMap((page) => pageRecords(page, context)),
    ...model.dataset.tables.sources.map((source) =>
      sourceRecord(source, citations.of(source.id), context),
    ),
  ];
}

/** The place of each record when sorted, from 0; what is alike shares a place. */
export function ranksBy<T>(
  records: readonly T[],
  compare: (a: T, b: T) => number,
): readonly number[] {
  const order = records.map((_, i) => i).sort((a, b) => compare(records[a] as T, records[b] as T));
  const ranks: number[] = new Array(records.length).fill(0);
  for (const [place, i] of order.entries()) {
    const before = order[place - 1];
    const isAlike = before !== undefined && compare(records[before] as T, records[i] as T) === 0;
    ranks[i] = isAlike ? (ranks[before] as number) : place;
  }
  return ranks;
}

/** By name, as readers expect; sections after the page they stand on. */
export const byName = (a: SearchRecord, b: SearchRecord) =>
  compareNames(a.title, b.title) || compareNames(a.where, b.where);

/** Oldest first; what has no date comes before all. */
export const byDate = (a: SearchRecord, b: SearchRecord) =>
  (a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0;
