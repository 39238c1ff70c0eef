import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../api/dataset.ts';
import type { DefinitionsFile, PilotsFile, RegionFile, RegionsFile } from '../api/files.ts';
import type { IndicatorId, Score } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { buildCitations } from '../derive/citations.ts';
import { mirrorData } from '../derive/mirror-data.ts';
import { deriveModel } from '../derive/site-model.ts';
import { apiFiles } from '../publish/api.ts';
import { comparisonOf, lineupOf, type MirrorOrNone } from './comparison.ts';
import { bandLabels, comparisonCsv, entrantName, printedPart } from './printed-rows.ts';
import { MAX_MEMBERS, type Question, readQuestion } from './question.ts';
import { readyMadeOf } from './ready-made.ts';

const S1 = 'kabar-contoh-2024-01-15';
const row = (code: string, year: number, value: string, category = '', status = 'final') =>
  `${code},mcp,mcp,${year},${value},${category},,,${status},,${S1},\n`;

const whole = deriveModel(
  fictionalDataset({
    scores: (text) =>
      [text, row('98.02', 2024, '79'), row('99.01', 2024, '90.25'), row('99.10', 2024, '81')].join(
        '',
      ),
  }),
);
const INDICATORS: readonly IndicatorId[] = whole.indicators.map(({ indicator }) => indicator);

/** The files of the API, as a browser would fetch them. */
const files = apiFiles(whole, buildCitations(whole.dataset), {
  edition: whole.dataset.tables.editions.at(-1) ?? {
    version: '1',
    date: '2025-01-01',
    sources_read_until: '2025-01-01',
    summary_id: '',
    summary_en: '',
  },
  address: (path) => `https://contoh.example${path}`,
});
const file = <T>(path: string) => JSON.parse(JSON.stringify(files.get(path))) as T;
const definitions = file<DefinitionsFile>('definitions.json');
const regions = file<RegionsFile>('regions.json');
const pilots = file<PilotsFile>('pilots.json').pilots.map(({ code }) => code);

/** A comparison made of the files of its areas alone. */
function compare(query: string) {
  const { question } = readQuestion(query, {
    areas: regions.areas,
    indicators: INDICATORS,
    years: [2019, 2025],
  });
  const lineup = lineupOf(question.members, regions.areas, pilots);
  const members = lineup.areas.map(({ code }) => file<RegionFile>(`regions/${code}.json`));
  const model = deriveModel(datasetOf({ definitions, regions, members }));
  return { model, question, comparison: comparisonOf(model, lineup, question) };
}

const mirrored = (query: string) => compare(query).comparison.mirror as MirrorOrNone;
const tableOf = (query: string, indicator: IndicatorId = 'mcp') => {
  const { comparison, model } = compare(query);
  const table = comparison.tables.find((each) => each.indicator === indicator);
  if (!table) throw new Error(indicator);
  return table.parts.map((part) => printedPart(model, table, part, 'id'));
};

describe('who takes part', () => {
  const lineup = (query: string) => compare(query).comparison.lineup;

  it('is each member, groups spread out, nobody against itself', () => {
    const { entrants, subject, areas } = lineup('d=98.71,pilots,peers:98.71');
    expect(subject?.code).toBe('98.71');
    expect(entrants.map((entrant) => entrantName(entrant, 'id'))).toEqual([
      'Kota Contoh',
      'Percontohan',
      'Daerah sebanding Kota Contoh',
    ]);
    expect(areas.map(({ code }) => code).filter((code) => code === '98.71')).toHaveLength(1);
    for (const entrant of entrants) {
      if (entrant.kind === 'group') expect(entrant.areas).not.toContain(subject);
    }
  });

  it('has all of a group where no area stands for itself', () => {
    const { subject, areas } = lineup('d=pilots');
    expect(subject).toBeNull();
    expect(areas.map(({ code }) => code)).toEqual(pilots);
  });
});

describe('the mirror of a comparison', () => {
  it('is the very mirror of the profile, made from a few files', () => {
    for (const { code } of whole.autonomousRegions) {
      expect(mirrored(`d=${code},pilots`)).toEqual(mirrorData(whole, whole.area(code)));
    }
  });

  it('may be of any areas, with their own heading and no median of theirs', () => {
    const mirror = mirrored('d=98.02,99.01,99.10,98.01');
    if (typeof mirror === 'string') throw new Error(mirror);
    expect(mirror.others?.heading.id).toBe('Pembanding');
    expect(mirror.rows[0]).toMatchObject({
      figure: { value: '79', year: 2024 },
      median: null,
    });
    expect(mirror.rows[0]?.pilots.map(({ code, year }) => [code, year])).toEqual([
      ['99.01', 2024],
      ['99.10', 2024],
      ['98.01', 2023],
    ]);
    const one = mirrored('d=98.02,99.01');
    if (typeof one === 'string') throw new Error(one);
    expect(one.others?.heading.id).toBe('Kabupaten Umpama');
  });

  it('is of the year asked for alone', () => {
    const mirror = mirrored('d=98.02,99.01,98.01&y=2024&i=mcp');
    if (typeof mirror === 'string') throw new Error(mirror);
    expect(mirror.rows).toHaveLength(1);
    expect(mirror.rows[0]?.pilots.map(({ code, value }) => [code, value])).toEqual([
      ['99.01', '90.25'],
    ]);
    // In 2022 only the other region has a figure.
    const before = mirrored('d=98.02,98.01&y=2022&i=mcp');
    if (typeof before === 'string') throw new Error(before);
    expect(before.rows[0]).toMatchObject({ figure: null, pilots: [{ value: '66.00' }] });
  });

  it('says why there is none', () => {
    expect(mirrored('d=pilots')).toBe('no_subject');
    expect(mirrored('d=98.71')).toBe('alone');
    expect(mirrored('d=98.72,98.71')).toBe('not_applicable');
    expect(mirrored('d=98,98.71')).toBe('other_level');
    expect(mirrored('d=98.71,98')).toBe('other_level');
  });

  it('sets provinces against provinces', () => {
    const mirror = mirrored('d=98,99,98.71');
    if (typeof mirror === 'string') throw new Error(mirror);
    expect(mirror.level).toBe('province');
    expect(mirror.rows.every(({ without }) => !without.includes('Kota Contoh'))).toBe(true);
  });
});

describe('the table of a comparison', () => {
  it('has the latest figure of each, with its own year, source and band', () => {
    const [first, second] = tableOf('d=98.71,98.02');
    expect(first?.[0]).toMatchObject({
      text: '92,15',
      value: '92.15',
      year: 2023,
      name: 'Kota Contoh',
    });
    expect(bandLabels(first?.[0]?.bands ?? [], 'id')).toBe('Hijau');
    expect(second?.[0]).toMatchObject({ text: '79', year: 2024 });
    expect(first?.[0]?.source).toContain('2024');
  });

  it('has figures of the year asked for, or says that there is none', () => {
    const [first, second] = tableOf('d=98.71,98.02&y=2024');
    expect(first?.[0]).toMatchObject({
      text: 'belum ditemukan',
      value: '',
      year: null,
      score: null,
    });
    expect(second?.[0]).toMatchObject({ text: '79', year: 2024 });
    expect(tableOf('d=98.72')[0]?.[0]).toMatchObject({ text: 'tidak berlaku' });
  });

  it('tells what is not computed with, and computes nothing with it', () => {
    const [rows] = tableOf('d=99.71&y=2025');
    expect(rows?.[0]).toMatchObject({
      text: 'belum ditemukan',
      remarks: ['tidak dihitung: 13 (2025, angka sementara)'],
    });
  });

  it('begins a group with its median, from three figures of one series and year on', () => {
    const [, group] = tableOf('d=98.01,peers:98.01&y=2024');
    expect(group?.[0]).toMatchObject({ text: '81', value: '81', year: 2024, area: null });
    expect(group?.[0]?.remarks[0]).toBe('dari 3 angka tahun dan deret ini');
    expect(group?.slice(1).map(({ area, value }) => [area?.code, value])).toEqual(
      expect.arrayContaining([
        ['98.02', '79'],
        ['99.01', '90.25'],
        ['99.10', '81'],
      ]),
    );
    const [, pilotGroup] = tableOf('d=98.01,pilots&y=2024');
    expect(pilotGroup?.[0]).toMatchObject({ text: 'tanpa median', value: '' });
  });

  it('takes no median from another series than that of the region', () => {
    // The latest figure of Kabupaten Contoh is of the new series, where nobody else has one.
    const [, group] = tableOf('d=98.01,peers:98.01');
    expect(group?.[0]).toMatchObject({ text: 'tanpa median' });
  });

  it('is saved as it is, with every line of groups and the address of every figure', () => {
    const { model, comparison, question } = compare('d=98.71,pilots,peers:98.71&i=mcp,bpk');
    const addressOf = (score: Score) => `https://contoh.example/${score.source_id}`;
    const { data, errors } = Papa.parse<string[]>(
      comparisonCsv(model, comparison, 'id', addressOf),
      { skipEmptyLines: true },
    );
    expect(errors).toEqual([]);
    const [head, ...lines] = data;
    const rows = comparison.tables.flatMap((table) =>
      table.parts.flatMap((part) => printedPart(model, table, part, 'id')),
    );
    expect(lines).toHaveLength(rows.length);
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([head?.length]));
    expect(question.indicators).toEqual(['mcp', 'bpk']);
    lines.forEach((line, i) => {
      const { score, area, text, year } = rows[i] ?? {};
      expect(line[3]).toBe(area?.code ?? '');
      expect(line[5]).toBe(year == null ? '' : String(year));
      expect([text, text?.replace(',', '.')]).toContain(line[6]);
      expect(line[10]).toBe(score ? addressOf(score) : '');
    });
  });
});

describe('the years of a comparison', () => {
  it('has a line for each member, a group’s where its median is allowed', () => {
    const { comparison } = compare('d=98.01,99.71,pilots,peers:98.01&i=mcp');
    const [mcp] = comparison.trends;
    expect(mcp?.data.lines.map(({ name, kind }) => [name.id, kind])).toEqual([
      ['Kabupaten Contoh', 'area'],
      ['Kota Misal', 'area'],
      ['Percontohan', 'median'],
      ['Daerah sebanding Kabupaten Contoh', 'median'],
    ]);
    const part = mcp?.data.parts.find(({ series }) => series === 'mcp');
    expect(part?.lines.map(({ line, points }) => [line, points.map(({ year }) => year)])).toEqual([
      [0, [2022, 2023]],
      [1, [2024]],
      // No pilots: two of them are too few.
      [3, [2023, 2024]],
    ]);
    expect(part?.lines.at(-1)?.points.map(({ value, count }) => [value, count])).toEqual([
      ['81', 3],
      ['81', 3],
    ]);
    // A figure of the running year is told, and stands in its own series.
    const next = mcp?.data.parts.find(({ series }) => series === 'mcsp');
    expect(next?.lines.map(({ line, points }) => [line, points[0]?.told?.id ?? null])).toEqual([
      [0, null],
      [1, 'sementara'],
    ]);
  });
});

describe('the differences of a comparison', () => {
  it('are those of the first region with every other, each once', () => {
    const { comparison } = compare('d=pilots,98.71,99.71&i=mcp,spi');
    const pairs = comparison.differences.flatMap((own) => own.pairs);
    expect(pairs.map(({ a, b }) => `${a.code} ${b.code}`)).toEqual(['98.71 99.71']);
    expect(pairs[0]?.differences.map(({ indicator }) => indicator)).toEqual(['mcp', 'spi']);
    expect(compare('d=pilots').comparison.differences).toEqual([]);
  });
});

describe('ready-made comparisons', () => {
  const all = readyMadeOf(whole).flatMap(({ comparisons }) => comparisons);

  it('can be asked for as they are, and compare like with like', () => {
    expect(all.length).toBeGreaterThan(2);
    for (const { members, areas, title } of all) {
      expect(members.length, title.id).toBeLessThanOrEqual(MAX_MEMBERS);
      const question: Question = { members, indicators: INDICATORS, year: null };
      const lineup = lineupOf(question.members, regions.areas, pilots);
      expect(new Set(lineup.areas.map(({ code }) => code))).toEqual(
        new Set(areas.map(({ code }) => code)),
      );
      expect(new Set(areas.map(({ level }) => level === 'province')).size).toBe(1);
    }
    expect(new Set(all.map(({ title }) => title.id)).size).toBe(all.length);
  });
});
