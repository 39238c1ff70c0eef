import type { Text } from '../dataset/table-schema.ts';

/**
 * The sections of the methodology in their order, the same in both languages. The ids are
 * permanent: other pages, and other sites, link to them.
 */
export const METHODOLOGY_SECTIONS = {
  sumber: { id: 'Dari mana fakta berasal', en: 'Where the facts come from' },
  fakta: { id: 'Apa itu satu fakta', en: 'What a fact is here' },
  status: { id: 'Status dan tanda', en: 'Status and flags' },
  'angka-yang-dipakai': { id: 'Angka mana yang dipakai', en: 'Which figure is used' },
  terbaru: { id: 'Angka terbaru', en: 'The latest figure' },
  kategori: { id: 'Kategori dan pergantian metode', en: 'Bands and breaks of method' },
  peringkat: { id: 'Peringkat', en: 'Ranks' },
  cakupan: { id: 'Cakupan', en: 'Coverage' },
  percontohan: { id: 'Percontohan dan tangganya', en: 'Pilots and the ladder' },
  kesiapan: { id: 'Kesiapan menurut kriteria', en: 'Readiness by criteria' },
  sebanding: { id: 'Daerah sebanding', en: 'Regions like one another' },
  kosong: { id: 'Mengapa sebuah angka tidak ada', en: 'Why a figure is missing' },
  perbedaan: { id: 'Perbedaan antarsumber', en: 'Differences between sources' },
  media: { id: 'Media memilih beritanya', en: 'The press picks its stories' },
  bahasa: { id: 'Bahasa dan kata-kata', en: 'Languages and words' },
  'belum-diketahui': { id: 'Yang belum kami ketahui', en: 'What we do not know' },
  koreksi: { id: 'Memperbaiki kekeliruan', en: 'Correcting an error' },
  'hak-jawab': { id: 'Hak jawab daerah', en: "A region's right of reply" },
  lisensi: { id: 'Lisensi dan cara mengutip', en: 'Licence and how to cite' },
} as const satisfies Readonly<Record<string, Text>>;

export type MethodologySection = keyof typeof METHODOLOGY_SECTIONS;
