import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Designation, Rung } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { buildLadder, headlineStanding, outOfOrder, standingOf, surelyAfter } from './ladder.ts';

const { stages } = fictionalDataset().tables;

const event = (rung: Rung, date: string, more: Partial<Designation> = {}): Designation => ({
  area_code: '98.71',
  cohort: 2025,
  stage: 'observasi',
  date,
  date_basis: 'event',
  rung,
  score: null,
  category: null,
  detail_id: null,
  detail_en: null,
  source_id: `sumber-${date}`,
  note: null,
  ...more,
});

describe('a standing', () => {
  it('is the highest rung, not the last one reported', () => {
    const standing = standingOf(
      [event('observed', '2024-07-30'), event('proposed', '2024-11-13')],
      stages,
    );
    expect(standing).toMatchObject({ rung: 'observed', since: '2024-07-30' });
  });

  it('dates a rung by its own event rather than by an earlier report', () => {
    const standing = standingOf(
      [
        event('designated', '2024-12-08', { date_basis: 'report' }),
        event('designated', '2024-12-10'),
        event('designated', '2024-12-09'),
      ],
      stages,
    );
    expect(standing.since).toBe('2024-12-09');
  });

  it('ends short of designation where the region was not selected', () => {
    const events = [event('candidate', '2024-09'), event('not_selected', '2025-01-17')];
    expect(standingOf(events, stages).rung).toBe('not_selected');
  });

  it('ends with a status that passed to another region', () => {
    const events = [event('designated', '2025-12-09'), event('passed_on', '2026-03')];
    expect(standingOf(events, stages).rung).toBe('passed_on');
  });

  it('carries the assessment that was announced', () => {
    const scored = { score: '92.15' as NonNullable<Designation['score']> };
    const events = [event('candidate', '2025-11-06', scored), event('designated', '2025-12-09')];
    expect(standingOf(events, stages).assessment?.score).toBe('92.15');
  });

  it('is of one region in one cohort', () => {
    expect(() => standingOf([], stages)).toThrow();
    const mixed = [event('observed', '2024'), event('observed', '2024', { cohort: 2026 })];
    expect(() => standingOf(mixed, stages)).toThrow('one region in one cohort');
  });

  it('does not depend on the order of the rows', () => {
    const rung = fc.constantFrom<Rung>(
      'proposed',
      'observed',
      'candidate',
      'designated',
      'not_selected',
    );
    const date = fc.constantFrom('2024', '2024-08', '2024-08-14', '2025-01-17');
    const events = fc
      .uniqueArray(fc.tuple(rung, date), { minLength: 1, maxLength: 6, selector: String })
      .map((pairs) => pairs.map(([r, on]) => event(r, on)));
    fc.assert(
      fc.property(
        events.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const { rung: a, since: b } = standingOf(all, stages);
          expect(standingOf(shuffled, stages)).toMatchObject({ rung: a, since: b });
        },
      ),
    );
  });
});

describe('the ladder', () => {
  it('lists the newest cohort first, and names a region by the title it holds', () => {
    const ladder = buildLadder(
      [
        event('designated', '2024-12-09', { cohort: 2024 }),
        event('proposed', '2025-03', { cohort: 2026 }),
      ],
      stages,
    );
    const standings = ladder.get('98.71');
    expect(standings?.map((s) => s.cohort)).toEqual([2026, 2024]);
    expect(headlineStanding(standings)?.rung).toBe('designated');
    expect(headlineStanding(undefined)).toBeNull();
  });

  it('reports events surely out of order, and leaves overlapping dates alone', () => {
    const late = event('proposed', '2024-11-13');
    const vague = event('proposed', '2024-07');
    const standing = standingOf([event('observed', '2024-07-30'), late, vague], stages);
    expect(outOfOrder(standing)).toEqual([late]);
  });

  it('is sure of an order only to the precision of both dates', () => {
    expect(surelyAfter('2024-09', '2024-08-14')).toBe(true);
    expect(surelyAfter('2024-08', '2024-08-14')).toBe(false);
    expect(surelyAfter('2024', '2024-08-14')).toBe(false);
  });
});
