import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { areaShareData } from '../src/derive/share-image-data.ts';
import { readTypefaces } from '../src/share-image/outlines.ts';
import { renderPng } from '../src/share-image/share-png.ts';
import { shareSvg } from '../src/share-image/share-svg.ts';
import { model } from '../src/site/data.ts';
import {
  areaImagePath,
  areaPath,
  indicatorImagePath,
  indicatorPath,
} from '../src/site/page-paths.ts';
import { attribute, only, parseHtml } from './lib/html.ts';
import { fileOf, inLanguage, isServed, readPage } from './lib/site.ts';

const KIB = 1024;
const { dir } = inject('site');
const { areas } = model.dataset.tables;

const pages = [
  ...areas.map((area) => ({ page: areaPath(area), image: areaImagePath(area), name: area.name })),
  ...model.indicators.map(({ indicator, current }) => ({
    page: indicatorPath(indicator),
    image: indicatorImagePath(indicator),
    name: current.publisher_name,
  })),
];

/** The content of a page's meta elements. */
function metaOf(page: string) {
  // The body is of no interest here, and most of the work.
  const [head = ''] = readPage(dir, page).split('</head>');
  const document = parseHtml(head);
  const content = (key: 'property' | 'name', value: string) =>
    attribute(only(document, 'meta', { [key]: value }), 'content') ?? '';
  return {
    image: new URL(content('property', 'og:image')).pathname,
    twitter: new URL(content('name', 'twitter:image')).pathname,
    width: content('property', 'og:image:width'),
    height: content('property', 'og:image:height'),
    alt: content('property', 'og:image:alt'),
  };
}

describe('share images', () => {
  it('are there for every region, province and indicator, small, 1200 by 630', () => {
    const wrong = pages.flatMap(({ image }) => {
      const png = readFileSync(fileOf(dir, image));
      const isPng = png.toString('latin1', 1, 4) === 'PNG';
      const size = `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
      return isPng && size === '1200x630' && png.length <= 40 * KIB
        ? []
        : [`${image}: ${size}, ${png.length} bytes`];
    });
    expect(pages.length).toBeGreaterThan(550);
    expect(wrong).toEqual([]);
  });

  it.each(['id', 'en'] as const)('are named by their pages, with words for them (%s)', (lang) => {
    const wrong = pages.filter(({ page, image, name }) => {
      const meta = metaOf(inLanguage(page, lang));
      return !(
        meta.image === image &&
        meta.twitter === image &&
        meta.width === '1200' &&
        meta.height === '630' &&
        meta.alt.includes(name) &&
        meta.alt.length <= 420 &&
        !/undefined|null|NaN/.test(meta.alt)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('are the site’s own on other pages', () => {
    for (const page of ['/', '/daerah/', '/en/program/']) {
      const { image, alt } = metaOf(page);
      expect(image).toBe('/bagikan.png');
      expect(alt).toContain('Cermin Daerah');
      expect(isServed(dir, image)).toBe(true);
    }
  });

  it('are drawn the same way again', async () => {
    const faces = readTypefaces();
    const sample = areas.filter((_, i) => i % 60 === 0);
    for (const area of sample) {
      const png = await renderPng(shareSvg(areaShareData(model, area, 'id'), faces));
      expect(png.equals(readFileSync(fileOf(dir, areaImagePath(area)))), area.name).toBe(true);
    }
  });

  it('show no rank', () => {
    for (const area of areas) {
      const { kind, standing, figures, coverage } = areaShareData(model, area, 'id');
      expect(JSON.stringify([kind, standing, figures, coverage])).not.toMatch(/peringkat|urutan/i);
      expect(figures.length).toBeLessThanOrEqual(3);
    }
  });
});
