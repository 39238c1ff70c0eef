import { expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import { gradesData, tellingGradeYear } from './grades-data.ts';
import { deriveModel } from './site-model.ts';

const model = deriveModel(fictionalDataset());

it('counts the areas of a level by grade, from the worst, those of no grade nowhere', () => {
  const data = gradesData(model, { indicator: 'bpk', series: 'bpk', year: 2023, level: 'regency' });
  const found = data.grades.filter(({ count }) => count > 0);
  expect(found.length).toBeGreaterThan(0);
  const regencies = model.autonomousRegions.filter(({ level }) => level === 'regency');
  expect(data.total).toBe(regencies.length);
  const speaking = regencies.filter(({ code }) => model.figures.at(code, 'bpk', 2023)?.speaking);
  expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(speaking.length);
});

it('names the pilots: each with a grade under it, the others as missing', () => {
  const data = gradesData(model, { indicator: 'bpk', series: 'bpk', year: 2023, level: 'city' });
  const pilots = model.pilots.filter(({ area }) => area.level === 'city').map((p) => p.area.name);
  expect([...data.grades.flatMap((grade) => grade.pilots), ...data.missing].toSorted()).toEqual(
    pilots.toSorted(),
  );
});

it('tells of no year where too few grades are known', () => {
  expect(tellingGradeYear(model, 'bpk', 'city')).toBeNull();
});
