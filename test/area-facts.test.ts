import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readDataset } from '../src/dataset/index.ts';
import { areaPlace } from '../src/derive/citations.ts';
import { deriveModel } from '../src/derive/site-model.ts';
import { formatDecimal, formatInteger } from '../src/i18n/format.ts';
import { areaPath, sourcePath } from '../src/site/page-paths.ts';
import { launchBrowser } from './lib/browser.ts';
import { attribute, byId, elements, only, parseHtml, textOf } from './lib/html.ts';
import { gzipped, inLanguage, readPage } from './lib/site.ts';

/** Code and name, size and residents of every area: where they are shown, and where they are from. */
const site = inject('site');
const { dir } = site;
const LANGS = ['id', 'en'] as const;

const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset cannot be read');
const model = deriveModel(dataset);
const { areas } = dataset.tables;

const FACTS = ['name', 'area_km2', 'population'] as const;
const NUMBERS = ['area_km2', 'population'] as const;
const placeOf = (area: (typeof areas)[number], fact: (typeof FACTS)[number]) => {
  const place = areaPlace(area, fact);
  if (!place) throw new Error(`${area.name} has no source of ${fact}`);
  return place;
};
const sources = [...new Set(areas.flatMap((area) => FACTS.map((fact) => placeOf(area, fact).id)))];

describe.each(LANGS)('what is printed of areas themselves (%s)', (lang) => {
  const pageOf = (path: string) => parseHtml(readPage(dir, inLanguage(path, lang)));

  it('leads from every profile and province to its place in one click', () => {
    const number = (fact: (typeof NUMBERS)[number], area: (typeof areas)[number]) =>
      fact === 'population'
        ? formatInteger(area.population, lang)
        : formatDecimal(area.area_km2, lang);
    for (const area of areas) {
      const links = elements(only(pageOf(areaPath(area)), 'main'), 'a');
      const to = (fact: (typeof FACTS)[number]) => {
        const { id, anchor } = placeOf(area, fact);
        const target = inLanguage(sourcePath(id, anchor), lang);
        const link = links.find((each) => attribute(each, 'href') === target);
        if (!link) throw new Error(`${area.name} has no link to ${target}`);
        return link;
      };
      expect(textOf(to('name'))).toBe(area.code);
      for (const fact of NUMBERS) {
        const data = only(to(fact), 'data');
        expect(attribute(data, 'value')).toBe(String(area[fact]));
        expect(textOf(data)).toBe(number(fact, area));
      }
    }
  }, 60_000);

  it('stands on the page of its source, each area once and at its address', () => {
    for (const id of sources) {
      const page = pageOf(sourcePath(id));
      for (const fact of FACTS) {
        const own = areas.filter((area) => placeOf(area, fact).id === id);
        for (const area of own) {
          const item = byId(page, placeOf(area, fact).anchor);
          expect(textOf(item)).toContain(area.name);
          const link = elements(item, 'a')[0];
          expect(link && attribute(link, 'href')).toBe(inLanguage(areaPath(area), lang));
          if (fact === 'name') expect(textOf(item)).toContain(area.code);
          else expect(attribute(only(item, 'data'), 'value')).toBe(String(area[fact]));
        }
      }
    }
  });

  it('is a light page, which says why it leads nowhere', () => {
    for (const id of sources) {
      const html = readPage(dir, inLanguage(sourcePath(id), lang));
      expect(gzipped(html), id).toBeLessThan(30_000);
      expect(model.source(id).url).toBeNull();
      expect(textOf(only(parseHtml(html), 'main'))).toContain(
        lang === 'id' ? 'Dokumen tanpa alamat web' : 'Document without a web address',
      );
    }
  });
});

describe('citing one of hundreds of facts', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('offers the sentence at the fact that was opened, and at no other', async () => {
    const area = model.area('35.72');
    const { id, anchor } = placeOf(area, 'population');
    const tab = await browser.newPage();
    await tab.goto(`${site.url}${sourcePath(id, anchor).slice(1)}`);
    const item = tab.locator(`[id="${anchor}"]`);
    await item.getByRole('button', { name: /^Kutip/ }).click();
    expect(await tab.getByRole('button', { name: /^Kutip/ }).count()).toBe(1);
    const sentence = await item.locator('.cited blockquote').textContent();
    for (const part of [
      area.name,
      `${formatInteger(area.population, 'id')} jiwa`,
      model.source(id).publisher,
      sourcePath(id, anchor),
    ]) {
      expect(sentence).toContain(part);
    }
    await tab.close();
  });
});
