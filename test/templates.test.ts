import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './lib/browser.ts';
import { templates } from './lib/templates.ts';
import { type Watch, watch } from './lib/watch.ts';

/** Every template in both languages, as browsers and assistive technology see it. */
const site = inject('site');
const origin = new URL(site.url).origin;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let watched: Watch;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    // The policy is the host's to send; axe is injected where it would forbid that.
    bypassCSP: true,
  });
  watched = watch(context, origin);
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
});

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Accessibility problems of the page as it is shown, one line each. */
async function violations(rules?: readonly string[]): Promise<string[]> {
  const found = await page.evaluate(async (only) => {
    const results = await window.axe.run(document, {
      resultTypes: ['violations'],
      ...(only ? { runOnly: { type: 'rule', values: [...only] } } : {}),
    });
    if (results.passes.length === 0) throw new Error('axe found nothing to check');
    return results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      count: nodes.length,
      first: nodes.slice(0, 3).map(({ target, html }) => `${target.join(' ')} ${html}`),
    }));
  }, rules);
  return found.map(
    ({ id, help, count, first }) => `${id} (${count}): ${help}: ${first.join(' | ').slice(0, 600)}`,
  );
}

/** Elements that stick out of the page, where it scrolls sideways. */
async function overflow(width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 844 });
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    return [
      `${scrollWidth} px in ${clientWidth}`,
      ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
}

/** What another language could break shows on these; elsewhere only the words differ. */
const IN_BOTH_LANGUAGES = new Set(['home', 'a pilot', 'a score', 'compare', 'data']);

describe.each(templates)('$name ($lang)', ({ name, path, lang }) => {
  beforeAll(async () => {
    watched.take();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(new URL(path, site.url).href, { waitUntil: 'load' });
    await page.evaluate(AXE);
  });

  it('loads without an error, a warning, a failed request or a foreign one', () => {
    expect(watched.take()).toEqual([]);
  });

  it('does not scroll sideways on a phone', async () => {
    expect(await overflow(320)).toEqual([]);
    expect(await overflow(390)).toEqual([]);
  });

  const isTried = lang === 'id' || IN_BOTH_LANGUAGES.has(name);
  if (!isTried) return;
  it('is accessible on a phone and on a desk, in the light and in the dark', async () => {
    expect.soft(await violations(), '390 px, light').toEqual([]);
    // The scheme changes colours and nothing else, the width what is shown and how large.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await violations(['color-contrast', 'link-in-text-block']), 'dark').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
    expect.soft(await violations(), '1280 px').toEqual([]);
  });
});
