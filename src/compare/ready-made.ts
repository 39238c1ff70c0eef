/** Comparisons that many ask for, found in the data: a start for those who do not know whom to pick. */
import type { Text } from '../dataset/table-schema.ts';
import type { Area, Level } from '../dataset/tables/index.ts';
import { isAutonomous } from '../derive/coverage.ts';
import { peersOf } from '../derive/peers.ts';
import type { Model } from '../derive/site-model.ts';
import { MAX_MEMBERS, type Member } from './question.ts';

export interface ReadyMade {
  readonly title: Text;
  readonly members: readonly Member[];
  /** Everybody it compares, groups spread out. */
  readonly areas: readonly Area[];
}

/** A kind of ready-made comparisons. */
export interface ReadyMadeGroup {
  readonly id: string;
  readonly title: Text;
  readonly comparisons: readonly ReadyMade[];
}

/** Fewer cities than this make no comparison of a province's cities. */
const MIN_CITIES = 3;
/** How many of the most populous provinces have their cities compared. */
const PROVINCES = 6;

const byPopulation = (areas: readonly Area[]) =>
  areas.toSorted((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1));

function ofAreas(title: Text, areas: readonly Area[]): ReadyMade {
  return { title, areas, members: areas.map(({ code }) => ({ kind: 'area', code })) };
}

/** Those of the most frequent level first: the first is compared with all others of its level. */
function commonLevelFirst(areas: readonly Area[]): readonly Area[] {
  const counts = Map.groupBy(areas, ({ level }) => level);
  const countOf = ({ level }: Area) => counts.get(level)?.length ?? 0;
  return areas.toSorted((a, b) => countOf(b) - countOf(a));
}

/** Parts of at most as many areas as a comparison takes, of nearly the same length. */
function parts(areas: readonly Area[]): readonly (readonly Area[])[] {
  const count = Math.ceil(areas.length / MAX_MEMBERS);
  const size = Math.ceil(areas.length / Math.max(1, count));
  return Array.from({ length: count }, (_, i) => areas.slice(i * size, (i + 1) * size));
}

function pilotsOfCohorts({ pilots }: Model): readonly ReadyMade[] {
  const cohorts = Map.groupBy(pilots, ({ standing }) => standing.cohort);
  return [...cohorts]
    .toSorted(([a], [b]) => b - a)
    .flatMap(([cohort, own]) => {
      const all = parts(commonLevelFirst([...new Set(own.map(({ area }) => area))]));
      return all.flatMap((areas, i): readonly ReadyMade[] => {
        if (areas.length < 2) return [];
        const part = all.length > 1 ? ` (${i + 1}/${all.length})` : '';
        return [
          ofAreas({ id: `Percontohan ${cohort}${part}`, en: `Pilots of ${cohort}${part}` }, areas),
        ];
      });
    });
}

function pilotsAndPeers({ pilots, dataset }: Model): readonly ReadyMade[] {
  const newest = Math.max(...pilots.map(({ standing }) => standing.cohort));
  return pilots.flatMap(({ area, standing }): readonly ReadyMade[] => {
    const peers = peersOf(area, dataset.tables.areas).map((peer) => peer.area);
    if (standing.cohort !== newest || peers.length === 0) return [];
    return [
      {
        title: {
          id: `${area.name} dan ${peers.length} daerah sebanding`,
          en: `${area.name} and ${peers.length} regions like it`,
        },
        members: [
          { kind: 'area', code: area.code },
          { kind: 'peers', code: area.code },
        ],
        areas: [area, ...peers],
      },
    ];
  });
}

function largest(model: Model): readonly ReadyMade[] {
  const of = (level: Level, title: Text): readonly ReadyMade[] => {
    const areas = level === 'province' ? model.provinces : model.autonomousRegions;
    const own = byPopulation(areas.filter((area) => isAutonomous(area) && area.level === level));
    return own.length < 2 ? [] : [ofAreas(title, own.slice(0, MAX_MEMBERS))];
  };
  return [
    ...of('city', { id: 'Kota berpenduduk terbanyak', en: 'The most populous cities' }),
    ...of('regency', {
      id: 'Kabupaten berpenduduk terbanyak',
      en: 'The most populous regencies',
    }),
    ...of('province', {
      id: 'Provinsi berpenduduk terbanyak',
      en: 'The most populous provinces',
    }),
  ];
}

function citiesOfProvinces(model: Model): readonly ReadyMade[] {
  return byPopulation(model.provinces)
    .flatMap((province): readonly ReadyMade[] => {
      const cities = model
        .regionsOf(province.code)
        .filter((area) => area.level === 'city' && isAutonomous(area));
      if (cities.length < MIN_CITIES) return [];
      const shown = byPopulation(cities).slice(0, MAX_MEMBERS);
      const some = shown.length < cities.length;
      return [
        ofAreas(
          {
            id: some
              ? `Kota di ${province.name}: ${shown.length} dari ${cities.length}, yang berpenduduk terbanyak`
              : `Kota di ${province.name}`,
            en: some
              ? `Cities in ${province.name}: the ${shown.length} most populous of ${cities.length}`
              : `Cities in ${province.name}`,
          },
          shown,
        ),
      ];
    })
    .slice(0, PROVINCES);
}

/** The ready-made comparisons of a dataset, by kind; kinds without any are left out. */
export function readyMadeOf(model: Model): readonly ReadyMadeGroup[] {
  return [
    {
      id: 'percontohan',
      title: { id: 'Daerah percontohan', en: 'Pilot regions' },
      comparisons: pilotsOfCohorts(model),
    },
    {
      id: 'sebanding',
      title: { id: 'Percontohan dan daerah sebanding', en: 'Pilots and regions like them' },
      comparisons: pilotsAndPeers(model),
    },
    {
      id: 'terbesar',
      title: { id: 'Yang berpenduduk terbanyak', en: 'The most populous' },
      comparisons: largest(model),
    },
    {
      id: 'kota-provinsi',
      title: { id: 'Kota dalam satu provinsi', en: 'Cities of one province' },
      comparisons: citiesOfProvinces(model),
    },
  ].filter(({ comparisons }) => comparisons.length > 0);
}
