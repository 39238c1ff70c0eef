import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axeCore from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './lib/browser.ts';
import { filePaths, gzipped } from './lib/site.ts';
import { watch } from './lib/watch.ts';

/** The map for fingers and keys, as people use it: on the home page. */
const site = inject('site');
const at = (path: string) => new URL(path.replace(/^\//, ''), site.url).href;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function visit(
  path: string,
  journey: (page: Page, context: BrowserContext) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const watched = watch(context, new URL(site.url).origin);
    const page = await context.newPage();
    await page.goto(at(path));
    await journey(page, context);
    expect(watched.take()).toEqual([]);
  } finally {
    await context.close();
  }
}

const stage = (page: Page) => page.locator('.map-stage').first();
const readout = (page: Page) => page.locator('.map-readout').first();
const name = (page: Page) => readout(page).locator('a').textContent();

describe('the map', () => {
  it('is one tab stop that answers to the arrow keys, and Enter opens the region', () =>
    visit('/', async (page) => {
      await stage(page).focus();
      await page.keyboard.press('Home');
      await readout(page).locator('a').waitFor();
      const west = await name(page);
      await page.keyboard.press('End');
      const east = await name(page);
      expect(west).not.toBe(east);
      await page.keyboard.press('ArrowLeft');
      expect(await name(page)).not.toBe(east);
      expect(await stage(page).locator('[tabindex]').count()).toBe(0);
      const address = await readout(page).locator('a').getAttribute('href');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${address}`);
    }));

  it('finds every region under the pointer', () =>
    visit(
      '/',
      async (page) => {
        await stage(page).hover();
        await readout(page).locator('a').waitFor();
        const found = await page.evaluate(() => {
          const [root, names] = [document.querySelector('map-picker'), new Set<string>()];
          const svg =
            root?.querySelector<SVGSVGElement>('.map-wide svg') ?? root?.querySelector('svg');
          const part = root?.querySelector('.map-stage');
          for (const mark of svg?.querySelectorAll('g > circle, g > rect') ?? []) {
            const { x, y, width, height } = mark.getBoundingClientRect();
            const middle = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true };
            part?.dispatchEvent(new PointerEvent('pointermove', middle));
            names.add(root?.querySelector('.map-readout a')?.textContent ?? '');
          }
          return names.size;
        });
        expect(found).toBe(514);
      },
      { viewport: { width: 1280, height: 900 } },
    ));

  it('answers a finger with name, figure and the way to the page, in either language', () =>
    visit(
      '/en/',
      async (page) => {
        await stage(page).scrollIntoViewIfNeeded();
        await stage(page).tap();
        await readout(page).locator('a').waitFor();
        await page.locator('.map-choices summary').first().click();
        await page.locator('map-picker select[name=by]').first().selectOption('spi');
        await page
          .locator('map-picker')
          .first()
          .locator('.map-stage title', { hasText: 'SPI' })
          .waitFor({ state: 'attached' });
        expect(await readout(page).textContent()).toContain('SPI: ');
        expect(await readout(page).locator('a').getAttribute('href')).toMatch(
          /\/en\/daerah\/[\w-]+\/$/,
        );
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true },
    ));

  it.each(['light', 'dark'] as const)('has no fault that axe finds, in use, %s', (colorScheme) =>
    visit(
      '/',
      async (page) => {
        await stage(page).focus();
        await readout(page).locator('a').waitFor();
        await page.addScriptTag({ content: axeCore.source });
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: typeof axeCore };
          return (await axe.run('map-picker')).violations.map(({ id }) => id);
        });
        expect(violations).toEqual([]);
      },
      // The policy of the site would refuse the checker's own script.
      { colorScheme, bypassCSP: true },
    ),
  );

  it('is a picture without JavaScript', () =>
    visit(
      '/',
      async (page) => {
        expect(await page.locator('.map-stage svg').first().getAttribute('role')).toBe('img');
        expect(await page.locator('.map-choices').first().isVisible()).toBe(false);
        expect(await stage(page).getAttribute('tabindex')).toBeNull();
      },
      { javaScriptEnabled: false },
    ));

  it('fetches no more than 15 KB for its first answer', () => {
    const sizes = new Map<string, number>();
    for (const path of filePaths(site.dir).filter((each) => each.startsWith('/peta/'))) {
      sizes.set(path.split('/').at(-1) ?? '', gzipped(readFileSync(join(site.dir, path))));
    }
    const places = sizes.get('tempat.json') ?? 0;
    expect(places).toBeGreaterThan(0);
    const rung = sizes.get('rung.json') ?? 0;
    for (const size of sizes.values()) {
      if (size !== places) expect(places + rung + size).toBeLessThan(15 * 1024);
    }
  });
});
