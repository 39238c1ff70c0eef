import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatDecimal, formatInteger, formatList, formatShare } from './format.ts';

describe('numbers', () => {
  it("are printed in the reader's notation, digit for digit", () => {
    expect(formatDecimal('92.15', 'id')).toBe('92,15');
    expect(formatDecimal('92.15', 'en')).toBe('92.15');
    expect(formatDecimal('66.00', 'id')).toBe('66,00');
    expect(formatDecimal('-8.096', 'id')).toBe('-8,096');
    expect(formatInteger(161204, 'id')).toBe('161.204');
    expect(formatInteger(1512, 'en')).toBe('1,512');
  });

  it('lose no digit and gain none, in either language', () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.stringMatching(/^\d{0,8}$/))
      .map(([minus, whole, digits]) => `${minus ? '-' : ''}${whole}${digits && `.${digits}`}`);
    fc.assert(
      fc.property(decimal, (text) => {
        expect(formatDecimal(text, 'en').replaceAll(',', '')).toBe(text);
        expect(formatDecimal(text, 'id').replaceAll('.', '').replace(',', '.')).toBe(text);
      }),
    );
  });
});

describe('dates', () => {
  it('are told to the precision known', () => {
    expect(formatDate('2025-12-09', 'id')).toBe('9 Desember 2025');
    expect(formatDate('2025-12-09', 'en')).toBe('9 December 2025');
    expect(formatDate('2024-08', 'id')).toBe('Agustus 2024');
    expect(formatDate('2024', 'en')).toBe('2024');
  });
});

describe('shares and lists', () => {
  it('never round a share up to more than is known', () => {
    expect(formatShare(1, 508)).toBe('<1%');
    expect(formatShare(507, 508)).toBe('99%');
    expect(formatShare(0, 0)).toBe('0%');
    expect(formatShare(508, 508)).toBe('100%');
  });

  it('read as a sentence', () => {
    expect(formatList(['MCP', 'SPI', 'SAKIP'], 'id')).toBe('MCP, SPI, dan SAKIP');
    expect(formatList(['MCP', 'SPI'], 'en')).toBe('MCP and SPI');
  });
});
