import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { attribute, type Element, elements, parseHtml, textOf } from './lib/html.ts';
import { filePaths, gzipped, inLanguage, isServed, pagePaths, readPage } from './lib/site.ts';
import { addressOf, useBrowser } from './lib/visit.ts';

/** Charts in the pages of others: what is pasted, what it shows there, and where it leads. */
const site = inject('site');
const LANGS = ['id', 'en'] as const;
const KB = 1000;
const BLITAR = '/daerah/kota-blitar/';
const at = (path: string) => addressOf(path, site);
/** The site was built for one origin and is served at another; these texts name the first. */
const ORIGIN = new URL(
  attribute(
    elements(parseHtml(readPage(site.dir, '/')), 'link', { rel: 'canonical' })[0] as Element,
    'href',
  ) as string,
).origin;
const served = (text: string) => text.replaceAll(ORIGIN, new URL(site.url).origin);

/** A page of somebody else: another origin, with whatever is pasted into it. */
let host: { readonly origin: string; show(html: string): string; close(): Promise<void> };
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host?.close());

async function openHost(): Promise<typeof host> {
  let pasted = '';
  const server: Server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 204, { 'Content-Type': 'text/html' });
    response.end(
      request.url === '/'
        ? `<!doctype html><meta charset="utf-8"><title>Lain</title><link rel="icon" href="data:,"><body>${pasted}`
        : '',
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    show: (html) => {
      pasted = html;
      return `${origin}/`;
    },
    close: () => new Promise((done) => void server.close(() => done())),
  };
}

const { browse } = useBrowser({ allows: 'other-origins' });

const WORDS = {
  id: { open: 'Sematkan…', frame: 'Salin: Bingkai', picture: 'Salin: Gambar', close: 'Tutup' },
  en: { open: 'Embed…', frame: 'Copy: Frame', picture: 'Copy: Image', close: 'Close' },
} as const;

/** What the panel of a chart puts on the clipboard. */
async function copied(page: Page, id: string, lang: 'id' | 'en', what: 'frame' | 'picture') {
  const menu = page.locator(`#${id} chart-menu`);
  if (!(await menu.locator('details').evaluate((each: HTMLDetailsElement) => each.open))) {
    await menu.locator('summary').click();
  }
  await menu.getByRole('button', { name: WORDS[lang].open }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: WORDS[lang][what] }).click();
  await expect.poll(() => panel.getByRole('status').textContent()).toMatch(/./);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const shown = await panel
    .locator('textarea')
    .evaluateAll((all: HTMLTextAreaElement[]) =>
      all.map(({ value, readOnly }) => ({ value, readOnly })),
    );
  expect(shown.every(({ readOnly }) => readOnly)).toBe(true);
  expect(shown.map(({ value }) => value)).toContain(text);
  await panel.getByRole('button', { name: WORDS[lang].close }).click();
  expect(await page.getByRole('dialog').count()).toBe(0);
  return served(text);
}

/** Waits until the frame has its stylesheet too: a frame that loads lazily is not waited for. */
async function framed(page: Page) {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame?.waitForURL(/\/embed\//);
  await frame?.waitForLoadState('load');
}

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('a snippet from the menu of a chart', () => {
  it.each([
    ['id', BLITAR, 'grafik-cermin', 'Kota Blitar', 'Sumber tiap angka'],
    ['id', BLITAR, 'grafik-tren-sakip', 'SAKIP', 'Sumber tiap angka'],
    ['id', BLITAR, 'grafik-sebaran-spi', 'SPI 2024', 'Sumber tiap angka'],
    ['en', BLITAR, 'grafik-cermin', 'Kota Blitar', 'The source of every figure'],
    ['id', '/indikator/spi/', 'grafik-sebaran-city', 'SPI', 'Sumber tiap angka'],
    ['en', '/indikator/spi/', 'grafik-peta', 'SPI', 'The source of every figure'],
  ] as const)(
    'shows the chart in a page of another origin, with its source: %s %s %s',
    (lang, path, id, word, link) =>
      browse(async (page, context) => {
        await page.goto(at(inLanguage(path, lang)));
        const snippet = await copied(page, id, lang, 'frame');
        await page.goto(host.show(snippet));
        const frame = page.frameLocator('iframe');
        await framed(page);
        const chart = frame.locator('svg.chart:visible');
        await chart.waitFor();
        expect(await chart.count()).toBe(1);
        expect(await frame.locator('h1').textContent()).toContain(word);
        expect(await frame.locator('footer').textContent()).toMatch(
          lang === 'id'
            ? /edisi \d+\.\d+\.\d+(?:\+unreleased)?, \d+ \w+ 20\d\d.*Bukan situs KPK.*CC BY 4\.0/s
            : /edition \d+\.\d+\.\d+(?:\+unreleased)?, \d+ \w+ 20\d\d.*Not run by KPK.*CC BY 4\.0/s,
        );
        // It needs no script, of the host or of its own.
        expect(await frame.locator('script').count()).toBe(0);
        const [opened] = await Promise.all([
          context.waitForEvent('page'),
          frame.getByRole('link', { name: link }).click(),
        ]);
        await opened.waitForLoadState();
        expect(opened.url()).toBe(`${at(inLanguage(path, lang))}#${id}`);
        expect(await opened.locator(`#${id}`).count()).toBe(1);
        expect(page.url()).toBe(`${host.origin}/`);
      }, CLIPBOARD),
  );

  it.each([
    ['id', BLITAR, 'grafik-cermin'],
    ['id', BLITAR, 'grafik-tren-sakip'],
    ['en', BLITAR, 'grafik-cermin'],
    ['en', '/indikator/spi/', 'grafik-peta'],
  ] as const)(
    'shows the picture, as large as it says, and leads to its page: %s %s %s',
    (lang, path, id) =>
      browse(async (page) => {
        await page.goto(at(inLanguage(path, lang)));
        const snippet = await copied(page, id, lang, 'picture');
        await page.goto(host.show(snippet));
        const image = page.locator('a > img');
        await expect
          .poll(() =>
            image.evaluate((each: HTMLImageElement) => each.complete && each.naturalWidth),
          )
          .toBeGreaterThan(0);
        const size = await image.evaluate((each: HTMLImageElement) => ({
          own: [each.naturalWidth, each.naturalHeight].map(String),
          said: [each.getAttribute('width'), each.getAttribute('height')],
          alt: each.alt,
        }));
        expect(size.said).toEqual(size.own);
        expect(size.alt.length).toBeGreaterThan(10);
        expect(await page.locator('a').getAttribute('href')).toBe(
          `${at(inLanguage(path, lang))}#${id}`,
        );
      }, CLIPBOARD),
  );

  it('by keyboard alone, on a phone; focus comes back to the menu', () =>
    browse(
      async (page) => {
        await page.goto(at(BLITAR));
        await page.locator('#grafik-cermin chart-menu summary').focus();
        await page.keyboard.press('Enter');
        const button = page.locator('#grafik-cermin').getByRole('button', { name: 'Sematkan…' });
        await button.focus();
        await page.keyboard.press('Enter');
        const panel = page.getByRole('dialog');
        await panel.waitFor();
        const box = await panel.boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
        const inside = () =>
          page.evaluate(() => document.activeElement?.closest('dialog') !== null);
        expect(await inside()).toBe(true);
        await page.keyboard.press('Escape');
        await expect.poll(() => panel.count()).toBe(0);
        expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
      },
      { viewport: { width: 390, height: 844 } },
    ));

  it('where the browser keeps the clipboard to itself, is marked to be copied by hand', () =>
    browse(async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: () => Promise.reject(new Error('no')) },
        });
      });
      await page.goto(at(BLITAR));
      await page.locator('#grafik-cermin chart-menu summary').click();
      await page.locator('#grafik-cermin').getByRole('button', { name: 'Sematkan…' }).click();
      await page.getByRole('button', { name: WORDS.id.frame }).click();
      await expect.poll(() => page.getByRole('status').last().textContent()).toMatch(/ditandai/);
      const marked = await page.evaluate(() => getSelection()?.toString());
      expect(marked).toMatch(/^<iframe .*<\/iframe>$/);
    }));

  it('is offered for the charts that have a frame, and for no other', () =>
    browse(async (page) => {
      await page.goto(at(BLITAR));
      const offered = await page
        .locator('.chart-figure')
        .evaluateAll((all: HTMLElement[]) =>
          all.map((figure) => [
            figure.dataset.frame !== undefined,
            [...figure.querySelectorAll('chart-menu button')].some(
              ({ textContent }) => textContent === 'Sematkan…',
            ),
          ]),
        );
      expect(offered.filter(([has]) => has)).toHaveLength(3);
      expect(offered.filter(([has]) => !has).length).toBeGreaterThan(0);
      expect(offered.filter(([has, offers]) => has !== offers)).toEqual([]);
    }));
});

describe('the policy', () => {
  it('lets others frame these pages, and no other page of the site', () =>
    browse(
      async (page) => {
        const frame = (path: string) => `<iframe src="${at(path)}"></iframe>`;
        await page.goto(
          host.show([frame('/en/embed/daerah/kota-blitar/cermin/'), frame(BLITAR)].join('')),
        );
        const [ours, refused] = page.frames().slice(1);
        expect(ours?.url()).toBe(at('/en/embed/daerah/kota-blitar/cermin/'));
        expect(await ours?.locator('h1').count()).toBe(1);
        expect(await refused?.locator('h1').count()).toBe(0);
      },
      { allows: 'complaints' },
    ));
});

/** A frame as the page it belongs to offers it. */
interface Offered {
  /** Without base. */
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  /** At the width of the snippet, which is 480 px. */
  readonly height: number;
  readonly hasPicture: boolean;
}

function offeredBy({ dir, base }: typeof site): readonly Offered[] {
  return pagePaths(dir)
    .filter((path) => /^(\/en)?\/(daerah|indikator)\/[^/]+\/$/.test(path))
    .flatMap((page) => elements(parseHtml(readPage(dir, page))))
    .flatMap((figure) => {
      const path = attribute(figure, 'data-frame')?.slice(base.length - 1);
      if (path === undefined) return [];
      return [
        {
          path,
          kind: path.replace(/^.*\/(daerah|indikator)\/[^/]+\/([a-z]+).*$/, '$1 $2'),
          title: attribute(figure, 'data-frame-title') ?? '',
          height: Number(attribute(figure, 'data-frame-height')),
          hasPicture: attribute(figure, 'data-picture') !== null,
        },
      ];
    });
}
const offered = offeredBy(site);

describe('every frame and picture', () => {
  const files = filePaths(site.dir).filter((path) => /^\/(en\/)?embed\//.test(path));

  it('that is offered exists, and every one that exists is offered', () => {
    expect(offered.length).toBeGreaterThan(2000);
    const pages = offered.map(({ path }) => `${path}index.html`);
    const pictures = offered
      .filter(({ hasPicture }) => hasPicture)
      .map(({ path }) => path.replace(/\/$/, '.svg'));
    const documents = new Set(offered.map(({ path }) => path.replace(/[^/]+\/$/, 'oembed.json')));
    expect(files).toEqual([...pages, ...pictures, ...documents].toSorted());
  });

  it('is there for each kind of chart', () => {
    expect([...new Set(offered.map(({ kind }) => kind))].toSorted()).toEqual([
      'daerah cermin',
      'daerah sebaran',
      'daerah tren',
      'indikator peta',
      'indikator sebaran',
    ]);
  });

  it('leaves room for the rest of the site among the files of a host', () => {
    expect(files.length).toBeLessThanOrEqual(6200);
    expect(filePaths(site.dir).length).toBeLessThan(15_000);
  });

  it('a picture stands alone: literal colours, no class that needs a stylesheet to be seen', () => {
    for (const { path } of offered.filter(({ hasPicture }, i) => hasPicture && i % 25 === 0)) {
      const svg = readPage(site.dir, path.replace(/\/$/, '.svg'));
      expect(svg).not.toMatch(/style=|var\(|undefined|NaN|<script/);
      const inks = svg.match(/<[^>]+class="(?:f|s)-[^>]+>/g) ?? [];
      expect(inks.length).toBeGreaterThan(3);
      expect(inks.filter((tag) => !/ (fill|stroke)="/.test(tag))).toEqual([]);
      const words = svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      expect(words).toMatch(/CC BY 4\.0/);
      expect(words.replaceAll(' ', '')).toContain(
        `${ORIGIN}${path.replace('/embed/', '/').replace(/[^/]+\/$/, '')}`,
      );
      expect(gzipped(svg)).toBeLessThan(30 * KB);
    }
  });
});

describe('the ratio of a frame', () => {
  /** Of each kind: the flattest, the tallest, and the one with most words above it. */
  const hardest = (built: typeof site) =>
    [
      ...Map.groupBy(
        offeredBy(built),
        ({ kind, path }) => `${kind}${path.startsWith('/en/')}`,
      ).values(),
    ]
      .flatMap((all) => {
        const by = (size: (each: Offered) => number) => all.toSorted((a, b) => size(a) - size(b));
        const heights = by(({ height }) => height);
        return new Set([heights.at(0), heights.at(-1), by(({ title }) => title.length).at(-1)])
          .values()
          .toArray();
      })
      .flatMap((each) =>
        each ? [{ ...each, url: new URL(each.path.slice(1), built.url).href }] : [],
      );
  const full = inject('full');
  const corrected = inject('corrected');

  it('is tried where everything is known too, and where figures were corrected', () => {
    expect(full, 'CERMIN_TEST_FULL names no build of the full dataset').not.toBeNull();
    expect(corrected, 'CERMIN_TEST_CORRECTED names no build of corrected data').not.toBeNull();
  });

  it.each([
    ...hardest(site).map((each) => ({ of: 'real', ...each })),
    ...(full ? hardest(full) : []).map((each) => ({ of: 'full', ...each })),
    ...(corrected ? hardest(corrected) : []).map((each) => ({ of: 'corrected', ...each })),
  ])('$of $path: nothing is cut off, nothing is too small to read', (each) =>
    browse(async (page) => {
      await page.goto(each.url);
      for (const width of [320, 480, 640, 800]) {
        await page.setViewportSize({ width, height: Math.round((width * each.height) / 480) });
        const found = await page.evaluate(() => {
          const root = document.documentElement;
          const [svg, ...more] = [...document.querySelectorAll<SVGSVGElement>('svg.chart')].filter(
            (one) => one.getBoundingClientRect().width > 0,
          );
          if (!svg || more.length > 0) throw new Error('not one chart');
          const own = svg.getBoundingClientRect();
          const { width: w, height: h } = svg.viewBox.baseVal;
          const outside = [...document.querySelectorAll('svg.chart text, h1:not(.unseen), p')]
            .map((one) => ({ words: one.textContent, box: one.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0)
            .filter(
              ({ box }) =>
                box.left < -1 ||
                box.top < -1 ||
                box.right > innerWidth + 1 ||
                box.bottom > innerHeight + 1,
            );
          return {
            scrolls: root.scrollHeight > innerHeight || root.scrollWidth > innerWidth,
            outside: outside.map(({ words }) => words),
            scale: Math.min(own.width / w, own.height / h),
          };
        });
        expect(found, `${width} px`).toMatchObject({ scrolls: false, outside: [] });
        // Charts write in 11 units or more, but for the finest labels.
        expect(found.scale, `${width} px`).toBeGreaterThanOrEqual(0.88);
      }
    }),
  );

  it('is kept by the snippet where its place is narrow, and survives a host that drops styles', () =>
    browse(
      async (page) => {
        const { html } = JSON.parse(readPage(site.dir, '/embed/daerah/kota-blitar/oembed.json'));
        const sizes = async (snippet: string) => {
          await page.goto(host.show(snippet));
          await framed(page);
          const box = await page.locator('iframe').boundingBox();
          const inner = await page
            .frameLocator('iframe')
            .locator('html')
            .evaluate((root) => ({
              scrolls: root.scrollHeight > innerHeight,
            }));
          return { width: box?.width ?? 0, height: box?.height ?? 0, ...inner };
        };
        const kept = await sizes(served(html));
        const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(html) ?? [];
        expect(kept.width).toBeLessThanOrEqual(360);
        expect(kept.width / kept.height).toBeCloseTo(Number(width) / Number(height), 1);
        expect(kept.scrolls).toBe(false);
        const bare = await sizes(served(html).replace(/ style="[^"]*"/, ''));
        expect([bare.width, bare.height].map((side) => Math.round(side - 4))).toEqual([
          Number(width),
          Number(height),
        ]);
        expect(bare.scrolls).toBe(false);
      },
      { viewport: { width: 360, height: 740 } },
    ));
});

describe('oEmbed', () => {
  /** Links to the document stand in the head, of which there are a thousand to read. */
  function discovered(path: string) {
    const [head = ''] = readPage(site.dir, path).split('</head>');
    return elements(parseHtml(head), 'link', { type: 'application/json+oembed' });
  }

  it.each(
    [BLITAR, '/indikator/spi/', '/embed/daerah/kota-blitar/cermin/'].flatMap((path) =>
      LANGS.map((lang) => inLanguage(path, lang)),
    ),
  )('is found from %s; its frame and its picture are there', async (path) => {
    const [link, ...more] = discovered(path);
    expect(more).toEqual([]);
    expect(attribute(link as Element, 'rel')).toBe('alternate');
    expect(attribute(link as Element, 'title')).toMatch(/./);
    const response = await fetch(served(attribute(link as Element, 'href') ?? ''));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const answer = (await response.json()) as Record<string, unknown>;
    expect(answer).toMatchObject({
      type: 'rich',
      version: '1.0',
      provider_name: 'Cermin Daerah',
      width: expect.any(Number),
      height: expect.any(Number),
      cache_age: expect.any(Number),
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
    const [frame] = elements(parseHtml(String(answer.html)), 'iframe');
    const src = attribute(frame as Element, 'src') ?? '';
    expect(
      src.startsWith(`${ORIGIN}${inLanguage('/embed/', path.startsWith('/en/') ? 'en' : 'id')}`),
    ).toBe(true);
    expect([attribute(frame as Element, 'width'), attribute(frame as Element, 'height')]).toEqual([
      String(answer.width),
      String(answer.height),
    ]);
    for (const address of [src, String(answer.thumbnail_url)]) {
      expect((await fetch(served(address))).status, address).toBe(200);
    }
  });

  it('is not promised where there is nothing to show', () => {
    for (const path of ['/', '/daerah/', '/daerah/kota-administrasi-jakarta-pusat/']) {
      expect(discovered(path)).toEqual([]);
    }
    const promised = pagePaths(site.dir)
      .filter((path) => /^(\/en)?\/(daerah|indikator)\/[^/]+\/$/.test(path))
      .flatMap(discovered)
      .map((link) => (attribute(link, 'href') ?? '').slice(ORIGIN.length));
    expect(promised.length).toBeGreaterThan(1000);
    expect(promised.filter((path) => !isServed(site.dir, path))).toEqual([]);
  });
});

describe('lists of pages', () => {
  it('leave frames out: sitemap and full-text index', () => {
    const maps = filePaths(site.dir).filter((path) => /^\/sitemap-\d+\.xml$/.test(path));
    expect(maps.length).toBeGreaterThan(0);
    for (const path of maps) expect(readPage(site.dir, path)).not.toContain('/embed/');
    const frame = parseHtml(readPage(site.dir, '/embed/daerah/kota-blitar/cermin/'));
    expect(attribute(elements(frame, 'meta', { name: 'robots' })[0] as Element, 'content')).toBe(
      'noindex',
    );
    // The glossary's links would open where no page may stand.
    expect(elements(frame, 'a').map(textOf)).toEqual(['Sumber tiap angka', 'CC BY 4.0']);
  });
});
