import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Problems, type Scan, scanSite } from './lib/scan.ts';

/** The scan that judges the real site must not be blind: it is shown pages with every defect. */
describe('the scan of a built site', () => {
  const dir = mkdtempSync(join(tmpdir(), 'cermin-scan-'));
  let scan: Scan;

  const page = (body: string, head = '', lang = 'id') =>
    `<!doctype html><html lang="${lang}"><head><title>T</title>${head}</head><body><main><h1>T</h1>${body}</main></body></html>`;
  const write = (path: string, html: string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), html);
  };

  beforeAll(() => {
    write('sumber/a/index.html', page('<p id="fakta">1</p>'));
    write(
      'baik/index.html',
      page(
        '<a href="/b/sumber/a/#fakta"><data value="1234.50">1.234,50</data></a> <code>area_code</code> <span lang="en">not found yet</span>',
        '<link rel="canonical" href="https://x.example/b/baik/"><link rel="stylesheet" href="/b/a.css">',
      ),
    );
    write('spilled/index.html', page('<p title="undefined">NaN</p><p>[object Object]</p>'));
    write('raw/index.html', page('<p>not_selected</p>'));
    write('en/words/index.html', page('<p>belum ditemukan</p>', '', 'en'));
    write('en/lang/index.html', page('<p>x</p>'));
    write('inline/index.html', page('<p style="color:red" onclick="x()">x</p><script>1</script>'));
    write('style/index.html', page('<a href="javascript:1">x</a>', '<style>p{}</style>'));
    write('twice/index.html', page('<h1 id="a">x</h1><p id="a">x</p>'));
    write('ld/index.html', page('<script type="application/ld+json">{"a":}</script>'));
    write('outside/index.html', page('<a href="/daerah/">x</a><a href="">x</a>'));
    write('loads/index.html', page('<img src="https://cdn.example/x.png" alt="">'));
    write('figure/index.html', page('<data value="92.15">92.15</data>'));
    write('fragment/index.html', page('<a href="/b/sumber/a/#tidak-ada">x</a>'));
    scan = scanSite({ dir, base: '/b/', origin: 'https://x.example' });
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const found = (rule: keyof Problems) => scan.problems[rule].map((each) => each.split(':')[0]);

  it('accepts a page as it should be', () => {
    expect(
      Object.values(scan.problems)
        .flat()
        .filter((each) => /^\/(baik|sumber\/a)\//.test(each)),
    ).toEqual([]);
    expect(scan.pages.get('/baik/')).toMatchObject({
      canonical: 'https://x.example/b/baik/',
      loads: [{ kind: 'style', url: '/b/a.css' }],
    });
    expect([...scan.internal.keys()]).toContain('/a.css');
  });

  it.each<[keyof Problems, string[]]>([
    ['words', ['/raw/', '/spilled/', '/spilled/', '/spilled/']],
    ['languages', ['/en/lang/', '/en/words/']],
    ['inline', ['/inline/', '/inline/', '/inline/', '/style/', '/style/']],
    ['structure', ['/twice/', '/twice/']],
    ['jsonLd', ['/ld/']],
    ['links', ['/outside/', '/outside/']],
    ['loads', ['/loads/']],
    ['figures', ['/figure/', '/figure/']],
    ['targets', ['/fragment/']],
  ])('finds what is wrong with %s, and nothing else', (rule, pages) => {
    expect(found(rule).sort()).toEqual(pages);
  });
});
