import { describe, expect, it } from 'vitest';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { buildIntegrity } from './integrity.ts';

const S1 = 'kabar-contoh-2024-01-15';
const S2 = 'warta-rekaan-2025-02';

const unit = (line: string, more: Readonly<Record<string, string>> = {}) => {
  const [area_code = '', name = '', predicate = '', year = '', outcome = '', source_id = ''] =
    line.split(' ');
  return { area_code, unit: name, predicate, year, outcome, source_id, ...more };
};
const integrity = buildIntegrity(
  fictionalDataset({
    integrity_units: tableText('integrity_units', [
      unit(`98.71 Dinas WBK 2020 not_passed ${S1}`),
      unit(`98.71 Dinas WBK 2022 awarded ${S1}`, { detail_id: 'pertama', detail_en: 'first' }),
      unit(`98.71 DINAS WBK 2022 awarded ${S2}`),
      unit(`98.71 Puskesmas WBBM 2023 awarded ${S2}`),
      unit(`99.01 Camat WBK 2014 withdrawn ${S2}`),
      unit(`99.01 Camat WBK/WBBM 2024 candidate ${S2}`),
    ]),
  }),
);

describe('units of an area', () => {
  it('stand newest first, one event with all its sources', () => {
    const own = integrity.of('98.71');
    expect(own.map((event) => `${event.unit} ${event.year} ${event.outcome}`)).toEqual([
      'Puskesmas 2023 awarded',
      'Dinas 2022 awarded',
      'Dinas 2020 not_passed',
    ]);
    expect(own[1]?.rows.map((row) => row.source_id)).toEqual([S1, S2]);
    expect(own[1]?.mentions.map((mention) => mention.detail_en)).toEqual(['first', null]);
  });

  it('are listed for areas that have any', () => {
    expect(integrity.areaCodes).toEqual(['98.71', '99.01']);
    expect(integrity.of('98.01')).toEqual([]);
  });
});

describe('counts', () => {
  it('are of awards, one for each unit and year, newest year first', () => {
    expect(integrity.years.map(({ year, awarded }) => [year, ...awarded])).toEqual([
      [2023, ['WBBM', 1]],
      [2022, ['WBK', 1]],
    ]);
    expect(integrity.predicates).toEqual(['WBK', 'WBBM']);
  });

  it('have every year between the oldest and the newest', () => {
    const far = buildIntegrity(
      fictionalDataset({
        integrity_units: tableText('integrity_units', [
          unit(`98.71 Dinas WBK 2020 awarded ${S1}`),
          unit(`98.71 Puskesmas WBK 2022 awarded ${S2}`),
        ]),
      }),
    );
    expect(far.years.map(({ year, awarded }) => [year, awarded.get('WBK')])).toEqual([
      [2022, 1],
      [2021, undefined],
      [2020, 1],
    ]);
  });

  it('leave out what was not passed, withdrawn or only planned, which is told apart', () => {
    const areas = (outcome: 'not_passed' | 'withdrawn' | 'candidate') =>
      integrity.withOutcome(outcome).map((event) => event.area_code);
    expect(areas('not_passed')).toEqual(['98.71']);
    expect(areas('withdrawn')).toEqual(['99.01']);
    expect(areas('candidate')).toEqual(['99.01']);
    expect(integrity.events).toHaveLength(5);
  });
});
