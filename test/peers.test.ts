import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { readDataset } from '../src/dataset/index.ts';
import type { Area } from '../src/dataset/tables/index.ts';
import { distanceTable, PEER_COUNT, peersOf } from '../src/derive/peers.ts';
import { peerWords } from '../src/wording/peer-words.ts';
import { attribute, elements, only, parseHtml, textOf } from './lib/html.ts';
import { csvRows, fileOf, gzipped, inLanguage, isServed, readPage } from './lib/site.ts';

/** Regions like one another, on the profiles and as files of the built site. */
const { dir } = inject('site');
const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset cannot be read');
const { areas } = dataset.tables;
const regions = areas.filter(({ level }) => level !== 'province');
const autonomous = regions.filter(({ autonomy }) => autonomy === 'autonomous');
/** Every seventh region, and those at the ends. */
const sample = autonomous.filter((_, i) => i % 7 === 0 || i === autonomous.length - 1);
const LANGS = ['id', 'en'] as const;

const csvPath = (area: Area) => `/data/sebanding/${area.slug}.csv`;
const SECTION = /<section[^>]*aria-labelledby="sebanding".*?<\/section>/s;

describe('on the profiles', () => {
  it('every region with a government has its ten, the nearest first', () => {
    for (const area of autonomous) {
      const [html = ''] = SECTION.exec(readPage(dir, `/daerah/${area.slug}/`)) ?? [];
      const links = elements(only(parseHtml(html), 'ol'), 'a').map((link) =>
        attribute(link, 'href'),
      );
      expect(links, area.name).toEqual(
        peersOf(area, areas).map((peer) => `/daerah/${peer.area.slug}/`),
      );
      expect(links).toHaveLength(PEER_COUNT);
    }
  });

  it('tells the distance in each dimension in words', () => {
    for (const area of sample) {
      for (const lang of LANGS) {
        const [html = ''] =
          SECTION.exec(readPage(dir, inLanguage(`/daerah/${area.slug}/`, lang))) ?? [];
        const text = textOf(parseHtml(html));
        for (const peer of peersOf(area, areas)) {
          expect(text).toContain(peer.area.name);
          for (const words of peerWords(peer, lang)) expect(text).toContain(words);
        }
        expect(html).toContain(`/banding/?d=${area.code},peers:${area.code}"`);
      }
    }
  });

  it('has none where there is no government', () => {
    for (const area of regions.filter((each) => !autonomous.includes(each))) {
      expect(readPage(dir, `/daerah/${area.slug}/`)).not.toMatch(SECTION);
      expect(isServed(dir, csvPath(area))).toBe(false);
    }
  });

  it('takes little of a page', () => {
    for (const area of sample) {
      const html = readPage(dir, `/daerah/${area.slug}/`);
      expect(gzipped(html) - gzipped(html.replace(SECTION, ''))).toBeLessThan(1500);
    }
  });
});

describe('as files', () => {
  it('every region with a government has its distances to all others of its level', () => {
    expect(autonomous.filter((area) => !isServed(dir, csvPath(area)))).toEqual([]);
  });

  it('reads back as derived, in its order, to four digits', () => {
    for (const area of sample) {
      const text = readFileSync(fileOf(dir, csvPath(area)), 'utf8');
      const rows = csvRows(text);
      const table = distanceTable(area, areas);
      expect(rows.map(({ code }) => code)).toEqual(table.map((peer) => peer.area.code));
      for (const [i, { area: other, distance, population }] of table.entries()) {
        const row = rows[i];
        expect(row?.name).toBe(other.name);
        expect(row?.population).toBe(String(other.population));
        expect(row?.area_km2).toBe(other.area_km2);
        expect(row?.derived_distance).toBe(distance.toFixed(4));
        expect(row?.derived_population_ratio).toBe(population.ratio.toFixed(4));
      }
      expect(text.endsWith('\r\n')).toBe(true);
    }
  });
});
