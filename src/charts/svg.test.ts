import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame, settings } from './chart.ts';
import { el, escapeText, paint, round, text } from './svg.ts';
import { fitText, spread, textWidth } from './text-width.ts';

describe('markup', () => {
  it('escapes whatever text it is given, in content and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const markup = el('text', { 'data-x': value }, [text(value)]);
        expect(markup.replace(/^<text data-x="[^"<>]*"/, '')).toMatch(/^(\/>|>[^<>]*<\/text>)$/);
      }),
    );
    expect(escapeText('<a href="x">&')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;');
  });

  it('leaves out what is undefined and shortens coordinates', () => {
    expect(el('circle', { cx: 1.23456, cy: -0.0001, r: undefined })).toBe(
      '<circle cx="1.23" cy="0"/>',
    );
    expect(Object.is(round(-0), 0)).toBe(true);
  });

  it('colours by class on a page and by literal in a file, never by style', () => {
    expect(paint('page', { fill: 'region' })).toMatchObject({ class: 'f-region', fill: undefined });
    expect(paint('dark', { fill: 'region', stroke: 'line' })).toMatchObject({
      class: 'f-region s-line',
      fill: '#6cc4c6',
      stroke: '#374147',
    });
  });
});

describe('the frame of a chart', () => {
  const options = settings({ lang: 'id', id: 'c1', width: 99, sourceLine: 'Sumber: rekaan' });
  const svg = frame(options, { kind: 'x', height: 50, title: 'A < B', description: 'Uraian' }, []);

  it('says what it is', () => {
    expect(svg).toContain('role="img"');
    expect(svg).toContain('aria-labelledby="c1-title c1-desc"');
    expect(svg).toContain('<title id="c1-title">A &lt; B</title>');
    expect(svg).toContain('<desc id="c1-desc">Uraian</desc>');
  });

  it('keeps to the widths it is drawn for and makes room for its source', () => {
    expect(svg).toContain('viewBox="0 0 280 72"');
    expect(svg).toContain('Sumber: rekaan');
  });

  it('refuses an id that is none', () => {
    expect(() => settings({ lang: 'id', id: 'a b' })).toThrow('not an id');
  });
});

describe('labels', () => {
  it('are cut only where they do not fit', () => {
    expect(fitText('Kabupaten Contoh', 12, 500)).toBe('Kabupaten Contoh');
    expect(fitText('Kabupaten Contoh', 12, 60)).toMatch(/^K.*…$/);
  });

  it('never overlap where there is room for all of them', () => {
    const label = fc.record({
      at: fc.integer({ min: 0, max: 400 }),
      size: fc.integer({ min: 5, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 8 }), (labels) => {
        const centres = spread(labels, 2, [0, 400]);
        const boxes = labels
          .map(
            ({ size }, i) => [(centres[i] ?? 0) - size / 2, (centres[i] ?? 0) + size / 2] as const,
          )
          .sort((a, b) => a[0] - b[0]);
        boxes.slice(1).forEach((box, i) => {
          expect(box[0]).toBeGreaterThanOrEqual((boxes[i]?.[1] ?? 0) + 2 - 1e-9);
        });
        expect(Math.max(...boxes.map((b) => b[1]))).toBeLessThanOrEqual(400 + 1e-9);
      }),
    );
    expect(textWidth('mm', 10)).toBeGreaterThan(textWidth('ii', 10));
  });
});
