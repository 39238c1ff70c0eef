import { expect, it } from 'vitest';
import type { Designation } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { roadData, stageDates } from './road-data.ts';
import { deriveModel } from './site-model.ts';

const model = deriveModel(fictionalDataset());
const event = (date: string, date_basis: Designation['date_basis'] = 'event') =>
  ({ date, date_basis }) as Designation;

it('follows a region through the stages, with a place for those nobody tells of', () => {
  const [standing] = model.standings('98.71');
  const data = standing && roadData(model, standing);
  expect(data).toMatchObject({
    area: 'Kota Contoh',
    cohort: 2024,
    since: { date: '2024-12-09', ofReport: false },
    end: null,
    others: [],
  });
  expect(data?.stops.map(({ dates, score }) => [dates.map(({ date }) => date), score])).toEqual([
    [[], null],
    [['2024-03'], null],
    [['2024-12-09'], '92.15'],
  ]);
});

it('tells how a road ended', () => {
  const ended = deriveModel(
    fictionalDataset({
      designations: (text) => text.replace('2025,event,proposed', '2025,event,not_selected'),
    }),
  );
  const [standing] = ended.standings('99.01');
  expect(standing && roadData(ended, standing).end).toEqual({
    name: { id: 'tidak terpilih', en: 'not selected' },
    dates: [{ date: '2025', ofReport: false }],
  });
});

it('prefers dates of events to those of reports, and days to their month', () => {
  const dates = (...events: Designation[]) => stageDates(events).map(({ date }) => date);
  expect(dates(event('2024-03'), event('2024-03-05'), event('2024-04'))).toEqual([
    '2024-03-05',
    '2024-04',
  ]);
  expect(dates(event('2024-03-01', 'report'), event('2024-03-05'))).toEqual(['2024-03-05']);
  expect(stageDates([event('2024-03-01', 'report')])).toEqual([
    { date: '2024-03-01', ofReport: true },
  ]);
});
