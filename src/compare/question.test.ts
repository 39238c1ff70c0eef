import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorId } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import {
  MAX_MEMBERS,
  type Member,
  memberText,
  type Question,
  questionQuery,
  readQuestion,
} from './question.ts';

const indicators: readonly IndicatorId[] = ['mcp', 'spi', 'bpk'];
const { areas } = fictionalDataset().tables;
const terms = { areas, indicators, years: [2015, 2025] } as const;
const read = (query: string) => readQuestion(query, terms);
const memberTexts = (query: string) => read(query).question.members.map(memberText);

describe('the address of a comparison', () => {
  it('is read', () => {
    expect(read('?d=98.71,99,pilots,peers:98.71&i=spi,mcp&y=2024')).toEqual({
      question: {
        members: [
          { kind: 'area', code: '98.71' },
          { kind: 'area', code: '99' },
          { kind: 'pilots' },
          { kind: 'peers', code: '98.71' },
        ],
        indicators: ['mcp', 'spi'],
        year: 2024,
      },
      problems: [],
    });
  });

  it('asks for all measures and the latest figures where it names none', () => {
    const nothing = { question: { members: [], indicators, year: null }, problems: [] };
    expect(read('')).toEqual(nothing);
    expect(read('?d=&i=&y=')).toEqual(nothing);
  });

  it('takes slugs and names for codes, capitals, blanks, and a parameter given twice', () => {
    expect(memberTexts('d=kota-contoh,%20Kabupaten%20Contoh%20,PEERS:kota-misal')).toEqual([
      '98.71',
      '98.01',
      'peers:99.71',
    ]);
    expect(memberTexts('d=98.71&d=99.71&d=Pilots')).toEqual(['98.71', '99.71', 'pilots']);
    expect(read('i=SPI&i=bpk').question.indicators).toEqual(['spi', 'bpk']);
  });

  it.each([
    ['d=98.71,12.34', { kind: 'unknown_member', text: '12.34', meant: null }],
    ['d=98.71,<img src=x>', { kind: 'unknown_member', text: '<img src=x>', meant: null }],
    ['d=98.71,peers:', { kind: 'unknown_member', text: 'peers:', meant: null }],
    ['d=98.71,peers:98.72', { kind: 'no_peers', text: 'peers:98.72' }],
    ['d=98.71,kota-contoh', { kind: 'twice', text: 'kota-contoh' }],
    ['d=98.71&i=mcp,ipm', { kind: 'unknown_indicator', text: 'ipm' }],
    ['d=98.71&y=1066', { kind: 'impossible_year', text: '1066' }],
    ['d=98.71&y=2026', { kind: 'impossible_year', text: '2026' }],
    ['d=98.71&y=2o24', { kind: 'impossible_year', text: '2o24' }],
    ['d=98.71&y=-2024', { kind: 'impossible_year', text: '-2024' }],
  ])('%s: tells the problem, and the rest works', (query, problem) => {
    const { question, problems } = read(query);
    expect(problems).toEqual([problem]);
    expect(question.members.map(memberText)).toEqual(['98.71']);
    expect(question.indicators).toEqual(query.includes('i=') ? ['mcp'] : indicators);
    expect(question.year).toBeNull();
  });

  it('says which code may be meant by one that lost its zero', () => {
    for (const text of ['99.1', 'peers:99.1']) {
      const { question, problems } = read(`d=98.71,${text}`);
      expect(problems).toMatchObject([{ kind: 'unknown_member', text, meant: { code: '99.10' } }]);
      expect(question.members.map(memberText)).toEqual(['98.71']);
    }
  });

  it('takes as many members as can be compared, and names the others', () => {
    const codes = ['98', '99', '98.01', '98.02', '98.71', '99.01', '99.10', '99.71'];
    const { question, problems } = read(`d=${codes.join()}`);
    expect(question.members.map(memberText)).toEqual(codes.slice(0, MAX_MEMBERS));
    expect(problems).toEqual([{ kind: 'too_many', texts: codes.slice(MAX_MEMBERS) }]);
  });

  it('is written so that people can read it', () => {
    const members: readonly Member[] = [
      { kind: 'area', code: '98.71' },
      { kind: 'pilots' },
      { kind: 'peers', code: '98.71' },
    ];
    expect(questionQuery({ members, indicators: ['mcp', 'spi'], year: 2024 }, indicators)).toBe(
      '?d=98.71,pilots,peers:98.71&i=mcp,spi&y=2024',
    );
    expect(questionQuery({ members, indicators, year: null }, indicators)).toBe(
      '?d=98.71,pilots,peers:98.71',
    );
    expect(questionQuery({ members: [], indicators, year: null }, indicators)).toBe('');
  });

  it('is written as it is read', () => {
    const autonomous = areas.filter(({ autonomy }) => autonomy === 'autonomous');
    const member = fc.oneof(
      fc.constant<Member>({ kind: 'pilots' }),
      fc.constantFrom(...areas).map(({ code }): Member => ({ kind: 'area', code })),
      fc.constantFrom(...autonomous).map(({ code }): Member => ({ kind: 'peers', code })),
    );
    const question = fc.record<Question>({
      members: fc.uniqueArray(member, { maxLength: MAX_MEMBERS, selector: memberText }),
      indicators: fc.subarray([...indicators], { minLength: 1 }),
      year: fc.option(fc.integer({ min: 2015, max: 2025 })),
    });
    fc.assert(
      fc.property(question, (asked) => {
        expect(read(questionQuery(asked, indicators))).toEqual({ question: asked, problems: [] });
      }),
    );
  });

  it('never throws, and every part of it is used or told of', () => {
    const item = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('98.71', 'pilots', 'peers:99.71', 'kota-misal', '%', '&', '<b>', '99'),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.string(), (items, year) => {
        const query = new URLSearchParams({ d: items.join(), y: year }).toString();
        const { question, problems } = read(query);
        expect(question.members.length).toBeLessThanOrEqual(MAX_MEMBERS);
        const told = problems.flatMap((problem) =>
          problem.kind === 'too_many'
            ? problem.texts
            : ['unknown_indicator', 'impossible_year'].includes(problem.kind)
              ? []
              : [problem.text],
        );
        const given = new URLSearchParams(query)
          .get('d')
          ?.split(',')
          .filter((text) => text.trim() !== '');
        expect(question.members.length + told.length).toBe(given?.length);
      }),
    );
  });
});
