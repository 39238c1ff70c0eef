import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { AREA_TABLES } from '../api/files.ts';
import { TABLES } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { buildCitations } from '../derive/citations.ts';
import { deriveModel } from '../derive/site-model.ts';
import { tableCsv } from './csv.ts';
import { REGION_FACTS, regionFacts, regionFactsCsv } from './region-facts.ts';

type TextRow = Readonly<Record<string, string>>;

const model = deriveModel(fictionalDataset());
const { tables } = model.dataset;
const citations = buildCitations(model.dataset);
const facts = regionFacts(model, citations, (path) => `https://cermin.example/base${path}`);

/** The rows of all files together, as a reader gets them. */
const union = tables.areas.flatMap(({ code }) => {
  const { data, errors } = Papa.parse<TextRow>(regionFactsCsv(facts.get(code) ?? []), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
});

/** The table of scores that rows of areas' files amount to. */
const scoresOf = (rows: readonly TextRow[]) =>
  tableCsv(
    TABLES.scores,
    rows
      .filter((row) => row.table_name === 'scores')
      .map((row) => ({ ...row, indicator: row.item })),
  );

describe('the files of the areas', () => {
  it('hold together exactly the table of scores, and would not if a row or a cell were lost', () => {
    const scores = tableCsv(TABLES.scores, tables.scores);
    expect(scoresOf(union)).toBe(scores);
    expect(scoresOf(union.toSpliced(0, 1))).not.toBe(scores);
    expect(scoresOf(union.map((row) => ({ ...row, value_printed: '' })))).not.toBe(scores);
  });

  it.each(AREA_TABLES.filter((name) => name !== 'decisions'))('hold every row of %s', (name) => {
    const own = tables[name].filter(({ area_code }) => area_code !== null);
    expect(union.filter((row) => row.table_name === name)).toHaveLength(own.length);
  });

  it('hold what is printed of the area itself, each fact with its own source', () => {
    for (const area of tables.areas) {
      const own = union.filter((row) => row.table_name === 'areas' && row.area_code === area.code);
      expect(own.map(({ item, value, source_id }) => [item, value, source_id])).toEqual([
        ['name', '', area.name_source_id],
        ['area_km2', area.area_km2, area.area_source_id],
        ['population', String(area.population), area.population_source_id],
      ]);
    }
  });

  it('have a column for each field, filled where it must be, and no value that is not told of', () => {
    for (const field of REGION_FACTS.fields) {
      const cells = union.map((row) => row[field.name]);
      expect(cells).not.toContain(undefined);
      if (field.constraints?.required)
        expect([field.name, cells.includes('')]).toEqual([field.name, false]);
      const allowed = field.categories?.map(({ value }) => value);
      const items = cells.flatMap((cell) => (field.type === 'list' ? cell?.split(' ') : cell));
      if (allowed) expect(items.filter((item) => item && !allowed.includes(item))).toEqual([]);
    }
    expect(Object.keys(union[0] ?? {})).toEqual(REGION_FACTS.fields.map(({ name }) => name));
  });

  it('give each fact an address of its own, which its source page has', () => {
    const addresses = union.map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { address = '', source_id = '' } of union) {
      const [page, anchor] = address.split('#');
      expect(page).toBe(`https://cermin.example/base/sumber/${source_id}/`);
      expect(citations.of(source_id).map((fact) => fact.anchor)).toContain(anchor);
    }
  });

  it('mark the figures the site uses', () => {
    const used = union.filter(({ speaks }) => speaks === 'yes');
    expect(used.length).toBeGreaterThan(0);
    for (const row of used) {
      const [figure] = model.figures
        .of(row.area_code ?? '', row.item as 'spi')
        .filter(({ year }) => String(year) === row.year);
      expect(figure?.speaking?.source_id).toBe(row.source_id);
    }
  });

  it('say the facts in words of both languages', () => {
    const score = union.find(({ table_name, value }) => table_name === 'scores' && value !== '');
    expect(score?.text_id).toContain((score?.value ?? '').replace('.', ','));
    expect(score?.text_en).toContain(score?.value);
  });
});
