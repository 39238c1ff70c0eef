import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseValue } from './parse-value.ts';
import type { Field } from './table-schema.ts';

const text = { id: '', en: '' };
const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({
  name: 'x',
  type,
  title: text,
  description: text,
  ...more,
});
const number = field('number');
const exact = field('number', { exact: true });
const integer = field('integer');
const date = field('string', { format: 'partial-date' });
const uri = field('string', { format: 'uri' });
const list = field('list');
const flag = field('boolean');
const level = field('string', {
  categories: [
    { value: 'regency', label: { id: 'kabupaten', en: 'regency' } },
    { value: 'city', label: { id: 'kota', en: 'city' } },
  ],
});

const message = (value: string, of: Field) => {
  const parsed = parseValue(value, of);
  return 'message' in parsed ? parsed.message : null;
};

describe('parseValue', () => {
  it.each([
    ['92.15', number, 92.15],
    ['-8.096', number, -8.096],
    ['66.00', exact, '66.00'],
    ['0', integer, 0],
    ['161204', integer, 161204],
    ['2024', field('year'), 2024],
    ['yes', flag, true],
    ['no', flag, false],
    ['2024', date, '2024'],
    ['2024-08', date, '2024-08'],
    ['2024-02-29', date, '2024-02-29'],
    ['https://contoh.example/a?b=c#d', uri, 'https://contoh.example/a?b=c#d'],
    ['a b', list, ['a', 'b']],
    ['city', level, 'city'],
  ])('reads %s', (value, of, expected) => {
    expect(parseValue(value, of)).toEqual({ value: expected });
  });

  it.each([
    ['92,15', number, '92.15'],
    ['1.234,5', number, '1234.5'],
    ['1,234.5', number, '1234.5'],
    ['92.15%', number, '92.15'],
    ['.5', number, '0.5'],
    ['075', number, '75'],
    ['+5', number, '5'],
    ['−8.1', number, '-8.1'],
    ['161.204', integer, '161204'],
    ['1,204', integer, '1204'],
    ['5.0', integer, '5'],
    ['2.024', field('year'), '2024'],
    ['TRUE', flag, 'yes'],
    ['tidak', flag, 'no'],
    ['14/08/2024', date, '2024-08-14'],
    ['08/14/2024', date, '2024-08-14'],
    ['14 Agustus 2024', date, '2024-08-14'],
    ['Rabu, 14 Agustus 2024', date, '2024-08-14'],
    ['2024-8-4', date, '2024-08-04'],
    ['Agu-2024', date, '2024-08'],
    ['2024-08-14T09:30:00Z', date, '2024-08-14'],
    ['45518', date, '2024-08-14'],
    ['www.contoh.example/a', uri, 'https://www.contoh.example/a'],
    ['htp://contoh.example', uri, 'https://contoh.example'],
    ['a, b;c', list, 'a b c'],
    ['kabupaten', level, 'regency'],
    ['City', level, 'city'],
    ['regancy', level, 'regency'],
  ])('refuses %s and says what to write', (value, of, remedy) => {
    expect(message(value, of)).toContain(`\`${remedy}\``);
    expect(message(value, of)).toContain(value.split(' ')[0]);
  });

  it.each([
    ['#N/A', number, 'spreadsheet'],
    ['11-Okt', number, 'spreadsheet'],
    ['1,234', number, 'two numbers'],
    ['banyak', number, 'not a number'],
    ['n/a', number, 'leave the cell empty'],
    ['1e3', number, 'not a number'],
    ['24', field('year'), 'four digits'],
    ['2024-02-30', date, 'has 29 days'],
    ['2024-13', date, 'no such month'],
    ['0024', date, 'impossible year'],
    ['kemarin', date, 'not a date'],
    ['ftp://contoh.example', uri, 'https://'],
    ['https://a b.example', uri, 'without spaces'],
    ['https://contoh', uri, 'not a web address'],
    ['a b a', list, 'twice'],
    ['desa', level, 'use `regency` or `city`'],
  ])('refuses %s and explains', (value, of, told) => {
    expect(message(value, of)).toContain(told);
  });

  it('checks range and pattern', () => {
    const ranged = field('number', { constraints: { minimum: 0, maximum: 100 } });
    expect(message('-1', ranged)).toContain('below 0');
    expect(message('100.1', ranged)).toContain('above 100');
    expect(parseValue('100', ranged)).toEqual({ value: 100 });
    const id = field('string', { constraints: { pattern: '[a-z0-9]+(-[a-z0-9]+)*' } });
    expect(message('Kabar Contoh', id)).toContain('`kabar-contoh`');
    expect(parseValue('kabar-contoh', id)).toEqual({ value: 'kabar-contoh' });
  });

  it('keeps the digits of exact numbers and the value of others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 6 }),
        (whole, decimals) => {
          const written = `${whole}.${decimals}`;
          expect(parseValue(written, exact)).toEqual({ value: written });
          expect(parseValue(written, number)).toEqual({ value: Number(written) });
          // the Indonesian form is refused, and its remedy is the number meant
          const told = message(written.replace('.', ','), exact) ?? '';
          expect(told).toContain(`\`${written}\``);
        },
      ),
    );
  });

  it('never reads a number, year or boolean out of other text', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const parsed = parseValue(value, number);
        if ('value' in parsed) expect(value).toMatch(/^-?\d+(\.\d+)?$/);
        const year = parseValue(value, field('year'));
        if ('value' in year) expect(String(year.value)).toBe(value);
        const yes = parseValue(value, flag);
        if ('value' in yes) expect(['yes', 'no']).toContain(value);
        expect(typeof ('message' in parsed ? parsed.message : '')).toBe('string');
      }),
    );
  });

  it('accepts exactly the days of the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const pad = (part: number) => String(part).padStart(2, '0');
          const written = `${year}-${pad(month)}-${pad(day)}`;
          const real = new Date(`${written}T00:00:00Z`);
          const exists =
            !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === written;
          expect('value' in parseValue(written, date)).toBe(exists);
        },
      ),
    );
  });
});
