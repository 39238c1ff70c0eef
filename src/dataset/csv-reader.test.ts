import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvField, readCsv } from './csv-reader.ts';

const values = (fields: readonly CsvField[]) => fields.map((field) => field.value);
const places = (fields: readonly CsvField[]) => fields.map((field) => [field.line, field.column]);

/** The text from a place on, found the plain way: by lines, then by characters. */
function textAt(text: string, line: number, column: number): string {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  return [...lines.slice(line - 1).join('\n')].slice(column - 1).join('');
}

describe('readCsv', () => {
  it('reads header and records with the place of every field', () => {
    const { header, records, findings } = readCsv('a,b\n1,\n,22\n');
    expect(values(header?.fields ?? [])).toEqual(['a', 'b']);
    expect(records.map((record) => values(record.fields))).toEqual([
      ['1', ''],
      ['', '22'],
    ]);
    expect(records.map((record) => places(record.fields))).toEqual([
      [
        [2, 1],
        [2, 3],
      ],
      [
        [3, 1],
        [3, 2],
      ],
    ]);
    expect(findings).toEqual([]);
  });

  it('counts physical lines through quoted newlines, and places a quoted field at its quote', () => {
    const { records } = readCsv('a,b\n"x\ny",z\n1,"2"\n');
    expect(values(records[0]?.fields ?? [])).toEqual(['x\ny', 'z']);
    expect(places(records[0]?.fields ?? [])).toEqual([
      [2, 1],
      [3, 4],
    ]);
    expect(places(records[1]?.fields ?? [])).toEqual([
      [4, 1],
      [4, 3],
    ]);
  });

  it('counts a character outside the basic plane as one column, and the BOM as none', () => {
    const { header, records } = readCsv('\ufeffa,b,c\r\n🦚🦚,é,ᬅ\r\n');
    expect(places(header?.fields ?? [])[0]).toEqual([1, 1]);
    expect(places(records[0]?.fields ?? [])).toEqual([
      [2, 1],
      [2, 4],
      [2, 6],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('takes %j as line end, and all three mixed', (end) => {
    const { records } = readCsv(`a,b${end}1,"x${end}y"${end}3,4\n5,6\r\n`);
    expect(records.map((record) => values(record.fields))).toEqual([
      ['1', 'x\ny'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(records.map((record) => record.fields[0]?.line)).toEqual([2, 4, 5]);
  });

  it('tolerates blank lines at the end and reports those between rows', () => {
    expect(readCsv('a,b\n1,2\n\n\n').findings).toEqual([]);
    const { records, findings } = readCsv('a,b\n\n1,2\n');
    expect(records.map((record) => record.fields[0]?.line)).toEqual([3]);
    expect(findings).toMatchObject([{ line: 2, column: 1 }]);
  });

  it('reads a header alone, and nothing', () => {
    expect(readCsv('a,b\n')).toMatchObject({ records: [], findings: [] });
    expect(readCsv('').header).toBeNull();
  });

  it('reports a quote that is never closed where it opens, and reads on below', () => {
    const { records, findings } = readCsv('a,b\n1,2\n3,"open\n5,6\n7,"x, y"\n');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ line: 3, column: 3 });
    expect(findings[0]?.message).toContain('never closed');
    expect(records.map((record) => [record.broken, record.fields[0]?.value])).toEqual([
      [false, '1'],
      [true, '3'],
      [false, '5'],
      [false, '7'],
    ]);
  });

  it('reports a quote within a quoted field, and one within a bare field', () => {
    const { records, findings } = readCsv('a,b\n"x "y" z",2\n3,5" pipe\n7, "8"\n9,10\n');
    expect(findings.map(({ line, column }) => [line, column])).toEqual([
      [2, 1],
      [3, 3],
      [4, 3],
    ]);
    expect(records.map((record) => record.broken)).toEqual([true, true, true, false]);
  });

  it('reports a space after a closing quote', () => {
    const { findings } = readCsv('a,b\n"x" ,2\n');
    expect(findings).toMatchObject([{ line: 2, column: 1 }]);
  });

  const cell = fc
    .array(fc.constantFrom('a', '1', ' ', ',', '"', '\n', '\r\n', 'é', 'ᬅ', '🦚', ';', '\t', '='))
    .map((parts) => parts.join(''));
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
    );
  const written = (rows: readonly (readonly string[])[], end: string, always: boolean) =>
    rows
      .map(
        (row) =>
          row
            .map((text) =>
              always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
            )
            .join(',') + end,
      )
      .join('');

  it('reads back what was written, whatever the cells, line ends and mark', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
        (rows, end, always, mark) => {
          const { header, records, findings } = readCsv(
            (mark ? '\ufeff' : '') + written(rows, end, always),
          );
          const read = [header, ...records].map((record) => values(record?.fields ?? []));
          expect(read).toEqual(rows.map((row) => row.map((text) => text.replace(/\r\n/g, '\n'))));
          expect(findings).toEqual([]);
        },
      ),
    );
  });

  it('places every field on its first character in the file', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, end, always) => {
        const text = `\ufeff${written(rows, end, always)}`;
        const { header, records } = readCsv(text);
        for (const field of [header, ...records].flatMap((record) => record?.fields ?? [])) {
          const quote = always || /[",\n]/.test(field.value);
          const raw = quote ? `"${field.value.replaceAll('"', '""')}"` : field.value;
          const rest = textAt(text, field.line, field.column);
          expect(rest.startsWith(raw)).toBe(true);
          expect([',', '\n', undefined]).toContain(rest[raw.length]);
        }
      }),
    );
  });

  it('reads any text to its end without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '🦚') }), (text) => {
        const { header, records } = readCsv(text);
        const all = [...(header ? [header] : []), ...records];
        const lines = all.map((record) => record.fields[0]?.line ?? 0);
        expect(lines).toEqual(lines.toSorted((a, b) => a - b));
      }),
    );
  });
});
