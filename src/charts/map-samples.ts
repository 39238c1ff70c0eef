/** A fictional country for the tests of the maps: visibly not of this world. */
import fc from 'fast-check';
import type { Text } from '../dataset/table-schema.ts';
import type { CartogramData } from './cartogram.ts';
import type { Land, MapData, MapGroup, MapPlace, Point } from './map.ts';
import type { NationData } from './nation.ts';
import type { ProvinceData, ProvincePlace } from './province.ts';

const both = (id: string, en = id): Text => ({ id, en });

export const FIGURES: readonly MapGroup[] = [
  { state: 'band-0', label: both('Rentan', 'Vulnerable') },
  { state: 'band-2', label: both('Waspada', 'On alert') },
  { state: 'band-4', label: both('Terjaga', 'Guarded') },
  { state: 'no-band', label: both('hasil tanpa pita', 'result without a band') },
  { state: 'other-years', label: both('hanya hasil masa lain', 'only results of another period') },
  { state: 'unknown', label: both('belum ditemukan', 'not found yet') },
  { state: 'not-applicable', label: both('tidak berlaku', 'not applicable') },
];

export const RUNGS: readonly MapGroup[] = [
  { state: 'designated', label: both('percontohan antikorupsi', 'designated pilot') },
  { state: 'candidate', label: both('calon percontohan', 'candidate') },
  { state: 'observed', label: both('diobservasi', 'observed') },
  { state: 'proposed', label: both('diusulkan', 'proposed') },
  { state: 'not_selected', label: both('tidak terpilih', 'not selected') },
  { state: 'passed_on', label: both('status dialihkan', 'status passed on') },
  { state: 'unknown', label: both('belum ditemukan', 'not found yet') },
];

export const LAND: Land = {
  path: 'M60 80l500 120 300 260-180 120-420-260zM1200 140l600 60-140 380-420-90z',
  width: 2000,
  height: 720,
};

const NAMES = ['Contoh', 'Misal', 'Umpama', 'Andai', 'Rekaan', 'Seumpama', 'Pulau Khayal Tenggara'];

/** Places strewn over a grid, always the same. */
function strewn(count: number, groups: number): readonly MapPlace[] {
  return Array.from({ length: count }, (_, i): MapPlace => {
    const level = i % 4 === 3 ? 'city' : 'regency';
    const column = (i * 7) % 23;
    const row = (i * 5) % 9;
    return {
      code: `9${Math.floor(column / 8)}.${String(i).padStart(2, '0')}`,
      name: `${level === 'city' ? 'Kota' : 'Kabupaten'} ${NAMES[i % NAMES.length]} ${i + 1}`,
      level,
      province: `9${Math.floor(column / 8)}`,
      at: [60 + column * 82 + (i % 3) * 9, 60 + row * 70 + (i % 5) * 6],
      group: i % groups,
      isPilot: false,
    };
  });
}

const figures: MapData = {
  subject: both('SPI'),
  kind: 'figures',
  years: [2024, 2025],
  level: 'all',
  groups: FIGURES,
  places: strewn(90, FIGURES.length).map((place, i) => ({ ...place, isPilot: i % 40 === 2 })),
};
const rungs: MapData = {
  subject: both('Percontohan antikorupsi', 'Anti-corruption pilots'),
  kind: 'rungs',
  years: [2024, 2026],
  level: 'all',
  groups: RUNGS,
  places: strewn(90, RUNGS.length).map((place, i) => ({
    ...place,
    // Seven pilots, the rest mostly unknown.
    group: i % 13 === 0 ? 0 : place.group === 0 || i % 3 ? 6 : place.group,
    isPilot: i % 13 === 0,
  })),
};
const islands = [
  { name: both('Pulau Kiri', 'Left Island'), at: [420, 640] as Point },
  { name: both('Pulau Kanan', 'Right Island'), at: [1500, 660] as Point },
];

export const nationFigures: NationData = { ...figures, land: LAND, islands };
export const nationRungs: NationData = { ...rungs, land: LAND, islands };

/** One cell each, row by row, with a strait. */
function inCells(data: MapData): CartogramData {
  return {
    ...data,
    places: data.places.map((place, i) => ({
      ...place,
      at: [(i % 18) + (i % 18 > 8 ? 2 : 0), Math.floor(i / 18)] as Point,
      province: i % 18 > 8 ? '91' : '90',
    })),
    columns: 20,
    rows: 5,
    ground: [],
    provinces: [
      { code: '90', short: 'Contut' },
      { code: '91', short: 'Contsel' },
    ],
    islands: [
      { name: both('Pulau Kiri', 'Left Island'), provinces: ['90'] },
      { name: both('Pulau Kanan', 'Right Island'), provinces: ['91'] },
    ],
  };
}

export const cartogramFigures: CartogramData = inCells(figures);
export const cartogramRungs: CartogramData = inCells(rungs);

/** Results are of the last two years or older; of the rest there is none. */
export function dated(place: MapPlace): ProvincePlace {
  const state = FIGURES[place.group]?.state;
  if (state === 'unknown' || state === 'not-applicable') return { ...place, year: null };
  return { ...place, year: state === 'other-years' ? 2021 : place.level === 'city' ? 2024 : 2025 };
}

/** A province of few places, and one of so many that they are numbered. */
export const provinceFew: ProvinceData = {
  ...figures,
  province: 'Contoh Utara',
  land: { ...LAND, height: 900 },
  places: figures.places.slice(0, 9).map(dated),
};
export const provinceMany: ProvinceData = {
  ...provinceFew,
  province: 'Contoh Selatan',
  places: figures.places
    .slice(0, 38)
    .map((place) => dated({ ...place, at: [place.at[0], place.at[1] * 0.8] })),
};

/** Names as wild as the dataset's checks let through: no blank ones, no spaces at the ends. */
const hostile = fc.oneof(
  fc.constantFrom(
    '<script>',
    'A & B',
    '"kutip"',
    "d'Arc",
    'Kota Administrasi Kepulauan Jauh Sekali',
  ),
  fc.string({ maxLength: 24 }).map((text) => text.replace(/\s+/g, ' ').trim() || 'Contoh'),
);

/** Any map data that may come: gaps everywhere, hostile names, one place or many. */
export function anyMap(kind: MapData['kind'], most: number): fc.Arbitrary<MapData> {
  const groups = kind === 'rungs' ? RUNGS : FIGURES;
  const place = fc.record({
    code: fc.constant('98.71'),
    name: hostile,
    level: fc.constantFrom('regency', 'city'),
    province: fc.constantFrom('98', '99'),
    at: fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 720 })),
    group: fc.nat({ max: groups.length - 1 }),
    isPilot: fc.boolean(),
  }) as fc.Arbitrary<MapPlace>;
  return fc.record({
    subject: hostile.map((name) => both(name)),
    kind: fc.constant(kind),
    years: fc.constantFrom(null, [2024, 2024], [2021, 2025]),
    level: fc.constantFrom('all', 'regency', 'city'),
    groups: fc.constant(groups),
    places: fc.array(place, { maxLength: most }).map((places) =>
      // In the programme's map a pilot is what its mark says.
      kind === 'rungs' ? places.map((p) => ({ ...p, isPilot: p.group === 0 })) : places,
    ),
  }) as fc.Arbitrary<MapData>;
}
