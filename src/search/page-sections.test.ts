import { describe, expect, it } from 'vitest';
import { pageSections } from './page-sections.ts';

const page = (main: string) => `<!doctype html><body><header>Kepala</header><main>${main}</main>`;

describe('pageSections', () => {
  it('parts a page at its headings', () => {
    const html = page(`
      <div><h1>Judul</h1><p>Awal <b>te</b>bal.</p></div>
      <section><h2 id="satu">Bagian satu</h2><p>Isi.</p><ul><li>a</li><li>b</li></ul></section>
      <h2 id="dua"><a href="#dua">Bagian dua</a></h2><h3>Anak</h3><p>Lagi.</p>`);
    expect(pageSections(html)).toEqual([
      { id: null, heading: 'Judul', isTerm: false, text: 'Awal tebal.' },
      { id: 'satu', heading: 'Bagian satu', isTerm: false, text: 'Isi. · a · b' },
      { id: 'dua', heading: 'Bagian dua', isTerm: false, text: 'Anak · Lagi.' },
    ]);
  });

  it('parts a glossary at its terms', () => {
    const html = page(`<h1>Istilah</h1><h2 id="huruf-a">A</h2>
      <dl><div id="apip"><dt>APIP</dt><dd>pengawas</dd><dd>intern</dd></div></dl>`);
    expect(pageSections(html)).toEqual([
      { id: 'apip', heading: 'APIP', isTerm: true, text: 'pengawas · intern' },
    ]);
  });

  it('leaves out what is no text of the page', () => {
    const html = page(`<nav>Jejak</nav><h1>Judul</h1><p>Isi.</p><p hidden>Tersembunyi</p>
      <script>1</script><ul class="value-runs"><li>x</li></ul><form><input></form>`);
    expect(pageSections(html).map(({ text }) => text)).toEqual(['Isi.']);
  });

  it('refuses a page without a main part', () => {
    expect(() => pageSections('<p>x</p>')).toThrow('no <main>');
  });
});
