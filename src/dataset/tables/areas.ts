import type { TableDefinition } from '../table-schema.ts';
import { AREA_CODE_PATTERN, ID_PATTERN } from './common.ts';

/** Provinces, regencies and cities. Each fact of a row names the publication it was taken from. */
export const areas = {
  name: 'areas',
  title: { id: 'Wilayah', en: 'Areas' },
  description: {
    id: 'Provinsi, kabupaten, dan kota: kode dan nama, luas, dan jumlah penduduk, masing-masing dengan sumbernya.',
    en: 'Provinces, regencies and cities: code and name, area, and population, each with its source.',
  },
  fields: [
    {
      name: 'code',
      type: 'string',
      title: { id: 'Kode', en: 'Code' },
      description: {
        id: 'Kode Kemendagri sebagai teks: `11.10` bukan `11.1`.',
        en: 'Kemendagri code, as text: `11.10` is not `11.1`.',
      },
      example: '35.72',
      constraints: { required: true, unique: true, pattern: AREA_CODE_PATTERN },
    },
    {
      name: 'level',
      type: 'string',
      title: { id: 'Tingkat', en: 'Level' },
      description: {
        id: 'Provinsi, kabupaten, atau kota.',
        en: 'Province, regency (kabupaten) or city (kota).',
      },
      example: 'city',
      constraints: { required: true },
      categories: [
        { value: 'province', label: { id: 'provinsi', en: 'province' } },
        { value: 'regency', label: { id: 'kabupaten', en: 'regency' } },
        { value: 'city', label: { id: 'kota', en: 'city' } },
      ],
    },
    {
      name: 'name',
      type: 'string',
      title: { id: 'Nama', en: 'Name' },
      description: {
        id: 'Nama resmi menurut Kemendagri.',
        en: 'Official name as Kemendagri spells it.',
      },
      example: 'Kota Blitar',
      constraints: { required: true, unique: true },
    },
    {
      name: 'name_source_id',
      type: 'string',
      title: { id: 'Sumber kode dan nama', en: 'Source of code and name' },
      description: {
        id: 'Publikasi yang memuat kode dan nama resminya.',
        en: 'The publication that prints its code and official name.',
      },
      constraints: { required: true },
    },
    {
      name: 'slug',
      type: 'string',
      title: { id: 'Alamat', en: 'Slug' },
      description: {
        id: 'Bagian alamat halaman; tetap untuk selamanya.',
        en: 'The part of the page address; permanent.',
      },
      example: 'kota-blitar',
      constraints: { required: true, unique: true, pattern: ID_PATTERN },
    },
    {
      name: 'autonomy',
      type: 'string',
      title: { id: 'Otonomi', en: 'Autonomy' },
      description: {
        id: 'Enam wilayah administratif Jakarta tidak punya pemerintah daerah sendiri: tidak masuk peringkat atau hitungan cakupan.',
        en: "Jakarta's six administrative areas have no government of their own: they are in no rank and no coverage count.",
      },
      example: 'autonomous',
      constraints: { required: true },
      categories: [
        { value: 'autonomous', label: { id: 'otonom', en: 'autonomous' } },
        { value: 'administrative', label: { id: 'administratif', en: 'administrative' } },
      ],
    },
    {
      name: 'parent_code',
      type: 'string',
      title: { id: 'Kode provinsi', en: 'Province code' },
      description: {
        id: 'Provinsi induk; kosong untuk provinsi.',
        en: 'The province it belongs to; empty for a province.',
      },
      example: '35',
      constraints: { pattern: '\\d{2}' },
    },
    {
      name: 'island_group',
      type: 'string',
      title: { id: 'Gugus pulau', en: 'Island group' },
      description: {
        id: 'Gugus pulau besar tempat wilayah berada.',
        en: 'The large island group the area lies in.',
      },
      example: 'Jawa',
      constraints: { required: true },
      categories: [
        { value: 'Sumatera', label: { id: 'Sumatera', en: 'Sumatra' } },
        { value: 'Jawa', label: { id: 'Jawa', en: 'Java' } },
        {
          value: 'Bali dan Nusa Tenggara',
          label: { id: 'Bali dan Nusa Tenggara', en: 'Bali and Nusa Tenggara' },
        },
        { value: 'Kalimantan', label: { id: 'Kalimantan', en: 'Kalimantan' } },
        { value: 'Sulawesi', label: { id: 'Sulawesi', en: 'Sulawesi' } },
        { value: 'Maluku', label: { id: 'Maluku', en: 'Maluku' } },
        { value: 'Papua', label: { id: 'Papua', en: 'Papua' } },
      ],
    },
    {
      name: 'lat',
      type: 'number',
      title: { id: 'Lintang', en: 'Latitude' },
      description: {
        id: 'Lintang titik tengah batas resmi yang disederhanakan, derajat desimal (WGS 84).',
        en: 'Latitude of the centroid of the simplified official boundary, decimal degrees (WGS 84).',
      },
      example: '-8.096',
      constraints: { required: true, minimum: -11.1, maximum: 6.2 },
    },
    {
      name: 'lon',
      type: 'number',
      title: { id: 'Bujur', en: 'Longitude' },
      description: {
        id: 'Bujur titik tengah, derajat desimal (WGS 84).',
        en: 'Longitude of the centroid, decimal degrees (WGS 84).',
      },
      example: '112.166',
      constraints: { required: true, minimum: 94.9, maximum: 141.1 },
    },
    {
      name: 'area_km2',
      type: 'number',
      exact: true,
      title: { id: 'Luas (km²)', en: 'Area (km²)' },
      description: {
        id: 'Luas daratan dalam kilometer persegi.',
        en: 'Land area in square kilometres.',
      },
      example: '32.571',
      constraints: { required: true, minimum: 0 },
    },
    {
      name: 'area_source_id',
      type: 'string',
      title: { id: 'Sumber luas', en: 'Source of the area' },
      description: {
        id: 'Publikasi yang memuat luasnya.',
        en: 'The publication that prints its area.',
      },
      constraints: { required: true },
    },
    {
      name: 'population',
      type: 'integer',
      title: { id: 'Penduduk', en: 'Population' },
      description: {
        id: 'Jumlah penduduk terdaftar, jiwa.',
        en: 'Registered residents.',
      },
      example: '161204',
      constraints: { required: true, minimum: 0 },
    },
    {
      name: 'population_source_id',
      type: 'string',
      title: { id: 'Sumber jumlah penduduk', en: 'Source of the population' },
      description: {
        id: 'Publikasi yang memuat jumlah penduduknya.',
        en: 'The publication that prints its population.',
      },
      constraints: { required: true },
    },
    {
      name: 'formed',
      type: 'string',
      format: 'partial-date',
      title: { id: 'Dibentuk', en: 'Formed' },
      description: {
        id: 'Tanggal undang-undang pembentukan, hanya bagi wilayah yang lebih muda dari deret yang dicatat di sini.',
        en: 'Date of the founding law, only for areas younger than the series recorded here.',
      },
      example: '2022-07-25',
    },
    {
      name: 'formed_source_id',
      type: 'string',
      title: { id: 'Sumber pembentukan', en: 'Source of the formation' },
      description: {
        id: 'Publikasi yang memuat tanggal pembentukan.',
        en: 'The publication that prints the date of formation.',
      },
    },
  ],
  primaryKey: ['code'],
  foreignKeys: [
    { fields: ['parent_code'], reference: { resource: 'areas', fields: ['code'] } },
    { fields: ['name_source_id'], reference: { resource: 'sources', fields: ['id'] } },
    { fields: ['area_source_id'], reference: { resource: 'sources', fields: ['id'] } },
    { fields: ['population_source_id'], reference: { resource: 'sources', fields: ['id'] } },
    { fields: ['formed_source_id'], reference: { resource: 'sources', fields: ['id'] } },
  ],
} as const satisfies TableDefinition;

/** Other names under which people look for an area. */
export const aliases = {
  name: 'aliases',
  title: { id: 'Nama lain', en: 'Other names' },
  description: {
    id: 'Singkatan, ejaan lain, nama lama, julukan, ibu kota, dan nama Inggris yang dipakai orang untuk mencari wilayah.',
    en: 'Abbreviations, other spellings, former names, nicknames, seats of government and English names by which people look for an area.',
  },
  fields: [
    {
      name: 'code',
      type: 'string',
      title: { id: 'Kode wilayah', en: 'Area code' },
      description: { id: 'Wilayah yang dimaksud.', en: 'The area meant.' },
      example: '36.74',
      constraints: { required: true, pattern: AREA_CODE_PATTERN },
    },
    {
      name: 'alias',
      type: 'string',
      title: { id: 'Nama lain', en: 'Other name' },
      description: { id: 'Nama sebagaimana lazim ditulis.', en: 'The name as people write it.' },
      example: 'Tangsel',
      constraints: { required: true },
    },
    {
      name: 'kind',
      type: 'string',
      title: { id: 'Jenis', en: 'Kind' },
      description: { id: 'Jenis nama.', en: 'Kind of name.' },
      example: 'abbreviation',
      constraints: { required: true },
      categories: [
        { value: 'abbreviation', label: { id: 'singkatan', en: 'abbreviation' } },
        { value: 'spelling', label: { id: 'ejaan lain', en: 'other spelling' } },
        { value: 'former_name', label: { id: 'nama lama', en: 'former name' } },
        { value: 'nickname', label: { id: 'julukan', en: 'nickname' } },
        { value: 'capital', label: { id: 'ibu kota', en: 'seat of government' } },
        { value: 'english', label: { id: 'nama Inggris', en: 'English name' } },
      ],
    },
  ],
  primaryKey: ['code', 'alias'],
  foreignKeys: [{ fields: ['code'], reference: { resource: 'areas', fields: ['code'] } }],
} as const satisfies TableDefinition;
