import { describe, expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import { meantByCode } from './area-code.ts';

const { areas } = fictionalDataset().tables;

describe('a code that lost its last zero', () => {
  it.each(['99.1', '99,1', ' 99.1 '])('is recognised: %j', (text) => {
    expect(meantByCode(areas, text)?.code).toBe('99.10');
  });

  it.each(['98.1', '99.10', '99.01', '99', '9.1', '99.1.1', '99.1x', '1e1', ''])(
    'is not seen in %j',
    (text) => expect(meantByCode(areas, text)).toBeNull(),
  );
});
