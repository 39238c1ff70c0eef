/**
 * A dataset in which nothing is missing: the measures, bands, criteria, stages and terms are the
 * real ones, so that sentences and tables are as long as they will be, but every area, source and
 * figure is made up. It tells how heavy pages become once everything is known.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLE_NAMES, type TableName } from '../../src/dataset/tables/index.ts';
import { tableText } from '../../src/dataset/testing.ts';
import { csvRows } from './site.ts';

type Cells = Record<string, string>;

/** The region of which everything is known. */
export const FULL_REGION = { code: '97.01', slug: 'kabupaten-contoh-lengkap' } as const;
/** The province of which everything is known. */
export const FULL_PROVINCE = { code: '97', slug: 'contoh-lengkap' } as const;

/** Regencies beside the full one: enough for distributions and for ranks within the province. */
const NEIGHBOURS = [
  ...['Rekaan', 'Khayalan', 'Umpama', 'Misal Raya', 'Andai Utara', 'Andai Selatan'],
  ...['Contoh Kepulauan', 'Pura Barat', 'Pura Timur', 'Bayangan Hulu', 'Bayangan Hilir'],
];
/** Names for as many pilots as the real programme has designated so far. */
const PILOT_NAMES = [
  ...['Kota Cermin Rekaan', 'Kota Misal', 'Kota Andai', 'Kota Umpama Jaya', 'Kota Khayal'],
  ...['Kabupaten Teladan Rekaan', 'Kabupaten Tiruan Selatan', 'Kabupaten Maket'],
  ...['Kabupaten Purwarupa Tengah', 'Kabupaten Perumpamaan Barat', 'Kota Sampel', 'Kota Modelan'],
];
/**
 * How many rows of each kind it has: of the real regions with any, nine in ten have no more; of
 * those with facts, half.
 */
const ROWS = { facts: 26, channels: 4, units: 4, satisfaction: 6, complaints: 2, malls: 1 };
/** Every so many figures are told by a second source, as they are in the real data. */
const SECOND_SOURCE_EVERY = 3;
/** A report tells several facts; those of the real regions tell more than this. */
const FACTS_PER_SOURCE = 4;

/** The same numbers in every run, from 0 (inclusive) to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The files of the dataset. Reads the real one from `real` for what is not made up. */
export function fullFiles(real = 'data'): Map<string, string> {
  const random = numbers(7);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const table = (name: TableName): readonly Cells[] =>
    csvRows(readFileSync(join(real, `${name}.csv`), 'utf8'));
  const facts = table('profile_facts');

  // Words as people write them of such things, in no order: they pack no better than real texts.
  const words = (language: 'id' | 'en') =>
    facts
      .flatMap((row) => (row[`text_${language}`] ?? '').split(' '))
      .filter((word) => /^[a-z]{2,}$/.test(word));
  const vocabulary = { id: words('id'), en: words('en') };
  /** A text of about as many characters as the median of the real ones, or of those given. */
  const sentence = (language: 'id' | 'en', length: number): string => {
    let text = language === 'id' ? 'Rekaan:' : 'Fictional:';
    while (text.length < length) text += ` ${pick(vocabulary[language])}`;
    return text;
  };
  const both = (name: string, length: number): Cells => ({
    [`${name}_id`]: sentence('id', length),
    [`${name}_en`]: sentence('en', length),
  });
  const medianLength = (rows: readonly Cells[], column: string): number => {
    const lengths = rows.map((row) => row[column]?.length ?? 0).filter((length) => length > 0);
    return lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? 0;
  };

  const sources: Cells[] = [];
  const publishers = ['Kabar', 'Warta', 'Suara', 'Harian', 'Portal', 'Radar', 'Berita'].flatMap(
    (first) => ['Contoh', 'Rekaan', 'Khayal', 'Misal', 'Umpama'].map((last) => `${first} ${last}`),
  );
  const titleLength = medianLength(table('sources'), 'title');
  const newSource = (year: number): string => {
    const publisher = pick(publishers);
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
    const stem = publisher.toLowerCase().replaceAll(' ', '-');
    const known = sources.filter((source) =>
      source.id?.startsWith(`${stem}-${year}-${month}`),
    ).length;
    const id = `${stem}-${year}-${month}${known > 0 ? `-${known + 1}` : ''}`;
    sources.push({
      id,
      title: sentence('id', titleLength),
      title_printed: 'yes',
      publisher,
      kind: 'news',
      url: `https://${stem}.example/${sentence('id', titleLength).slice(8).replaceAll(' ', '-')}`,
      published: `${year}-${month}-${day}`,
    });
    return id;
  };

  /** Round-ups that tell the figures of several measures again, one for each year. */
  const roundUps = new Map<number, string>();
  const secondSource = (year: number): string => {
    const id = roundUps.get(year) ?? newSource(year);
    roundUps.set(year, id);
    return id;
  };

  // What is printed of every area alike stays with its sources.
  const [{ name_source_id = '', area_source_id = '', population_source_id = '' } = {}] =
    table('areas');
  const area = (code: string, level: string, name: string, parent = ''): Cells => ({
    code,
    level,
    name,
    name_source_id,
    slug: name.toLowerCase().replaceAll(' ', '-'),
    autonomy: 'autonomous',
    parent_code: parent,
    island_group: 'Kalimantan',
    lat: (-2 + random() * 3).toFixed(3),
    lon: (110 + random() * 5).toFixed(3),
    area_km2: (900 + random() * 9000).toFixed(2),
    area_source_id,
    population: String(Math.floor(90_000 + random() * 900_000)),
    population_source_id,
  });
  const numbered = (from: number) => (_: unknown, i: number) => String(from + i).padStart(2, '0');
  const regencies = ['Contoh Lengkap', ...NEIGHBOURS];
  const regencyNumbers = regencies.map(numbered(1));
  const isCity = (name: string) => name.startsWith('Kota ');
  const designated = table('designations').filter(({ rung }) => rung === 'designated');
  const pilotNames = PILOT_NAMES.slice(0, new Set(designated.map((row) => row.area_code)).size);
  const pilotNumbers = [
    ...pilotNames.filter((name) => !isCity(name)).map(numbered(1)),
    ...pilotNames.filter(isCity).map(numbered(71)),
  ];
  const pilots = pilotNames
    .toSorted((a, b) => Number(isCity(a)) - Number(isCity(b)))
    .map((name, i) => area(`96.${pilotNumbers[i]}`, isCity(name) ? 'city' : 'regency', name, '96'));
  const neighbours = regencies.map((name, i) =>
    area(`97.${regencyNumbers[i]}`, 'regency', `Kabupaten ${name}`, '97'),
  );
  const areas = [
    area('96', 'province', 'Percontohan Rekaan'),
    ...pilots,
    area('97', 'province', 'Contoh Lengkap'),
    ...neighbours,
  ];

  const indicators = table('indicators');
  const bands = table('bands');
  const scores = scoresOf(areas);

  /** A figure of every area for every year of every series, where the series gives no years those
   * that have been found. */
  function scoresOf(of: readonly Cells[]): readonly Cells[] {
    const found = table('scores');
    const newest = Math.max(...found.map(({ year }) => Number(year)));
    return indicators.flatMap((series) => {
      const own = found.filter(
        (row) => row.indicator === series.indicator && row.series === series.series,
      );
      const years = own.map(({ year }) => Number(year));
      const first = Number(series.first_year || Math.min(...years));
      const next = indicators.find(
        (other) => other.indicator === series.indicator && Number(other.first_year) > first,
      );
      const end = next ? Number(next.first_year) - 1 : newest;
      const last = Math.min(newest, Number(series.last_year || end), end);
      return Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((year) => {
        const report = newSource(year + 1);
        return of.flatMap(({ code = '' }, i) => {
          const score = { ...printed(series, year), area_code: code };
          const second =
            (year + i) % SECOND_SOURCE_EVERY === 0
              ? [{ ...score, source_id: secondSource(year + 1) }]
              : [];
          return [{ ...score, source_id: report }, ...second];
        });
      });
    });
  }

  function printed(series: Cells, year: number): Cells {
    const base = {
      indicator: series.indicator ?? '',
      series: series.series ?? '',
      year: String(year),
      status: 'final',
    };
    if (series.scale_max === '' || series.kind === 'opinion') {
      const known = bands.filter(
        (band) => band.indicator === series.indicator && band.series === series.series,
      );
      const band = pick(known);
      const label = band.label_id ?? '';
      return { ...base, category: band.category_id ?? '', category_printed: label };
    }
    const [min, max] = [Number(series.scale_min), Number(series.scale_max)];
    const value = (min + (max - min) * (0.55 + 0.44 * random())).toFixed(2);
    return { ...base, value, value_printed: value.replace('.', ',') };
  }

  const stages = table('stages').filter(({ order }) => order !== '');
  const detail = () => both('detail', medianLength(table('designations'), 'detail_id'));
  const RUNGS: Readonly<Record<string, string>> = {
    usulan: 'proposed',
    analisis: 'proposed',
    observasi: 'observed',
    penetapan: 'designated',
  };
  /** The whole road of a region in a cohort. */
  const road = (code: string, cohort: number): readonly Cells[] =>
    stages.map(({ code: stage = '' }, i): Cells => {
      const isJudged = stage === 'penilaian' || stage === 'penetapan';
      return {
        area_code: code,
        cohort: String(cohort),
        stage,
        date: `${cohort}-${String(i + 2).padStart(2, '0')}-17`,
        date_basis: 'event',
        rung: RUNGS[stage] ?? 'candidate',
        ...(isJudged ? { score: '93.47', category: 'istimewa' } : {}),
        ...detail(),
        source_id: newSource(cohort),
      };
    });
  const full = FULL_REGION.code;
  const designations = [
    ...road(full, 2025),
    ...pilots.flatMap(({ code = '' }, i) => road(code, 2024 + (i % 2))),
  ];

  const components = table('components').map(({ code = '' }) => code);
  const kinds = [...new Set(facts.map(({ kind = '' }) => kind))].filter(
    (kind) => kind !== 'programme',
  );
  const factLength = medianLength(facts, 'text_id');
  const times = <T>(count: number, make: (i: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(i));
  const recent = (i: number) => 2023 + (i % 3);
  const profileFacts = times(ROWS.facts, (i) => {
    const source_id =
      i % FACTS_PER_SOURCE === 0 ? newSource(recent(i)) : (sources.at(-1)?.id ?? '');
    return {
      id: `contoh-lengkap-${i + 1}`,
      area_code: full,
      component_code: i % 7 === 6 ? '' : (components[i % 7] ?? ''),
      date: sources.at(-1)?.published ?? '',
      kind: pick(kinds),
      ...both('text', factLength),
      source_id,
    };
  });
  const detailLength = medianLength(table('channels'), 'detail_id');
  const local = { area_code: full };

  // What is of the whole country stays as it is, with the sources it cites.
  const national: readonly TableName[] = [
    ...(['components', 'programme_indicators', 'criteria', 'stages', 'indicators'] as const),
    ...(['bands', 'national_channels', 'national_figures', 'terms', 'editions'] as const),
    'cohort_figures',
  ];
  const nationalFacts = facts.filter(({ area_code }) => area_code === '');
  const made: { [N in TableName]?: readonly Cells[] } = {
    ...Object.fromEntries(national.map((name) => [name, table(name)])),
    areas,
    aliases: ['Coleng', 'Contoh Komplet', 'Kontoh Lengkap'].map((alias, i) => ({
      code: full,
      alias,
      kind: ['abbreviation', 'former_name', 'spelling'][i] ?? '',
    })),
    scores,
    designations,
    disputes: ['Kabupaten Contoh Lengkap', 'Kabupaten Rekaan'].map((name, i) => ({
      id: 'percontohan-rekaan',
      subject_id: 'Daerah rekaan yang ditetapkan pada 2025',
      subject_en: 'The fictional region designated in 2025',
      claim_id: name,
      claim_en: name,
      value: i === 0 ? full : '97.02',
      source_ids: newSource(2025),
      used: i === 0 ? 'yes' : 'no',
      ...(i === 0 ? both('reason', 60) : {}),
    })),
    profile_facts: [...nationalFacts, ...profileFacts],
    complaint_ratings: times(ROWS.complaints, (i) => ({
      ...local,
      year: String(2023 + i),
      rating: 'Baik',
      ...both('detail', detailLength),
      source_id: newSource(2024 + i),
    })),
    satisfaction: times(ROWS.satisfaction, (i) => ({
      ...local,
      year: String(2019 + i),
      value: (80 + random() * 15).toFixed(2),
      scale_max: '100',
      category: 'A (Sangat Baik)',
      ...both('scope', detailLength),
      source_id: newSource(2020 + i),
    })),
    integrity_units: times(ROWS.units, (i) => ({
      ...local,
      unit: `Dinas ${sentence('id', 32).slice(8)}`,
      predicate: i % 3 === 2 ? 'WBBM' : 'WBK',
      year: String(2019 + i),
      outcome: 'awarded',
      ...both('detail', detailLength),
      source_id: newSource(2020 + i),
    })),
    service_malls: times(ROWS.malls, (i) => ({
      ...local,
      opened: `202${2 + i}-10-31`,
      ...both('detail', detailLength),
      source_id: newSource(2022 + i),
    })),
    channels: times(ROWS.channels, (i) => ({
      ...local,
      channel: `KANAL CONTOH ${i + 1}`,
      kind: ['web', 'wbs', 'app', 'whatsapp', 'hotline', 'other', 'sp4n'][i % 7] ?? '',
      launched: String(2018 + i),
      url: i % 2 === 0 ? `https://kanal-${i + 1}.contoh-lengkap.example/lapor` : '',
      ...both('detail', detailLength),
      source_id: newSource(2020 + (i % 5)),
    })),
  };
  const cited = new Set(
    Object.values(made).flatMap((rows) =>
      rows.flatMap((row) =>
        Object.keys(row)
          .filter((column) => /source_ids?$/.test(column))
          .flatMap((column) => row[column]?.split(' ') ?? []),
      ),
    ),
  );
  made.sources = [...table('sources').filter(({ id = '' }) => cited.has(id)), ...sources];
  return new Map(
    TABLE_NAMES.map((name) => [`${name}.csv`, tableText(name, made[name] ?? [])] as const),
  );
}
