import { describe, expect, it } from 'vitest';
import { readDataset } from '../dataset/read-dataset.ts';
import { GOLDEN } from './golden.ts';
import { indexRows } from './index-data.ts';
import { clearAnswer, createFinder } from './search.ts';

/** Against the real data: this is about the names people know. */
const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset has problems; run "npm run validate"');
const { areas, aliases } = dataset.tables;
const find = createFinder(indexRows(areas, aliases));

const namesOf = (query: string) => find(query).map(({ name }) => name);
const bareOf = (name: string) => name.replace(/^(Kabupaten|Kota)( Administrasi)? /, '');
const isAmong = (query: string, code: string, most: number) =>
  find(query)
    .slice(0, most)
    .some((hit) => hit.code === code);
/** The areas that are called so and no otherwise. */
const homonyms = (text: string) =>
  areas.filter(({ name }) => bareOf(name).toLowerCase() === text.toLowerCase()).length;

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A letter left out, doubled, mistaken or swapped with the next one. */
function withSlip(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length - 1));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const [before, here = '', next = '', after] = [
    text.slice(0, at),
    text[at],
    text[at + 1],
    text.slice(at + 2),
  ];
  const kinds = [
    before + next + after,
    before + here + here + next + after,
    before + letter + next + after,
    before + next + here + after,
  ];
  return kinds[Math.floor(random() * kinds.length)] as string;
}

describe('the golden set', () => {
  const answers = GOLDEN.map((golden) => {
    const hits = find(golden.query);
    const codes = hits.slice(0, 3).map(({ code }) => code);
    return {
      text: `${golden.kind}: ${golden.query} > ${golden.codes.join(' ')}, but found ${
        hits.map(({ name }) => name).join(', ') || 'nothing'
      }`,
      isFirst: golden.codes.includes(codes[0] ?? ''),
      isAmongThree: golden.codes.every((code) => codes.includes(code)),
    };
  });
  const missed = answers.filter(({ isFirst, isAmongThree }) => !isFirst || !isAmongThree);
  if (missed.length > 0) console.log(missed.map(({ text }) => text).join('\n'));
  const share = (key: 'isFirst' | 'isAmongThree') =>
    answers.filter((answer) => answer[key]).length / answers.length;

  it('is wide, and asks nothing twice', () => {
    expect(GOLDEN.length).toBeGreaterThanOrEqual(300);
    const queries = GOLDEN.map(({ query }) => query);
    expect(queries.filter((query, i) => queries.indexOf(query) !== i)).toEqual([]);
    const known = new Set<string>(areas.map(({ code }) => code));
    expect(GOLDEN.flatMap(({ codes }) => codes).filter((code) => !known.has(code))).toEqual([]);
  });

  it('is answered right at once in 95 %', () => {
    expect(share('isFirst')).toBeGreaterThanOrEqual(0.95);
  });

  it('is answered among the first three in 99 %', () => {
    expect(share('isAmongThree')).toBeGreaterThanOrEqual(0.99);
  });
});

describe('every area', () => {
  /** Jambi is a province and a city: without a level, the region comes first. */
  const isHomonymous = ({ level, name }: (typeof areas)[number]) =>
    level === 'province' && homonyms(name) > 1;

  it('is the first answer to its official name, a province at least after its namesakes', () => {
    const missed = areas.filter((area) =>
      isHomonymous(area)
        ? !isAmong(area.name, area.code, homonyms(area.name))
        : find(area.name)[0]?.code !== area.code,
    );
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  it('is found first by its name alone, beside those of the same name', () => {
    const missed = areas.filter(({ name, code }) => {
      const bare = bareOf(name);
      return !isAmong(bare, code, homonyms(bare));
    });
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  it('is the first answer to its code, with and without the dot', () => {
    const missed = areas.filter(
      ({ code }) => find(code)[0]?.code !== code || find(code.replace('.', ''))[0]?.code !== code,
    );
    expect(missed).toEqual([]);
  });

  it('is the first answer with its level abbreviated', () => {
    const prefixes = { province: 'pemprov', regency: 'kab.', city: 'pemkot' };
    const missed = areas.filter(
      ({ name, level, code }) => find(`${prefixes[level]} ${bareOf(name)}`)[0]?.code !== code,
    );
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  it('is among the first three by each of its other names', () => {
    expect(
      aliases
        .filter(({ alias, code }) => !isAmong(alias, code, 3))
        .map(({ alias }) => `${alias}: ${namesOf(alias).join(', ')}`),
    ).toEqual([]);
  });

  it('has a wide choice of other names', () => {
    expect(aliases.length).toBeGreaterThanOrEqual(300);
  });

  it('is among the first five after one slip in a name of more than six letters', () => {
    const random = randomFrom(20_250_101);
    const missed: string[] = [];
    let tried = 0;
    for (const { name, code } of areas) {
      const bare = bareOf(name).toLowerCase();
      if (bare.length <= 6) continue;
      for (let round = 0; round < 4; round += 1) {
        const typed = withSlip(bare, random);
        tried += 1;
        if (!isAmong(typed, code, 5)) missed.push(`${typed}: ${namesOf(typed).join(', ')}`);
      }
    }
    expect(missed.length / tried, missed.join('\n')).toBeLessThanOrEqual(0.02);
  });
});

describe('the order', () => {
  it('puts a city and a regency of one name next to each other, the larger first', () => {
    expect(namesOf('blitar').slice(0, 2)).toEqual(['Kabupaten Blitar', 'Kota Blitar']);
    expect(namesOf('kupang').slice(0, 2)).toEqual(['Kota Kupang', 'Kabupaten Kupang']);
  });

  it('puts the level that was asked for first, and its twin behind it', () => {
    expect(namesOf('kota blitar').slice(0, 2)).toEqual(['Kota Blitar', 'Kabupaten Blitar']);
    expect(namesOf('kab. kupang').slice(0, 2)).toEqual(['Kabupaten Kupang', 'Kota Kupang']);
  });

  it('puts a whole name before one that only begins so', () => {
    expect(namesOf('bali')[0]).toBe('Bali');
    expect(namesOf('papua')[0]).toBe('Papua');
    expect(namesOf('bima')).not.toContain('Kota Balikpapan');
  });

  it('puts regions before a province of the same name', () => {
    expect(namesOf('gorontalo').slice(0, 3)).toEqual([
      'Kabupaten Gorontalo',
      'Kota Gorontalo',
      'Gorontalo',
    ]);
    expect(namesOf('provinsi gorontalo')[0]).toBe('Gorontalo');
  });
});

describe('an answer', () => {
  it('tells where a place is, and by which other name it was met', () => {
    expect(find('tangsel')[0]).toMatchObject({
      code: '36.74',
      name: 'Kota Tangerang Selatan',
      slug: 'kota-tangerang-selatan',
      level: 'city',
      province: 'Banten',
      alias: 'Tangsel',
    });
    expect(find('jawa timur')[0]).toMatchObject({ level: 'province', province: null, alias: null });
  });

  it('has the address of its page', () => {
    const slugs = new Map<string, string>(areas.map(({ code, slug }) => [code, slug]));
    for (const { name } of areas) {
      const hit = find(name)[0];
      expect(hit?.slug).toBe(slugs.get(hit?.code ?? ''));
    }
  });

  it.each(['tangsel', 'kota blitar', 'surabay', 'bali', 'kota blitarr'])(
    'is clear for "%s"',
    (query) => {
      const hits = find(query);
      expect(hits[0]).toBeDefined();
      expect(clearAnswer(hits)).toBe(hits[0]);
    },
  );

  it.each(['', '  ', '.-', 'blitar', 'qwrtpsd', 'jambi', 'zzz'])(
    'is not clear for "%s"',
    (query) => {
      expect(clearAnswer(find(query))).toBeNull();
    },
  );

  it.each(['qwrtpsdfgh', '99.99', 'zzz', '🙂', 'x'.repeat(5000)])(
    'is not made up for "%s"',
    (query) => {
      expect(find(query).slice(0, 1)).toEqual([]);
    },
  );
});
