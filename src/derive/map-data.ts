/** From the model to what maps show. The charts get it without knowing the model. */
import { movedApart } from '../charts/apart.ts';
import { cartogramLayout } from '../charts/cartogram-layout.ts';
import type { MapGroup, MapState, Point } from '../charts/map.ts';
import type {
  BookIsland,
  BookRegion,
  MapBook,
  MapBy,
  MapSources,
  MapTopic,
  SourceEntry,
  TopicEntry,
} from '../charts/map-book.ts';
import type { MapGeometry } from '../charts/map-geometry.ts';
import type { ProvinceData, ProvincePlace } from '../charts/province.ts';
import type { Text } from '../dataset/table-schema.ts';
import { fieldOf } from '../dataset/table-schema.ts';
import {
  type Area,
  type Band,
  type IndicatorId,
  type Rung,
  TABLES,
} from '../dataset/tables/index.ts';
import { LANGS } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { bandInk, compactLabel, shortBand } from '../wording/figure-text.ts';
import type { BandScheme } from './bands.ts';
import { anchorOf } from './citations.ts';
import { isAutonomous } from './coverage.ts';
import type { Figure } from './figures.ts';
import { oldestYear } from './readiness.ts';
import type { Model } from './site-model.ts';

/** A map shows the newest bands under which at least this share of the regions has a figure. */
const MIN_SHARE = 0.1;

/** Marks stand at least this far apart on the nation's map, in its units. */
const APART = 7;

/** Where the names of the island groups stand on the nation's map: in the sea, by eye. */
const ISLAND_NAMES: Readonly<Record<string, { readonly lon: number; readonly lat: number }>> = {
  Sumatera: { lon: 97.6, lat: -3.6 },
  Jawa: { lon: 109.6, lat: -9.1 },
  'Bali dan Nusa Tenggara': { lon: 117.2, lat: -10.3 },
  Kalimantan: { lon: 114.2, lat: 3.4 },
  Sulawesi: { lon: 122.1, lat: 2.2 },
  Maluku: { lon: 129.3, lat: -5.4 },
  Papua: { lon: 137.3, lat: -0.4 },
};

/** A label in both languages. */
function inBoth(label: (lang: 'id' | 'en') => string): Text {
  const [id = '', en = ''] = LANGS.map(label);
  return { id, en };
}

/** The short name people use for a province ("Jatim"), else its own. */
function shortName(model: Model, { code, name }: Area): string {
  if (name.length <= 9) return name;
  const known = model.dataset.tables.aliases
    .filter((alias) => alias.code === code && alias.kind === 'abbreviation')
    .map(({ alias }) => alias)
    .filter((alias) => alias.length <= 9)
    .toSorted((a, b) => Number(b.length > 3) - Number(a.length > 3) || a.length - b.length);
  return known[0] ?? name;
}

/** Everything that does not depend on what a map shows: places, cells, names, land. */
export function mapBook(model: Model, geometry: MapGeometry): MapBook {
  const { regions, provinces } = model;
  const places = movedApart(
    regions.map((region) => geometry.at(region)),
    APART,
  );
  const layout = cartogramLayout(
    regions.map((region) => {
      const [x, y] = geometry.at(region);
      const province = model.provinceOf(region).code;
      return { code: region.code, x, y, province, island: region.island_group };
    }),
  );
  const groups = fieldOf(TABLES.areas, 'island_group').categories ?? [];
  return {
    land: { path: geometry.path, width: geometry.width, height: geometry.height },
    columns: layout.columns,
    rows: layout.rows,
    islands: groups.flatMap(({ value, label }): readonly BookIsland[] => {
      const own = provinces.filter((province) => province.island_group === value);
      const place = ISLAND_NAMES[value];
      return own.length > 0
        ? [
            {
              name: label,
              provinces: own.map(({ code }) => code),
              at: place ? geometry.at(place) : null,
            },
          ]
        : [];
    }),
    provinces: provinces.map((area) => ({
      code: area.code,
      name: area.name,
      short: shortName(model, area),
    })),
    regions: regions.map((region, i): BookRegion => {
      const [x, y] = places[i] ?? geometry.at(region);
      const standing = model.headline(region.code);
      return {
        code: region.code,
        name: region.name,
        slug: region.slug,
        level: region.level === 'city' ? 'city' : 'regency',
        province: model.provinceOf(region).code,
        at: [Math.round(x), Math.round(y)],
        cell: layout.cells.get(region.code) ?? [0, 0],
        rung: standing?.rung ?? null,
        cohort: standing?.cohort ?? null,
      };
    }),
    rungs: Object.fromEntries(
      (fieldOf(TABLES.designations, 'rung').categories ?? []).map(({ value, label }) => [
        value,
        label,
      ]),
    ) as Record<Rung, Text>,
  };
}

/** What a map shows, for every region of the model. */
export function mapTopic(model: Model, by: MapBy): MapTopic {
  return by === 'rung' ? rungTopic(model) : figureTopic(model, by);
}

const ON_THE_LADDER: readonly Rung[] = [
  'designated',
  'candidate',
  'observed',
  'proposed',
  'not_selected',
  'passed_on',
];

const NOT_APPLICABLE: MapGroup = { state: 'not-applicable', label: MISSING.not_applicable };

function rungTopic(model: Model): MapTopic {
  const labels = new Map(
    fieldOf(TABLES.designations, 'rung').categories?.map(({ value, label }) => [value, label]),
  );
  const groups: readonly MapGroup[] = [
    ...ON_THE_LADDER.map((rung) => ({
      state: rung,
      label: labels.get(rung) ?? { id: rung, en: rung },
    })),
    {
      state: 'unknown',
      label: { id: 'belum ditemukan dalam program', en: 'not found in the programme yet' },
    },
    NOT_APPLICABLE,
  ];
  const indexOf = (state: MapState) => groups.findIndex((group) => group.state === state);
  const standings = model.regions.map((region) => model.headline(region.code));
  return {
    by: 'rung',
    kind: 'rungs',
    subject: { id: 'Percontohan antikorupsi', en: 'Anti-corruption pilots' },
    years: span(standings.flatMap((standing) => standing?.cohort ?? [])),
    groups,
    entries: model.regions.map((region, i): TopicEntry => {
      const standing = standings[i];
      if (standing) return { group: indexOf(standing.rung), value: null, year: standing.cohort };
      const state = isAutonomous(region) ? 'unknown' : 'not-applicable';
      return { group: indexOf(state), value: null, year: null };
    }),
  };
}

/** Years of one series whose figures are sorted into the same bands. */
interface Period {
  readonly series: string;
  readonly schemes: readonly BandScheme[];
  /** Each region's newest figure of these years. */
  readonly figures: ReadonlyMap<string, Figure>;
}

/** The periods an indicator's figures fall into, newest first. */
function periodsOf(model: Model, indicator: IndicatorId): readonly Period[] {
  const { figures } = model;
  const found = new Map<string, { period: Period; own: Map<string, Figure>; last: number }>();
  for (const { code } of model.autonomousRegions) {
    for (const figure of figures.of(code, indicator)) {
      if (!figure.speaking) continue;
      const { series, year } = figure;
      const schemes = figures.bands.schemes(indicator, series, year);
      const key = `${series}/${schemes[0]?.bands[0]?.year_from ?? ''}`;
      let entry = found.get(key);
      if (!entry) {
        const own = new Map<string, Figure>();
        entry = { period: { series, schemes, figures: own }, own, last: year };
        found.set(key, entry);
      }
      // Figures come oldest first: the newest of a region stays.
      entry.own.set(code, figure);
      entry.last = Math.max(entry.last, year);
    }
  }
  return [...found.values()].toSorted((a, b) => b.last - a.last).map(({ period }) => period);
}

/** The period a map shows. */
function shownPeriod(model: Model, indicator: IndicatorId): Period | undefined {
  const periods = periodsOf(model, indicator);
  const enough = periods.find(
    ({ figures }) => figures.size >= MIN_SHARE * model.autonomousRegions.length,
  );
  return enough ?? periods.toSorted((a, b) => b.figures.size - a.figures.size)[0];
}

/** A region's figure on a map, and whether it is one of those the map is of. */
interface Chosen {
  readonly figure: Figure;
  readonly isCurrent: boolean;
}

/** Which figures a map shows. */
interface Choice {
  readonly period: Period | undefined;
  readonly scheme: BandScheme | undefined;
  /** Each region's newest figure that still counts in the period shown, else its newest of all. */
  readonly figures: ReadonlyMap<string, Chosen>;
}

/** Older figures than the criterion of the measure lets count are not set beside newer ones. */
function chooseFigures(model: Model, indicator: IndicatorId): Choice {
  const period = shownPeriod(model, indicator);
  const criterion = model.dataset.tables.criteria.find(
    (each) => each.used && each.indicator === indicator,
  );
  const [any] = period?.figures.values() ?? [];
  const from = criterion && any ? oldestYear(criterion, model.figures, any) : 0;
  const figures = new Map<string, Chosen>();
  for (const { code } of model.regions.filter(isAutonomous)) {
    const own = period?.figures.get(code);
    const isCurrent = own !== undefined && own.year >= from;
    const figure = isCurrent ? own : model.figures.latest(code, indicator);
    if (figure) figures.set(code, { figure, isCurrent });
  }
  return { period, scheme: period && mostTelling(period), figures };
}

/** The words for results that are not of the years shown: from when, where all are older. */
function otherYearsLabel(shown: readonly Chosen[], from: number | undefined): Text {
  const others = shown.filter(({ isCurrent }) => !isCurrent).map(({ figure }) => figure.year);
  return from !== undefined && others.length > 0 && others.every((year) => year < from)
    ? { id: `hanya hasil sebelum ${from}`, en: `only results before ${from}` }
    : { id: 'hanya hasil masa lain', en: 'only results of another period' };
}

function figureTopic(model: Model, indicator: IndicatorId): MapTopic {
  const { period, scheme, figures } = chooseFigures(model, indicator);
  const shown = [...figures.values()];
  const years = span(shown.flatMap(({ figure, isCurrent }) => (isCurrent ? figure.year : [])));
  const bandGroups = groupsOf(scheme?.bands ?? []);
  const groups: readonly MapGroup[] = [
    ...bandGroups.map(({ state, label }) => ({ state, label })),
    { state: 'no-band', label: { id: 'hasil tanpa pita', en: 'result without a band' } },
    { state: 'other-years', label: otherYearsLabel(shown, years?.[0]) },
    { state: 'unknown', label: MISSING.not_found },
    NOT_APPLICABLE,
  ];
  const indexOf = (state: MapState) => groups.findIndex((group) => group.state === state);
  const groupOf = ({ figure, isCurrent }: Chosen) => {
    if (!isCurrent) return indexOf('other-years');
    const band = figure.bands.find((each) => each.scheme === scheme?.scheme);
    return band
      ? bandGroups.findIndex(({ ids }) => ids.includes(band.category_id))
      : indexOf('no-band');
  };
  const own = model.indicators.find((each) => each.indicator === indicator);
  const name = own?.series.find(({ series }) => series === period?.series) ?? own?.current;
  return {
    by: indicator,
    kind: 'figures',
    subject: name ? { id: name.short_id, en: name.short_en } : { id: indicator, en: indicator },
    years,
    groups,
    entries: model.regions.map((region): TopicEntry => {
      const chosen = figures.get(region.code);
      if (chosen) {
        const { figure } = chosen;
        return { group: groupOf(chosen), value: printedValue(figure), year: figure.year };
      }
      const state = isAutonomous(region) ? 'unknown' : 'not-applicable';
      return { group: indexOf(state), value: null, year: null };
    }),
  };
}

/** Where what a map shows was printed, for every region of the model. */
export function mapSources(model: Model, by: MapBy): MapSources {
  if (by === 'rung') {
    return {
      by,
      entries: model.regions.map(({ code }): SourceEntry | null => {
        const event = model.headline(code)?.event;
        if (!event) return null;
        return { source: event.source_id, anchor: anchorOf('designations', event), band: null };
      }),
    };
  }
  const { scheme, figures } = chooseFigures(model, by);
  return {
    by,
    entries: model.regions.map(({ code }): SourceEntry | null => {
      const figure = figures.get(code)?.figure;
      if (!figure?.speaking) return null;
      const band = figure.bands.find((each) => each.scheme === scheme?.scheme) ?? figure.bands[0];
      return {
        source: figure.speaking.source_id,
        anchor: anchorOf('scores', figure.speaking),
        band: band ? { id: band.label_id, en: band.label_en } : null,
      };
    }),
  };
}

/** The scheme in which most of a period's figures have a band; the first of equals. */
function mostTelling({ schemes, figures }: Period): BandScheme | undefined {
  const count = ({ scheme }: BandScheme) =>
    [...figures.values()].filter(({ bands }) => bands.some((band) => band.scheme === scheme))
      .length;
  return schemes.toSorted((a, b) => count(b) - count(a))[0];
}

/** Bands as the map colours them: those that share an ink share a group. */
function groupsOf(bands: readonly Band[]) {
  const inks = Map.groupBy(bands, ({ rank }) => bandInk(rank, bands.length));
  return [...inks].map(([state, same]) => ({
    state,
    ids: same.map(({ category_id }) => category_id),
    label: inBoth((lang) => same.map((band) => compactLabel(shortBand(band, lang))).join(' / ')),
  }));
}

/** A figure's number as printed, else the word for its category. */
function printedValue({ value, bands, speaking }: Figure): TopicEntry['value'] {
  if (value !== null) return value;
  const [band] = bands;
  if (band) return inBoth((lang) => compactLabel(shortBand(band, lang)));
  const printed = speaking?.category_printed ?? speaking?.category ?? null;
  return printed === null ? null : { id: printed, en: printed };
}

function span(years: readonly number[]): readonly [number, number] | null {
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}

/** The data of a province's own map. `geometry` is that of its regions' places. */
export function provinceData(
  model: Model,
  provinceCode: string,
  topic: MapTopic,
  geometry: MapGeometry,
): ProvinceData {
  const entries = new Map(model.regions.map(({ code }, i) => [code, topic.entries[i]]));
  const { subject, kind, groups } = topic;
  const places = model.regionsOf(provinceCode).flatMap((region): readonly ProvincePlace[] => {
    const entry = entries.get(region.code);
    const at: Point = geometry.at(region);
    return entry
      ? [
          {
            code: region.code,
            name: region.name,
            level: region.level === 'city' ? 'city' : 'regency',
            province: provinceCode,
            at,
            group: entry.group,
            isPilot: model.headline(region.code)?.rung === 'designated',
            year: entry.year,
          },
        ]
      : [];
  });
  const shown = places.filter(({ group }) => groups[group]?.state !== 'other-years');
  return {
    subject,
    kind,
    // Years that only other provinces have figures of would mislead here.
    years: kind === 'figures' ? span(shown.flatMap(({ year }) => year ?? [])) : topic.years,
    level: 'all',
    groups,
    province: model.area(provinceCode).name,
    land: { path: geometry.path, width: geometry.width, height: geometry.height },
    places,
  };
}
