import type { RoadData, RoadDate, RoadStop } from '../charts/road.ts';
import { categoryLabel, type Text } from '../dataset/table-schema.ts';
import { type Designation, TABLES } from '../dataset/tables/index.ts';
import { compareDates, type Standing } from './ladder.ts';
import type { Model } from './site-model.ts';

function label(field: 'rung' | 'category', value: string): Text {
  return {
    id: categoryLabel(TABLES.designations, field, value, 'id'),
    en: categoryLabel(TABLES.designations, field, value, 'en'),
  };
}

/**
 * The dates of events of one stage, oldest first: those of the events themselves where any is
 * known, and not a month where a day of that month is told too.
 */
export function stageDates(events: readonly Designation[]): readonly RoadDate[] {
  const own = events.filter(({ date_basis }) => date_basis !== 'report');
  const dates = [...new Set((own.length > 0 ? own : events).map(({ date }) => date))];
  return dates
    .filter((date) => !dates.some((other) => other !== date && other.startsWith(`${date}-`)))
    .sort(compareDates)
    .map((date) => ({ date, ofReport: own.length === 0 }));
}

const hasEnded = ({ rung }: Pick<Designation, 'rung'>) =>
  rung === 'not_selected' || rung === 'passed_on';

/** A region's road in one cohort, through the stages in their order. */
export function roadData(model: Model, standing: Standing): RoadData {
  const { stages } = model.dataset.tables;
  const { events, rung, event } = standing;
  const byStage = Map.groupBy(events, ({ stage }) => stage);
  const ordered = stages
    .filter(({ order }) => order !== null)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const stops = ordered.map(({ code, name_id, name_en }): RoadStop => {
    const own = byStage.get(code) ?? [];
    const scored =
      own.find((each) => each === standing.assessment) ?? own.find(({ score }) => score !== null);
    return {
      name: { id: name_id, en: name_en },
      dates: stageDates(own),
      score: scored?.score ?? null,
      category: scored?.category ? label('category', scored.category) : null,
    };
  });
  const others = stages
    .filter(({ order }) => order === null)
    .flatMap(({ code, name_id, name_en }) => {
      const own = (byStage.get(code) ?? []).filter((each) => !hasEnded(each));
      return own.length > 0 ? [{ name: { id: name_id, en: name_en }, dates: stageDates(own) }] : [];
    });
  return {
    area: model.area(standing.area_code).name,
    cohort: standing.cohort,
    rung: label('rung', rung),
    since: { date: standing.since, ofReport: event.date_basis === 'report' },
    stops,
    end: hasEnded(standing)
      ? {
          name: label('rung', rung),
          dates: stageDates(events.filter((each) => each.rung === rung)),
        }
      : null,
    others,
    // A mark printed for one cohort says nothing of those before it.
    passMark:
      model.passMark && Number(model.passMark.date.slice(0, 4)) <= standing.cohort
        ? model.passMark.value
        : null,
  };
}
