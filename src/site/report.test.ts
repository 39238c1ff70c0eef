import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Report, reportLink, reportText, rowKey } from './report.ts';

const page: Report = {
  lang: 'id',
  about: 'Kota Contoh',
  address: 'https://cermin.example/any/base/daerah/kota-contoh/',
};
const fact: Report = {
  lang: 'en',
  about: 'Kota Contoh, SPI 2024',
  address: 'https://cermin.example/en/sumber/warta-rekaan-2025-02/#98.71-spi-2024',
  row: {
    table: 'scores',
    key: [
      ['area_code', '98.71'],
      ['indicator', 'spi'],
      ['year', '2024'],
      ['source_id', 'warta-rekaan-2025-02'],
    ],
    shown: '77.4',
  },
};
const NOWHERE = { repo: null, contact: null };
const github = { ...NOWHERE, repo: 'https://github.com/siapa/cermin' };

describe('the text of a report', () => {
  it('names the page, in the language of the reader', () => {
    const { title, body } = reportText(page);
    expect(title).toBe('Kekeliruan: Kota Contoh');
    expect(body.split('\n').slice(0, 3)).toEqual([
      'Halaman: https://cermin.example/any/base/daerah/kota-contoh/',
      '',
      'Yang keliru:',
    ]);
  });

  it('names the permanent address of a fact, its row and what is shown of it', () => {
    expect(reportText(fact).body.split('\n').slice(0, 3)).toEqual([
      `Permanent address: ${fact.address}`,
      'Row: data/scores.csv, area_code=98.71, indicator=spi, year=2024, source_id=warta-rekaan-2025-02',
      'Shown: 77.4',
    ]);
  });
});

describe('a report that brings a missing figure', () => {
  it('names what is looked for, and asks for year, figure and source', () => {
    const { title, body } = reportText({ ...page, missing: ['MCP', 'SPI'] });
    expect(title).toBe('Angka yang belum ada: Kota Contoh');
    expect(body).toContain('Yang dicari: MCP, SPI\n');
    for (const asked of ['tahun yang diukur:', 'sebagaimana tercetak:', 'Tautan sumber']) {
      expect(body).toContain(asked);
    }
    expect(body).not.toContain('keliru');
  });
});

describe('the key of a row', () => {
  it('is the primary key of its table, with the source', () => {
    const row = { area_code: '98.71', indicator: 'spi', year: 2024, source_id: 's', value: '1' };
    expect(rowKey('scores', row)).toEqual([
      ['area_code', '98.71'],
      ['indicator', 'spi'],
      ['year', '2024'],
      ['source_id', 's'],
    ]);
    expect(rowKey('profile_facts', { id: 'x', area_code: '98', source_id: 's' })).toEqual([
      ['id', 'x'],
      ['source_id', 's'],
    ]);
  });

  it('leaves out what is empty', () => {
    expect(rowKey('service_malls', { area_code: '98', source_id: 's', opened: null })).toEqual([
      ['area_code', '98'],
      ['source_id', 's'],
    ]);
  });
});

describe('where a report goes', () => {
  const addressOf = (repo: string | null, contact: string | null = null) =>
    reportLink(page, { repo, contact })?.split('?')[0] ?? null;

  it.each([
    ['https://github.com/siapa/cermin', 'https://github.com/siapa/cermin/issues/new'],
    ['https://github.com/siapa/cermin.git', 'https://github.com/siapa/cermin/issues/new'],
    ['https://github.com/siapa/cermin/', 'https://github.com/siapa/cermin/issues/new'],
    [
      'https://github.com/siapa/cermin/tree/main/data',
      'https://github.com/siapa/cermin/issues/new',
    ],
    ['https://codeberg.org/siapa/cermin', 'https://codeberg.org/siapa/cermin/issues/new'],
    [
      'https://git.contoh.example/siapa/cermin',
      'https://git.contoh.example/siapa/cermin/issues/new',
    ],
    ['https://gitlab.com/siapa/cermin', 'https://gitlab.com/siapa/cermin/-/issues/new'],
    [
      'https://gitlab.contoh.example/grup/anak/cermin/-/tree/main',
      'https://gitlab.contoh.example/grup/anak/cermin/-/issues/new',
    ],
  ])('with a repository, to a new issue: %s', (repo, expected) => {
    expect(addressOf(repo)).toBe(expected);
    // Also where an e-mail address is configured: corrections are best made in public.
    expect(addressOf(repo, 'mailto:redaksi@cermin.example')).toBe(expected);
  });

  it.each([
    'https://kode.example/cermin',
    'https://github.com/siapa',
    'https://gitlab.com/siapa',
    'https://bitbucket.org/siapa/cermin',
    'https://kode.example/a/b/c',
  ])('with a repository of which nothing is known, to the contact: %s', (repo) => {
    expect(addressOf(repo)).toBeNull();
    expect(addressOf(repo, 'mailto:redaksi@cermin.example')).toBe('mailto:redaksi@cermin.example');
  });

  it('with a web address for contact, to it as it is', () => {
    expect(reportLink(page, { repo: null, contact: 'https://cermin.example/kontak?a=b' })).toBe(
      'https://cermin.example/kontak?a=b',
    );
  });

  it('without either, nowhere: the caller leads to the page on corrections', () => {
    expect(reportLink(page, NOWHERE)).toBeNull();
  });
});

describe('encoding', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 200 });
  const anyReport = fc.record({
    lang: fc.constantFrom('id' as const, 'en' as const),
    about: anyText,
    address: fc.webUrl({ withFragments: true, withQueryParameters: true }),
    row: fc.option(
      fc.record({
        table: fc.constantFrom('scores' as const, 'channels' as const),
        key: fc.array(fc.tuple(anyText, anyText)),
        shown: anyText,
      }),
      { nil: undefined },
    ),
  }) as fc.Arbitrary<Report>;

  it('gives a forge back every character', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { title, body } = reportText(report);
        const url = new URL(reportLink(report, github) ?? '');
        expect(Object.fromEntries(url.searchParams)).toEqual({
          title: title.toWellFormed(),
          body: body.toWellFormed(),
        });
        expect(url.hash).toBe('');
        const lab = new URL(
          reportLink(report, { ...NOWHERE, repo: 'https://gitlab.com/siapa/cermin' }) ?? '',
        );
        expect(lab.searchParams.get('issue[title]')).toBe(title.toWellFormed());
        expect(lab.searchParams.get('issue[description]')).toBe(body.toWellFormed());
      }),
    );
  });

  it('gives a mail program back every character, with its line ends', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { title, body } = reportText(report);
        const link =
          reportLink(report, { ...NOWHERE, contact: 'mailto:redaksi@cermin.example' }) ?? '';
        // Only what RFC 3986 allows in a query, and no plus, which mail programs show as it is.
        expect(link).toMatch(
          /^mailto:redaksi@cermin\.example\?subject=[\w.~!'()*%-]*&body=[\w.~!'()*%-]*$/,
        );
        const [subject = '', text = ''] = (link.split('?')[1] ?? '')
          .split('&')
          .map((part) => decodeURIComponent(part.slice(part.indexOf('=') + 1)));
        expect(subject).toBe(title.toWellFormed());
        expect(text).toBe(body.toWellFormed().replaceAll('\n', '\r\n'));
      }),
    );
  });
});
