import { describe, expect, it } from 'vitest';
import type { Source } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { buildCitations } from '../derive/citations.ts';
import { deriveModel } from '../derive/site-model.ts';
import { LANGS } from '../i18n/lang.ts';
import {
  factCount,
  groupByInitial,
  initialOf,
  noAddressText,
  publishedText,
  sourceDescription,
  sourceJsonLd,
} from './source-text.ts';

const dataset = fictionalDataset();
const model = deriveModel(dataset);
const citations = buildCitations(dataset);
const news = model.source('kabar-contoh-2024-01-15');
const described = model.source('lembaga-rekaan-2023');

const source = (changes: Partial<Source>): Source => ({ ...news, ...changes });

describe('publishedText', () => {
  it('gives the date to the precision known, or says that there is none', () => {
    expect(publishedText(model.source('warta-rekaan-2025-02'), 'id')).toBe('Februari 2025');
    expect(publishedText(described, 'id')).toBe('tanggal terbit tidak tercatat');
  });
});

describe('noAddressText', () => {
  it('tells a document that is not on the web from a page whose address is not known', () => {
    expect(noAddressText(model.source('keputusan-rekaan-2025'), 'id')).toBe(
      'Dokumen tanpa alamat web',
    );
    expect(noAddressText(model.source('keputusan-rekaan-2025'), 'en')).toBe(
      'Document without a web address',
    );
    expect(noAddressText(described, 'id')).toBe('Alamat halaman aslinya tidak diketahui');
  });
});

describe('factCount', () => {
  it('knows the plural of English', () => {
    expect([1, 2].map((n) => factCount(n, 'en'))).toEqual(['1 fact', '2 facts']);
    expect(factCount(1200, 'id')).toBe('1.200 fakta');
  });
});

describe('sourceDescription', () => {
  it('is of the length that search engines show', () => {
    for (const each of dataset.tables.sources) {
      for (const lang of LANGS) {
        const { length } = sourceDescription(each, citations.of(each.id), model, lang);
        expect(length).toBeGreaterThanOrEqual(50);
        expect(length).toBeLessThanOrEqual(160);
      }
    }
  });

  it('names the areas, and the measures where there is room', () => {
    const [score] = citations.of('warta-rekaan-2025-02').filter((each) => each.table === 'scores');
    if (!score) throw new Error('the fictional source prints scores');
    expect(sourceDescription(news, [score], model, 'id')).toBe(
      '1 fakta di Cermin Daerah yang diambil dari Kabar Contoh, 15 Januari 2024, tentang Kabupaten Contoh (MCSP 2025).',
    );
  });

  it('says so where nothing was taken', () => {
    expect(sourceDescription(described, [], model, 'en')).toBe(
      'A source that was read but that no fact on Cermin Daerah cites: Lembaga Rekaan.',
    );
  });
});

describe('sourceJsonLd', () => {
  it('states what is known of a report', () => {
    expect(sourceJsonLd(news)).toEqual({
      '@type': 'NewsArticle',
      headline: 'Daerah Rekaan Meraih Nilai',
      publisher: { '@type': 'Organization', name: 'Kabar Contoh' },
      datePublished: '2024-01-15',
      url: 'https://kabar.contoh.example/nilai',
    });
  });

  it('never gives our description as a title, nor a date nobody printed', () => {
    expect(sourceJsonLd(described)).toEqual({
      '@type': 'CreativeWork',
      description: 'Laporan rekaan tahun 2023',
      publisher: { '@type': 'Organization', name: 'Lembaga Rekaan' },
    });
  });
});

describe('groupByInitial', () => {
  it('knows initials whatever the case or accent', () => {
    expect(['detikNews', 'Élan', '60DTK', '“Kabar”'].map(initialOf)).toEqual(['D', 'E', '#', '#']);
  });

  it('sorts publishers without regard to case, and their sources newest first', () => {
    const groups = groupByInitial([
      source({ id: 'a', publisher: 'berita Z', published: null }),
      source({ id: 'b', publisher: 'berita Z', published: '2024' }),
      source({ id: 'c', publisher: 'Berita A' }),
      source({ id: 'd', publisher: '7 Kabar' }),
    ]);
    expect([...groups.keys()]).toEqual(['#', 'B']);
    expect(
      groups.get('B')?.map((group) => [group.publisher, group.sources.map(({ id }) => id)]),
    ).toEqual([
      ['Berita A', ['c']],
      ['berita Z', ['b', 'a']],
    ]);
  });

  it('loses no source', () => {
    const groups = [...groupByInitial(dataset.tables.sources).values()].flat();
    const all = groups.flatMap((group) => group.sources);
    expect(new Set(all)).toEqual(new Set(dataset.tables.sources));
    expect(all).toHaveLength(dataset.tables.sources.length);
  });
});
