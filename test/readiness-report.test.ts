import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readDataset } from '../src/dataset/index.ts';
import type { Area } from '../src/dataset/tables/index.ts';
import { READINESS_MIN_KNOWN, readinessOf } from '../src/derive/readiness.ts';
import { examplesFor } from '../src/derive/readiness-examples.ts';
import { gradeBeside, pilotsThen } from '../src/derive/readiness-report.ts';
import { deriveModel } from '../src/derive/site-model.ts';
import { formatDecimal } from '../src/i18n/format.ts';
import { VERDICT } from '../src/i18n/terms.ts';
import { exampleParts } from '../src/wording/example-parts.ts';
import { partsText } from '../src/wording/fact-lines.ts';
import { launchBrowser } from './lib/browser.ts';
import {
  attribute,
  byId,
  type Document,
  type Element,
  elements,
  hasClass,
  only,
  parseHtml,
  textOf,
} from './lib/html.ts';
import { gzipped, inLanguage, isServed, readPage } from './lib/site.ts';

/** The readiness report of every region, over the built site. */
const site = inject('site');
const { dir } = site;
const LANGS = ['id', 'en'] as const;

const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset cannot be read');
const model = deriveModel(dataset);
const { criteria } = dataset.tables;

const pathOf = (area: Area) => `/daerah/${area.slug}/kesiapan/`;
const readiness = (area: Area) => readinessOf(area, criteria, model.figures);
const reports = model.regions.filter(
  (area) => (readiness(area)?.known ?? 0) >= READINESS_MIN_KNOWN,
);
const gaps = model.autonomousRegions.filter((area) => !reports.includes(area));

const pages = new Map<string, Document>();
function pageOf(area: Area, lang: (typeof LANGS)[number] = 'id'): Document {
  const path = inLanguage(pathOf(area), lang);
  const page = pages.get(path) ?? parseHtml(readPage(dir, path));
  pages.set(path, page);
  return page;
}

const criterionItems = (page: Document) =>
  elements(only(page, 'main'), 'li').filter((item) => hasClass(item, 'criterion'));
const verdictOf = (item: Element) => [
  (attribute(item, 'id') ?? '').replace('kriteria-', ''),
  attribute(item, 'data-verdict'),
];

describe('every region has a page', () => {
  it('in both languages, linked from its profile where it has a government', () => {
    const missing = model.regions.flatMap((area) =>
      LANGS.map((lang) => inLanguage(pathOf(area), lang)).filter((path) => !isServed(dir, path)),
    );
    expect(missing).toEqual([]);
    for (const area of [...reports, ...gaps.slice(0, 40)]) {
      for (const lang of LANGS) {
        const profile = readPage(dir, inLanguage(`/daerah/${area.slug}/`, lang));
        expect(profile, area.name).toContain(`href="${inLanguage(pathOf(area), lang)}"`);
      }
    }
  });

  it('there are reports and lists of gaps to judge', () => {
    expect(reports.length).toBeGreaterThan(10);
    expect(gaps.length).toBeGreaterThan(100);
  });

  it('says that it does not apply to areas without a government, and judges nothing there', () => {
    const areas = model.regions.filter((area) => area.autonomy === 'administrative');
    expect(areas).toHaveLength(6);
    for (const area of areas) {
      const page = pageOf(area);
      expect(textOf(only(page, 'main'))).toContain('tidak berlaku');
      expect(criterionItems(page)).toEqual([]);
    }
  });
});

describe('what a page says', () => {
  it('is what is derived: every criterion once, with its verdict, in both languages', () => {
    for (const area of model.autonomousRegions) {
      const expected = readiness(area)?.results.map(({ criterion, verdict }) => [
        criterion.code,
        verdict,
      ]);
      for (const lang of LANGS) {
        const found = criterionItems(pageOf(area, lang)).map(verdictOf);
        expect(found.toSorted(), `${area.name} ${lang}`).toEqual(expected?.toSorted());
      }
    }
  });

  it('counts each verdict, and adds up to nothing', () => {
    for (const area of [...reports, ...gaps.slice(0, 50)]) {
      const counts = readiness(area)?.counts;
      for (const [verdict, count] of Object.entries(counts ?? {})) {
        const item = only(pageOf(area), 'li', { 'data-count': verdict });
        expect(textOf(item)).toBe(`${count} ${VERDICT[verdict as keyof typeof VERDICT].id}`);
      }
    }
  });

  it('calls the verdict by its words, and nothing unknown a fail', () => {
    for (const area of model.autonomousRegions) {
      for (const item of criterionItems(pageOf(area))) {
        const [code, verdict] = verdictOf(item);
        const word = elements(item, 'strong').find((each) => hasClass(each, `verdict-${verdict}`));
        expect(word && textOf(word), `${area.name} ${code}`).toBe(
          VERDICT[verdict as keyof typeof VERDICT].id,
        );
        const text = textOf(item).replace('tidak berarti gagal', '');
        if (verdict !== 'not_met') {
          expect(text, `${area.name} ${code}`).not.toMatch(/belum terpenuhi|kurang \d|gagal/);
        }
        // A mark of its own, which tells without a colour.
        expect(elements(item, 'svg')).toHaveLength(1);
      }
    }
  });

  it('prints every figure with its year and a link to its permanent address', () => {
    for (const area of [...reports, ...gaps]) {
      const items = criterionItems(pageOf(area));
      for (const { criterion, figures } of readiness(area)?.results ?? []) {
        const item = items.find((each) => verdictOf(each)[0] === criterion.code);
        for (const { speaking, year } of figures) {
          const anchor = `#${area.code}-${criterion.indicator}-${year}`;
          const link = elements(item as Element, 'a').find(
            (each) =>
              hasClass(each, 'figure') &&
              attribute(each, 'href') === `/sumber/${speaking?.source_id}/${anchor}`,
          );
          expect(link, `${area.name} ${anchor}`).toBeDefined();
          if (speaking?.value) {
            expect(attribute(only(link as Element, 'data'), 'value')).toBe(speaking.value);
          }
          expect(textOf(item as Element)).toContain(`(${year})`);
        }
      }
    }
  });

  it('says exactly how far a figure is from its threshold', () => {
    let told = 0;
    for (const area of reports) {
      const items = criterionItems(pageOf(area));
      for (const { criterion, figures, verdict } of readiness(area)?.results ?? []) {
        const { value } = figures[0] ?? {};
        const limit = Number(criterion.threshold);
        if (verdict !== 'not_met' || !value || Number.isNaN(limit)) continue;
        const item = items.find((each) => verdictOf(each)[0] === criterion.code) as Element;
        const [, by = ''] = /kurang ([\d,]+) dari ambang/.exec(textOf(item)) ?? [];
        expect(Number(value) + Number(by.replace(',', '.')), area.name).toBeCloseTo(limit, 9);
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(0);
  });

  it('shows other thresholds in print, with their sources', () => {
    const [area] = reports;
    const item = criterionItems(pageOf(area as Area)).find(
      (each) => verdictOf(each)[0] === 'mcp',
    ) as Element;
    for (const other of criteria.filter((row) => !row.used && row.indicator === 'mcp')) {
      expect(textOf(item)).toContain(formatDecimal(other.threshold ?? '', 'id'));
      for (const id of other.source_ids) {
        expect(
          elements(item, 'a').some((link) => attribute(link, 'href')?.startsWith(`/sumber/${id}/`)),
          id,
        ).toBe(true);
      }
    }
  });
});

describe('what pilots had', () => {
  it('stands in the table as derived, and never the region itself among them', () => {
    for (const area of reports) {
      const table = elements(pageOf(area), 'table').find((each) => hasClass(each, 'pilots-then'));
      const rows = elements(table as Element, 'tr').slice(1);
      const figures = (row: Element | undefined) =>
        elements(row as Element, 'a')
          .filter((link) => hasClass(link, 'figure'))
          .map((link) => attribute(link, 'href')?.split('#')[1]);
      const expected = new Map<string, string[]>();
      for (const criterion of criteria.filter((row) => row.used && row.indicator)) {
        for (const each of pilotsThen(model, criterion, area.code)) {
          const { code } = each.pilot.area;
          expected.set(code, [
            ...(expected.get(code) ?? []),
            ...each.figures.map((f) => `${code}-${f.indicator}-${f.year}`),
          ]);
        }
      }
      expect(expected.has(area.code)).toBe(false);
      const found = rows.slice(1).map(figures);
      expect(found.map((each) => each.join()).toSorted(), area.name).toEqual(
        [...expected.values()].map((each) => each.join()).toSorted(),
      );
    }
  });
});

describe('what pilots had, in words', () => {
  const table = (area: Area) =>
    elements(pageOf(area), 'table').find((each) => hasClass(each, 'pilots-then')) as Element;

  it('leaves out what came into print after the designation, and says so', () => {
    const [area] = reports;
    const cells = elements(table(area as Area), 'td').map(textOf);
    expect(cells).toContain('2025: terbit kemudian');
    expect(cells).toContain('2024: tak bertanggal');
  });

  it('puts the grade beside every bare number where the threshold is a grade', () => {
    let told = 0;
    for (const area of reports) {
      const text = textOf(table(area));
      for (const criterion of criteria.filter((row) => row.used)) {
        for (const { figures } of pilotsThen(model, criterion, area.code)) {
          for (const figure of figures) {
            const band = gradeBeside(criterion, figure, model.figures);
            if (!band || figure.value === null) continue;
            const number = formatDecimal(figure.value, 'id');
            expect(text, area.name).toContain(`${number} · ${band.label_id.split(' ')[0]}`);
            told += 1;
          }
        }
      }
    }
    expect(told).toBeGreaterThan(0);
  });
});

describe('how others do it', () => {
  const shown = (area: Area) =>
    elements(pageOf(area), 'ul')
      .filter((list) => hasClass(list, 'facts'))
      .flatMap((list) => elements(list, 'li'));

  it('is told in our own words, of other regions only, as chosen', () => {
    for (const area of reports) {
      const expected = examplesFor(model, area.code).flatMap(({ examples }) =>
        examples.map((each) => {
          const pilot = each.isPilot ? ' (percontohan)' : '';
          return `${each.area.name}${pilot}: ${partsText(exampleParts(each, 'id'))}`;
        }),
      );
      const found = shown(area).map((item) => textOf(item));
      expect(found).toHaveLength(expected.length);
      for (const [i, text] of expected.entries()) expect(found[i]).toContain(text);
      expect(expected.some((text) => text.startsWith(area.name))).toBe(false);
    }
  });

  it('shows pilots to a pilot too, and promises no more than there is', () => {
    for (const area of reports) {
      const components = examplesFor(model, area.code);
      const without = components.filter(({ examples }) => !examples.some(({ isPilot }) => isPilot));
      expect(without.length, area.name).toBeLessThan(components.length);
      const section = textOf(only(pageOf(area), 'section', { 'aria-labelledby': 'cara' }));
      expect(section.includes('belum ditemukan contoh dari percontohan lain')).toBe(
        without.length > 0,
      );
    }
  });

  it('names offices, never persons', () => {
    const places = new Set(dataset.tables.areas.flatMap(({ name }) => name.split(/[\s-]+/)));
    for (const area of reports) {
      const text = textOf(only(pageOf(area), 'main'));
      for (const [, office, name = ''] of text.matchAll(
        /\b(Wali Kota|Bupati|Gubernur|Sekretaris Daerah|Kepala Dinas)\s+([A-Z][\w'’]+)/g,
      )) {
        expect(places.has(name), `${area.name}: ${office} ${name}`).toBe(true);
      }
    }
  });
});

describe('a list of gaps', () => {
  it('says of each missing figure who publishes it, and how to send it', () => {
    for (const area of gaps.slice(0, 60)) {
      const page = pageOf(area);
      for (const { criterion, verdict } of readiness(area)?.results ?? []) {
        if (verdict !== 'unknown' && verdict !== 'too_old') continue;
        const item = byId(page, `kriteria-${criterion.code}`);
        const publisher = dataset.tables.indicators.find(
          (row) => row.indicator === criterion.indicator && criterion.series.includes(row.series),
        )?.publisher_name;
        expect(textOf(item), `${area.name} ${criterion.code}`).toContain(publisher);
      }
      const report = elements(only(page, 'main'), 'a').find((link) => hasClass(link, 'report'));
      expect(attribute(report as Element, 'href')).toBeTruthy();
    }
  });

  it('leaves out what a report needs: pilots and examples', () => {
    const [area] = gaps;
    const ids = elements(pageOf(area as Area)).map((element) => attribute(element, 'id'));
    expect(ids).not.toContain('percontohan');
    expect(ids).not.toContain('cara');
  });

  it('is light', () => {
    const sizes = [...gaps, ...reports].map((area) => gzipped(readPage(dir, pathOf(area))));
    expect(Math.max(...sizes)).toBeLessThan(20_000);
  });
});

describe('on paper', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it('every report takes two sheets of A4 at most, in both languages', async () => {
    const long: string[] = [];
    for (const area of reports) {
      for (const lang of LANGS) {
        await page.goto(new URL(inLanguage(pathOf(area), lang), site.url).href);
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/);
        const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
        if (sheets < 1 || sheets > 2) long.push(`${area.slug} ${lang}: ${sheets}`);
      }
    }
    expect(long).toEqual([]);
  });

  it('reads without colour: every text is dark on white, marks differ in shape', async () => {
    await page.goto(new URL(pathOf(reports[0] as Area), site.url).href);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const pale = await page.evaluate(() => {
      const light = (colour: string) => {
        const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return [...document.querySelectorAll<HTMLElement>('.readiness *')]
        .filter((each) => each.checkVisibility() && each.textContent?.trim())
        .map((each) => getComputedStyle(each).color)
        .filter((colour) => light(colour) > 110);
    });
    expect(pale).toEqual([]);
    const shapes = await page.evaluate(() =>
      [...document.querySelectorAll('.verdict-counts svg')].map((svg) => svg.innerHTML),
    );
    expect(new Set(shapes).size).toBe(5);
    expect(await page.locator('print-button').isVisible()).toBe(false);
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  it('offers a button that prints, where scripts run', async () => {
    await page.goto(new URL(pathOf(reports[0] as Area), site.url).href);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.getByRole('button', { name: 'Cetak' }).click();
    expect(await page.locator('body[data-printed]').count()).toBe(1);
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const quiet = await plain.newPage();
    await quiet.goto(new URL(pathOf(reports[0] as Area), site.url).href);
    expect(await quiet.getByRole('button', { name: 'Cetak' }).count()).toBe(0);
    await plain.close();
  });
});
