import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartogram } from '../charts/cartogram.ts';
import { coverageNation, coverageRegion } from '../charts/coverage.ts';
import { distribution } from '../charts/distribution.ts';
import { distributionBinned } from '../charts/distribution-binned.ts';
import { funnel } from '../charts/funnel.ts';
import { grades } from '../charts/grades.ts';
import { cartogramData, nationData } from '../charts/map-book.ts';
import { countryOf, localGeometry, nationGeometry } from '../charts/map-geometry.ts';
import { mirror } from '../charts/mirror.ts';
import { nation } from '../charts/nation.ts';
import { province } from '../charts/province.ts';
import { readiness } from '../charts/readiness.ts';
import { road } from '../charts/road.ts';
import { readTags } from '../charts/svg-checks.ts';
import { trend, trendSmall } from '../charts/trend.ts';
import { trends } from '../charts/trends.ts';
import type { Score } from '../dataset/tables/index.ts';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { formatDecimal } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { isAutonomous } from './coverage.ts';
import { nationCoverageData, regionCoverageData } from './coverage-data.ts';
import { binnedData, distributionData } from './distribution-data.ts';
import { funnelData } from './funnel-data.ts';
import { gradesData } from './grades-data.ts';
import { mapBook, mapTopic, provinceData } from './map-data.ts';
import { mirrorData } from './mirror-data.ts';
import { readinessOf } from './readiness.ts';
import { readinessData } from './readiness-data.ts';
import { roadData } from './road-data.ts';
import { areaShareData, indicatorShareData } from './share-image-data.ts';
import { deriveModel, type Model } from './site-model.ts';
import { trendData } from './trend-data.ts';
import { trendsData } from './trends-data.ts';

/**
 * From datasets with gaps at random places, through the model and each builder, to each chart:
 * what is unknown is said in words, and nothing is drawn for it, least of all at zero. No figure
 * of these datasets is zero, so whatever stands at zero would be an unknown.
 */
const source_id = 'kabar-contoh-2024-01-15';
const AREAS = ['98', '98.01', '98.02', '98.71', '99', '99.01', '99.10', '99.71'];
const SERIES = [
  ...[2022, 2023, 2024].map((year) => ({ indicator: 'mcp', series: 'mcp', year })),
  { indicator: 'mcp', series: 'mcsp', year: 2025 },
  ...[2021, 2022, 2023, 2024].map((year) => ({ indicator: 'spi', series: 'spi', year })),
  ...[2022, 2023, 2024].map((year) => ({ indicator: 'bpk', series: 'bpk', year })),
];
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  mcp: ['merah', 'kuning', 'hijau'],
  'mcp/2024': ['rentan', 'terjaga'],
  spi: ['rentan', 'waspada', 'terjaga'],
  bpk: ['tmp', 'wdp', 'wtp'],
};

/** What is printed of one area and year: nothing, more often than not. */
const cell = fc.oneof(
  { arbitrary: fc.constant(null), weight: 3 },
  {
    arbitrary: fc.record({
      hundredths: fc.integer({ min: 100, max: 10_000 }),
      asCategory: fc.boolean(),
      category: fc.nat(),
      status: fc.constantFrom('final', 'final', 'final', 'interim', 'doubtful'),
    }),
    weight: 2,
  },
);
const cells = fc.array(cell, {
  minLength: AREAS.length * SERIES.length,
  maxLength: AREAS.length * SERIES.length,
});
/** Which rows of the programme's tables are known. */
const programme = fc.record({
  designations: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  cohortFigures: fc.boolean(),
});

type Given<T> = T extends fc.Arbitrary<infer V> ? V : never;

function modelOf(
  printed: Given<typeof cells>,
  { designations, cohortFigures }: Given<typeof programme>,
): Model {
  const scores = AREAS.flatMap((area_code, a) =>
    SERIES.flatMap(({ indicator, series, year }, s) => {
      const found = printed[a * SERIES.length + s];
      if (!found) return [];
      const known = CATEGORIES[`${series}/${year}`] ?? CATEGORIES[series] ?? [];
      const isCategory = indicator === 'bpk' || (found.asCategory && known.length > 0);
      const category = isCategory ? (known[found.category % known.length] ?? '') : '';
      const value = isCategory ? '' : (found.hundredths / 100).toFixed(2);
      const value_printed = value.replace('.', ',');
      const { status } = found;
      const own = { area_code, indicator, series, year, status, source_id };
      return [{ ...own, category, category_printed: category, value, value_printed }];
    }),
  );
  const dataset = fictionalDataset({
    scores: tableText('scores', scores),
    decisions: tableText('decisions', []),
    designations: (text) => {
      const [head, ...rows] = text.trim().split('\n');
      return `${[head, ...rows.filter((_, i) => designations[i])].join('\n')}\n`;
    },
    cohort_figures: (text) => (cohortFigures ? text : tableText('cohort_figures', [])),
  });
  return deriveModel(dataset);
}

const lang = fc.constantFrom<Lang>('id', 'en');
const width = fc.integer({ min: 280, max: 1200 });

/** The rows of the dataset that print a final result, straight from the table. */
const finals = ({ dataset }: Model, area: string, indicator: string): readonly Score[] =>
  dataset.tables.scores.filter(
    (row) => row.area_code === area && row.indicator === indicator && row.status === 'final',
  );

const tagsOf = (svg: string, name: string) => readTags(svg).filter((tag) => tag.name === name);
const wordsOf = (svg: string) =>
  ['desc', 'text', 'tspan'].flatMap((name) => tagsOf(svg, name).map(({ text }) => text)).join(' ');
const ofClass = (svg: string, name: string, look: string) =>
  tagsOf(svg, name).filter(({ attributes }) => attributes.class === look);

/** What no chart may hold, whatever it shows; gives its words. */
function soundWords(svg: string): string {
  const everything = readTags(svg).flatMap(({ attributes, text }) => [
    text,
    ...Object.values(attributes),
  ]);
  for (const part of everything) expect(part).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  const words = wordsOf(svg);
  // A figure stands with its year, so this is what an unknown shown as zero would look like;
  // "2024: 0 of 6 regions" is a count of ours.
  expect(words).not.toMatch(/(?:^|[\s:])0(?:[.,]0+)? \(?20\d\d/);
  expect(words).not.toMatch(/20\d\d: 0(?:[.,]0+)?(?![\d.,]| dari | of )/);
  return words;
}

const runs = { numRuns: 20 };
const check = (act: (model: Model, lang: Lang, width: number) => void) =>
  fc.assert(
    fc.property(cells, programme, lang, width, (printed, told, l, w) =>
      act(modelOf(printed, told), l, w),
    ),
    runs,
  );

describe('what is unknown, in datasets with gaps', () => {
  it('is no mark in a trend, large or small', () =>
    check((model, l, w) => {
      for (const area of [...model.provinces, ...model.regions]) {
        for (const { indicator } of model.indicators) {
          const data = trendData(model, area, indicator);
          const svg = trend(data, { lang: l, width: w, id: 'c' });
          const words = soundWords(svg);
          const rows = model.dataset.tables.scores.filter(
            (row) => row.area_code === area.code && row.indicator === indicator,
          );
          const marks =
            tagsOf(svg, 'circle').length +
            tagsOf(svg, 'rect').filter(({ attributes }) => attributes.rx).length +
            tagsOf(svg, 'line').filter(({ attributes }) => attributes['stroke-dasharray'] === '3 3')
              .length;
          expect(marks).toBe(rows.length);
          const years = rows.map(({ year }) => year);
          const span = Math.max(...years) - Math.min(...years) + 1;
          if (rows.length === 0 || span > rows.length) {
            expect(words).toContain(MISSING.not_found[l]);
          }

          const small = trendSmall(data, { lang: l, id: 'c' });
          if (small === '') continue;
          soundWords(small);
          const dots = tagsOf(small, 'path').flatMap(
            ({ attributes }) => attributes.d?.match(/h0/g) ?? [],
          );
          const numbered = finals(model, area.code, indicator);
          expect(dots.length + tagsOf(small, 'circle').length).toBeLessThanOrEqual(numbered.length);
        }
      }
    }));

  it('is an empty place with words in a mirror', () =>
    check((model, l, w) => {
      for (const area of model.regions) {
        const data = mirrorData(model, area);
        if (!data) continue;
        const svg = mirror(data, { lang: l, width: w, id: 'c' });
        const words = soundWords(svg);
        const known = model.indicators.filter(
          ({ indicator }) => finals(model, area.code, indicator).length > 0,
        );
        expect(ofClass(svg, 'rect', 'f-region').length).toBeLessThanOrEqual(known.length);
        if (known.length < model.indicators.length) expect(words).toContain(MISSING.not_found[l]);
      }
    }));

  it('is not counted in a distribution', () =>
    check((model, l, w) => {
      for (const { indicator, series, year } of SERIES) {
        const query = { indicator: indicator as Score['indicator'], series, year };
        const known = model.autonomousRegions.filter((area) =>
          finals(model, area.code, indicator).some((row) => row.year === year),
        );
        const area = model.area('98.71');
        const data = distributionData(model, { ...query, area });
        const binned = binnedData(model, { ...query, area });
        const named = data.categories.reduce((sum, { count }) => sum + count, 0);
        expect(data.values.length + named).toBe(known.length);
        expect(data.values.every((value) => Number(value) > 0)).toBe(true);
        const bins = binned.bins.reduce((sum, { count }) => sum + count, 0);
        expect(bins).toBeLessThanOrEqual(known.length);
        for (const svg of [
          distribution(data, { lang: l, width: w, id: 'c' }),
          distributionBinned(binned, { lang: l, width: w, id: 'c' }),
        ]) {
          const words = soundWords(svg);
          if (!known.includes(area)) expect(words).toContain(MISSING.not_found[l]);
        }
      }
    }));

  it('is under no grade', () =>
    check((model, l, w) => {
      for (const level of ['regency', 'city'] as const) {
        for (const year of [2022, 2023, 2024]) {
          const areas = model.autonomousRegions.filter((area) => area.level === level);
          const known = areas.filter(({ code }) =>
            finals(model, code, 'bpk').some((row) => row.year === year),
          );
          const data = gradesData(model, { indicator: 'bpk', series: 'bpk', year, level });
          const counted = data.grades.reduce((sum, { count }) => sum + count, 0);
          expect([counted, data.total]).toEqual([known.length, areas.length]);
          soundWords(grades(data, { lang: l, width: w, id: 'c' }));
        }
      }
    }));

  it('is no mark among the lines of several areas, and in no median', () =>
    check((model, l, w) => {
      const members = ['98.01', '98.71', '99.10'].map((code) => model.area(code));
      const named = (name: string) => ({ id: name, en: name });
      const subjects = [
        ...members.map((area) => ({ name: named(area.name), short: named(area.name), area })),
        { name: named('Semua'), short: named('Semua'), group: model.autonomousRegions },
      ];
      for (const { indicator } of model.indicators) {
        const data = trendsData(model, indicator, subjects);
        soundWords(trends(data, { lang: l, width: w, id: 'c' }));
        const pointsOf = (line: number) =>
          data.parts.flatMap(({ lines }) =>
            lines.flatMap((each) => (each.line === line ? each.points : [])),
          );
        members.forEach(({ code }, line) => {
          const rows = model.dataset.tables.scores.filter(
            (row) => row.area_code === code && row.indicator === indicator,
          );
          expect(pointsOf(line)).toHaveLength(rows.length);
        });
        for (const { year, value, count } of pointsOf(members.length)) {
          const numbered = model.autonomousRegions.filter(({ code }) =>
            finals(model, code, indicator).some((row) => row.year === year && row.value !== null),
          );
          expect(Number(value)).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(numbered.length);
        }
      }
    }));

  it('is words on the images that are shared', () =>
    check((model, l) => {
      for (const area of [...model.provinces, ...model.regions]) {
        const printed = model.dataset.tables.scores.flatMap((row) =>
          row.area_code === area.code && row.status === 'final' && row.value !== null
            ? [formatDecimal(row.value, l)]
            : [],
        );
        for (const { value, words, scale } of areaShareData(model, area, l).figures) {
          if (value === null)
            expect([words, scale?.at ?? null]).toEqual([expect.stringMatching(/./), null]);
          else if (/^[\d.,]+$/.test(value)) expect(printed).toContain(value);
        }
      }
      for (const of of model.indicators) {
        const known = model.autonomousRegions.filter(
          ({ code }) => finals(model, code, of.indicator).length > 0,
        );
        const { figures, instead } = indicatorShareData(model, of, l);
        // Counts of ours may be zero; without any figure there is a sentence in their place.
        if (known.length === 0) expect(figures.length === 0).toBe(instead !== null);
        for (const { words } of figures) expect(words).not.toBe('');
      }
    }));

  it('is a stage without a date on the road, and a step without a number in the funnel', () =>
    check((model, l, w) => {
      const cohorts = new Set(model.dataset.tables.designations.map(({ cohort }) => cohort));
      for (const cohort of new Set([2024, ...cohorts])) {
        const data = funnelData(model, cohort);
        const words = soundWords(funnel(data, { lang: l, width: w, id: 'c' }));
        if (data.steps.some(({ versions, named }) => versions.length === 0 && named === 0)) {
          expect(words).toContain(MISSING.not_found[l]);
        }
      }
      for (const area of model.regions) {
        for (const standing of model.standings(area.code)) {
          const data = roadData(model, standing);
          const told = new Set(standing.events.map(({ stage }) => stage));
          expect(data.stops.filter(({ dates }) => dates.length > 0)).toHaveLength(told.size);
          const words = soundWords(road(data, { lang: l, width: w, id: 'c' }));
          const last = data.stops.findLastIndex(({ dates }) => dates.length > 0);
          if (data.stops.slice(0, last).some(({ dates }) => dates.length === 0)) {
            expect(words).toContain(MISSING.not_found[l]);
          }
        }
      }
    }));

  it('fails no criterion', () =>
    check((model, l, w) => {
      for (const area of model.autonomousRegions) {
        const data = readinessData(model, area);
        const results = readinessOf(area, model.dataset.tables.criteria, model.figures)?.results;
        if (!data || !results) continue;
        for (const { criterion, verdict } of results) {
          const { indicator } = criterion;
          if (indicator && finals(model, area.code, indicator).length === 0) {
            expect(verdict).toBe('unknown');
          }
        }
        const words = soundWords(readiness(data, { lang: l, width: w, id: 'c' }));
        if (results.some(({ verdict }) => verdict === 'unknown')) {
          expect(words).toContain(MISSING.not_found[l]);
        }
      }
    }));

  it('is a tiny dot in the matrices of what is known', () =>
    check((model, l, w) => {
      for (const area of [...model.provinces, ...model.regions]) {
        const svg = coverageRegion(regionCoverageData(model, area), {
          lang: l,
          width: w,
          id: 'c',
        });
        const words = soundWords(svg);
        const known = model.indicators.flatMap(({ indicator }) =>
          finals(model, area.code, indicator),
        );
        const dots = ofClass(svg, 'path', 'f-none s-region').flatMap(
          ({ attributes }) => attributes.d?.match(/h0/g) ?? [],
        );
        expect(dots).toHaveLength(known.length);
        if (known.length === 0) expect(words).toMatch(/[Bb]elum ditemukan|found yet/);
      }
      const svg = coverageNation(nationCoverageData(model), { lang: l, width: w, id: 'c' });
      soundWords(svg);
      const years = SERIES.filter(({ indicator, year }) =>
        model.autonomousRegions.some(({ code }) =>
          finals(model, code, indicator).some((row) => row.year === year),
        ),
      );
      expect(ofClass(svg, 'rect', 'f-region')).toHaveLength(years.length);
    }));

  const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const country = countryOf(JSON.parse(readFileSync(atlas, 'utf8')));
  const geometry = nationGeometry(country);
  const { regionsOf } = deriveModel(fictionalDataset());
  const provinces = ['98', '99'].map((code) => ({
    code,
    local: localGeometry(country, regionsOf(code)),
  }));

  it('is in a group of its own on maps, without a value', () =>
    check((model, l, w) => {
      const book = mapBook(model, geometry);
      for (const by of [...model.indicators.map(({ indicator }) => indicator), 'rung'] as const) {
        const topic = mapTopic(model, by);
        const unknown = model.regions.filter(
          (area) =>
            isAutonomous(area) &&
            (by === 'rung'
              ? model.standings(area.code).length === 0
              : finals(model, area.code, by).length === 0),
        );
        model.regions.forEach((area, i) => {
          const entry = topic.entries[i];
          const state = topic.groups[entry?.group ?? -1]?.state;
          if (unknown.includes(area)) {
            expect(entry?.value).toBeNull();
            expect(state).toBe('unknown');
          } else if (isAutonomous(area)) {
            expect(state).not.toBe('unknown');
          }
        });
        const words = [
          nation(nationData(book, topic), { lang: l, width: w, id: 'c' }),
          cartogram(cartogramData(book, topic), { lang: l, width: w, id: 'c' }),
          ...provinces.map(({ code, local }) =>
            province(provinceData(model, code, topic, local), { lang: l, width: w, id: 'c' }),
          ),
        ].map(soundWords);
        const label = topic.groups.find(({ state }) => state === 'unknown')?.label[l] ?? '';
        expect(label).not.toBe('');
        if (unknown.length > 0) {
          for (const each of words.slice(0, 2)) expect(each).toContain(label);
        }
      }
    }));
});
