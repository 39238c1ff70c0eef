import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { launchBrowser } from './browser.ts';
import type { BuiltSite } from './global-setup.ts';
import { watch } from './watch.ts';

type Journey = (page: Page, context: BrowserContext) => Promise<void>;

interface VisitOptions extends BrowserContextOptions {
  /** Which site; that of the real data unless told. */
  readonly of?: BuiltSite;
  /** What a page may do without failing the test: complain at all, or ask other origins. */
  readonly allows?: 'complaints' | 'other-origins';
}

/** The address of a path of a site, whatever its base. */
export const addressOf = (path: string, of: BuiltSite): string =>
  new URL(path.replace(/^\//, ''), of.url).href;

/**
 * One browser for the tests of a file, or of the `describe` it is called in. Each visit has a
 * context of its own; whatever its pages complain of fails the test.
 *
 * @param defaults for all visits
 */
export function useBrowser(defaults: VisitOptions = {}) {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  /** Visits with an empty page to begin with. */
  async function browse(journey: Journey, options: VisitOptions = {}): Promise<void> {
    const { of = inject('site'), allows, ...rest } = { ...defaults, ...options };
    if (!browser) throw new Error('the browser has not been started');
    const context = await browser.newContext(rest);
    try {
      const watched = watch(context, allows === 'other-origins' ? null : new URL(of.url).origin);
      await journey(await context.newPage(), context);
      if (allows !== 'complaints') expect(watched.take()).toEqual([]);
    } finally {
      await context.close();
    }
  }

  /** Visits a page. */
  function visit(path: string, journey: Journey, options: VisitOptions = {}): Promise<void> {
    const { of = inject('site') } = { ...defaults, ...options };
    return browse(async (page, context) => {
      await page.goto(addressOf(path, of));
      await journey(page, context);
    }, options);
  }

  return { browse, visit };
}

/** Files that do not come before they are let go. */
export interface Held {
  /** Resolves when the page has asked for the first of them. */
  readonly asked: Promise<void>;
  /** Lets them come, those asked for later too. */
  release(): void;
}

/** Holds back the files of an address, as a slow line does. */
export async function hold(page: Page, address: string): Promise<Held> {
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    asked.resolve();
    await released.promise;
    await route.continue();
  });
  return { asked: asked.promise, release: released.resolve };
}

/** Opens a page whose own script of a name is held back: the page is there before it. */
export async function openBefore(page: Page, address: string, script: string): Promise<Held> {
  const held = await hold(page, `**/${script}.astro*.js`);
  // Neither event of loading comes before the script does.
  await page.goto(address, { waitUntil: 'commit' });
  await held.asked;
  await page.locator('footer').waitFor();
  return held;
}
