import { describe, expect, test } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import { disputesAbout } from './dispute-links.ts';
import { deriveModel } from './site-model.ts';

const { disputes } = deriveModel(fictionalDataset()).disagreements;
const ids = (value: string | number | null, ...sourceIds: string[]) =>
  disputesAbout(disputes, [{ value, sourceIds }]).map((dispute) => dispute.id);

describe('disputesAbout', () => {
  test('finds a dispute by value and source', () => {
    expect(ids(3, 'lembaga-rekaan-2023')).toEqual(['jumlah-rekaan']);
    expect(ids('4.0', 'warta-rekaan-2025-02')).toEqual(['jumlah-rekaan']);
  });

  test('wants both', () => {
    expect(ids(3, 'warta-rekaan-2025-02')).toEqual([]);
    expect(ids(5, 'lembaga-rekaan-2023')).toEqual([]);
    expect(ids(null, 'lembaga-rekaan-2023')).toEqual([]);
  });

  test('reads an area code as text', () => {
    const [dispute] = disputes;
    const [version] = dispute?.versions ?? [];
    if (!dispute || !version) throw new Error('the fictional dataset has a dispute');
    const about = { ...dispute, versions: [{ ...version, value: '71.07' }] };
    const statement = { value: '71.07', sourceIds: version.source_ids };
    expect(disputesAbout([about], [statement])).toEqual([about]);
    expect(disputesAbout([about], [{ ...statement, value: '71.02' }])).toEqual([]);
  });
});
