import { describe, expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import { problemText } from './address-problem.ts';

const meant = fictionalDataset().tables.areas.find(({ code }) => code === '99.10') ?? null;

describe('an area that could not be found', () => {
  it('is told with the code that may be meant', () => {
    const problem = { kind: 'unknown_member', text: '99.1', meant } as const;
    expect(problemText(problem, 'id')).toBe(
      '“99.1” bukan kode wilayah, jadi dilewati. Mungkin maksudnya 99.10 (Kabupaten Andai).',
    );
    expect(problemText(problem, 'en')).toContain('99.10 (Kabupaten Andai)');
  });

  it('is told alone where no code is near', () => {
    const problem = { kind: 'unknown_member', text: '12.34', meant: null } as const;
    expect(problemText(problem, 'id')).not.toContain('maksudnya');
  });
});
