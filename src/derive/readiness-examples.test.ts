import { describe, expect, it } from 'vitest';
import { fictionalDataset, type TableOverrides, tableText } from '../dataset/testing.ts';
import { LANGS } from '../i18n/lang.ts';
import { exampleParts } from '../wording/example-parts.ts';
import { partsText } from '../wording/fact-lines.ts';
import { examplesFor } from './readiness-examples.ts';
import { deriveModel } from './site-model.ts';

/** Published on 15 January 2024. */
const SOURCE = 'kabar-contoh-2024-01-15';
/** Without a date. */
const UNDATED = 'lembaga-rekaan-2023';

type Cells = Readonly<Record<string, string | number>>;
type ExampleTable = 'integrity_units' | 'service_malls' | 'channels' | 'complaint_ratings';

const fact = (id: string, area_code: string, more: Cells = {}): Cells => ({
  id,
  area_code,
  component_code: 3,
  date: '2024',
  kind: 'service',
  text_id: `Fakta rekaan ${id}.`,
  text_en: `Fictional fact ${id}.`,
  source_id: SOURCE,
  ...more,
});

/** The examples seen from a region, where the tables hold these rows alone. */
function examples(
  facts: readonly Cells[],
  of = '98.01',
  rows: { readonly [N in ExampleTable]?: readonly Cells[] } = {},
) {
  const text = (name: ExampleTable) =>
    tableText(
      name,
      (rows[name] ?? []).map((row) => ({ source_id: SOURCE, ...row })),
    );
  const overrides: TableOverrides = {
    profile_facts: tableText('profile_facts', facts),
    integrity_units: text('integrity_units'),
    service_malls: text('service_malls'),
    channels: text('channels'),
    complaint_ratings: text('complaint_ratings'),
  };
  return examplesFor(deriveModel(fictionalDataset(overrides)), of);
}

const under = (found: ReturnType<typeof examples>, code: number) =>
  found.find(({ component }) => component.code === code);
const ids = (facts: readonly Cells[], of?: string) =>
  under(examples(facts, of), 3)?.examples.map(({ row }) => 'id' in row && row.id);
/** The sentences under a component, with the regions they are about. */
const words = (found: ReturnType<typeof examples>, code: number, lang: 'id' | 'en' = 'id') =>
  under(found, code)?.examples.map(
    (each) => `${each.area.name}: ${partsText(exampleParts(each, lang))}`,
  );

describe('how others do it', () => {
  it('names every component, also those without an example', () => {
    expect(
      examples([]).map(({ component, examples: own }) => [component.code, own.length]),
    ).toEqual([1, 2, 3, 4, 5, 6].map((code) => [code, 0]));
  });

  it('puts pilots first, then rules and services, then the newest, then the id', () => {
    const facts = [
      fact('a', '99.01', { date: '2025-12' }),
      fact('b', '98.71', { date: '2025', kind: 'complaint' }),
      fact('c', '98.71', { date: '2023' }),
      fact('d', '99.71', { date: '2024-02' }),
    ];
    expect(ids(facts)).toEqual(['d', 'c', 'b']);
    expect(ids([fact('z', '98.71'), fact('y', '99.71')])).toEqual(['y', 'z']);
    expect(ids(facts.toReversed())).toEqual(ids(facts));
    const [first] = under(examples([fact('a', '99.01')]), 3)?.examples ?? [];
    expect(first?.isPilot).toBe(false);
  });

  it('shows no more than two of one region, and counts them all', () => {
    const facts = [...'abcd'].map((id) => fact(id, '98.71')).concat(fact('e', '99.01'));
    expect(ids(facts)).toEqual(['a', 'b', 'e']);
    expect(under(examples(facts), 3)?.regions.map(({ area, count }) => [area.code, count])).toEqual(
      [
        ['98.71', 4],
        ['99.01', 1],
      ],
    );
  });

  it('never shows the region itself, a province, or the programme', () => {
    const facts = [fact('own', '98.01'), fact('province', '98'), fact('programme', '')];
    expect(ids(facts)).toEqual([]);
    expect(ids(facts, '99.01')).toEqual(['own']);
  });

  it('leaves out what was only said, planned or won, and whatever is said at a training', () => {
    for (const kind of ['commitment', 'guidance', 'plan', 'recognition', 'observation']) {
      expect(ids([fact('x', '98.71', { kind })]), kind).toEqual([]);
    }
    const training = fact('training', '98.71', { kind: 'guidance' });
    const advice = fact('advice', '98.71', { kind: 'integrity_zone' });
    const done = fact('done', '98.71', { kind: 'integrity_zone', source_id: UNDATED });
    expect(ids([training, advice, done])).toEqual(['done']);
  });

  it('makes sentences of what other tables hold of pilots, and of nobody else', () => {
    const ofRegions = <R extends Cells>(row: R) =>
      ['98.71', '99.01'].map((code) => ({ area_code: code, ...row }));
    const found = examples([], '98.01', {
      integrity_units: ofRegions({
        unit: 'Dinas Rekaan',
        predicate: 'WBK',
        year: 2023,
        outcome: 'awarded',
      }),
      service_malls: ofRegions({
        opened: '2023-10-31',
        detail_id: 'dua lantai',
        detail_en: 'two floors',
      }),
      channels: [
        ...ofRegions({ channel: 'SAPA', kind: 'web', launched: '2022' }),
        ...ofRegions({ channel: 'LAPOR DALAM', kind: 'wbs', url: 'https://dalam.contoh.example/' }),
      ],
      complaint_ratings: ofRegions({ year: 2023, rating: 'Baik' }),
    });
    expect([2, 3, 4, 5].map((code) => words(found, code))).toEqual([
      [
        'Kota Contoh: ada kanal aduan LAPOR DALAM, whistleblowing system (WBS).',
        'Kota Contoh: penanganan aduan 2023 berpredikat “Baik”.',
      ],
      ['Kota Contoh: mal pelayanan publik diresmikan 31 Oktober 2023; dua lantai.'],
      ['Kota Contoh: Dinas Rekaan meraih predikat WBK 2023.'],
      ['Kota Contoh: ada kanal aduan SAPA, situs web, sejak 2022.'],
    ]);
    expect([2, 3, 4, 5].map((code) => words(found, code, 'en')?.at(-1))).toEqual([
      'Kota Contoh: its handling of complaints in 2023 was rated “Baik”.',
      'Kota Contoh: a public service mall was opened on 31 October 2023; two floors.',
      'Kota Contoh: Dinas Rekaan got the WBK predicate of 2023.',
      'Kota Contoh: there is a complaint channel, SAPA, website, since 2022.',
    ]);
    for (const { examples: own } of found) {
      for (const each of own) {
        for (const lang of LANGS) {
          expect(partsText(exampleParts(each, lang))).not.toMatch(/undefined|null|\.\.|; *\./);
        }
      }
    }
  });

  it('takes nothing for done that was not: no candidate, no announced opening, no rating', () => {
    const area_code = '98.71';
    const found = examples([], '98.01', {
      integrity_units: [
        { area_code, unit: 'Dinas', predicate: 'WBK', year: 2023, outcome: 'candidate' },
      ],
      service_malls: [
        // Opened on the day after the report; and who knows when that was reported.
        { area_code, opened: '2024-01-16' },
        { area_code, opened: '2023-10-31', source_id: UNDATED },
        { area_code },
      ],
      channels: [
        { area_code, channel: 'NANTI', kind: 'other' },
        { area_code, channel: 'NASIONAL', kind: 'sp4n', url: 'https://lapor.contoh.example/' },
      ],
      complaint_ratings: [
        { area_code, year: 2023, rating: 'Tidak dinilai' },
        { area_code, year: 2022 },
      ],
    });
    expect(found.flatMap(({ examples: own }) => own)).toEqual([]);
  });

  it('tells once what several sources report', () => {
    const mall = { area_code: '98.71', opened: '2023-10-31' };
    const found = examples([], '98.01', {
      service_malls: [mall, { ...mall, source_id: 'warta-rekaan-2025-02' }],
    });
    expect(under(found, 3)?.regions.map(({ count }) => count)).toEqual([1]);
  });
});
