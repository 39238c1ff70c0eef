import { coverageOf } from '../../derive/coverage.ts';
import { PEER_COUNT } from '../../derive/peers.ts';
import { RANK_MIN_AREAS, RANK_MIN_COVERAGE } from '../../derive/rank.ts';
import { READINESS_MIN_KNOWN } from '../../derive/readiness.ts';
import type { Model } from '../../derive/site-model.ts';
import { SIMILAR_RATIO } from '../../wording/peer-words.ts';

const withStatus = (model: Model, status: string) =>
  model.dataset.tables.scores.filter((row) => row.status === status).length;

/** Every number that the methodology tells, by name: none is typed by hand. */
export const COUNTS = {
  provinces: (model) => model.provinces.length,
  regions: (model) => model.regions.length,
  regencies: (model) => model.regions.filter((area) => area.level === 'regency').length,
  cities: (model) => model.regions.filter((area) => area.level === 'city').length,
  autonomous: (model) => model.autonomousRegions.length,
  administrative: (model) => model.regions.length - model.autonomousRegions.length,
  sources: (model) => model.dataset.tables.sources.length,
  'news-sources': (model) => model.dataset.tables.sources.filter((s) => s.kind === 'news').length,
  scores: (model) => model.dataset.tables.scores.length,
  'final-scores': (model) => withStatus(model, 'final'),
  figures: (model) => model.figures.all.filter((figure) => figure.speaking).length,
  'regions-with-figure': (model) =>
    coverageOf(model.regions, (area) =>
      model.indicators.some(({ indicator }) => model.figures.latest(area.code, indicator)),
    ).known,
  indicators: (model) => model.indicators.length,
  series: (model) => model.dataset.tables.indicators.length,
  components: (model) => model.dataset.tables.components.length,
  'programme-indicators': (model) => model.dataset.tables.programme_indicators.length,
  criteria: (model) => model.dataset.tables.criteria.filter((row) => row.used).length,
  pilots: (model) => model.pilots.length,
  differences: (model) => model.disagreements.scores.length,
  decided: (model) => model.disagreements.scores.filter(({ figure }) => figure.decision).length,
  disputes: (model) => model.disagreements.disputes.length,
  labels: (model) => model.disagreements.labels.length,
  'rank-share': () => Math.round(100 * RANK_MIN_COVERAGE),
  'rank-areas': () => RANK_MIN_AREAS,
  'readiness-known': () => READINESS_MIN_KNOWN,
  peers: () => PEER_COUNT,
  'peers-similar': () => Math.round(100 * (SIMILAR_RATIO - 1)),
} as const satisfies Readonly<Record<string, (model: Model) => number>>;

export type CountName = keyof typeof COUNTS;
