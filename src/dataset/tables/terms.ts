import type { TableDefinition } from '../table-schema.ts';
import { ID_PATTERN } from './common.ts';

/** Other written forms stand in one cell: names hold spaces and commas, so a semicolon parts them. */
export const FORM_SEPARATOR = '; ';

/** The glossary: every abbreviation the site shows, and the words it uses in a sense of its own. */
export const terms = {
  name: 'terms',
  title: { id: 'Istilah', en: 'Terms' },
  description: {
    id: 'Singkatan dan kata khusus yang muncul di situs ini, dengan kepanjangan dan artinya.',
    en: 'Abbreviations and special words on this site, with what they stand for and mean.',
  },
  fields: [
    {
      name: 'slug',
      type: 'string',
      title: { id: 'Id', en: 'Id' },
      description: {
        id: 'Pengenal tetap dan alamatnya di halaman istilah.',
        en: 'Permanent identifier, and its address on the glossary page.',
      },
      example: 'mcp',
      constraints: { required: true, unique: true, pattern: ID_PATTERN },
    },
    {
      name: 'term_id',
      type: 'string',
      title: { id: 'Istilah (Indonesia)', en: 'Term (Indonesian)' },
      description: {
        id: 'Singkatan atau kata seperti tertulis di halaman Indonesia.',
        en: 'The abbreviation or word as Indonesian pages write it.',
      },
      example: 'angka sementara',
      constraints: { required: true, unique: true },
    },
    {
      name: 'term_en',
      type: 'string',
      title: { id: 'Istilah (Inggris)', en: 'Term (English)' },
      description: {
        id: 'Seperti tertulis di halaman Inggris; singkatan Indonesia tetap sama.',
        en: 'As English pages write it; Indonesian abbreviations stay as they are.',
      },
      example: 'interim figure',
      constraints: { required: true, unique: true },
    },
    {
      name: 'kind',
      type: 'string',
      title: { id: 'Jenis', en: 'Kind' },
      description: { id: 'Singkatan atau kata.', en: 'Abbreviation or word.' },
      constraints: { required: true },
      categories: [
        { value: 'abbreviation', label: { id: 'singkatan', en: 'abbreviation' } },
        { value: 'word', label: { id: 'kata', en: 'word' } },
      ],
    },
    {
      name: 'expansion_id',
      type: 'string',
      title: { id: 'Kepanjangan (Indonesia)', en: 'Stands for (Indonesian)' },
      description: {
        id: 'Kepanjangan singkatan; kosong untuk kata.',
        en: 'What an abbreviation stands for; empty for words.',
      },
      example: 'Monitoring Center for Prevention',
    },
    {
      name: 'expansion_en',
      type: 'string',
      title: { id: 'Kepanjangan (Inggris)', en: 'Stands for (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
    },
    {
      name: 'meaning_id',
      type: 'string',
      title: { id: 'Arti (Indonesia)', en: 'Meaning (Indonesian)' },
      description: {
        id: 'Artinya dalam satu atau dua kalimat sederhana.',
        en: 'What it means, in one or two plain sentences.',
      },
      constraints: { required: true },
    },
    {
      name: 'meaning_en',
      type: 'string',
      title: { id: 'Arti (Inggris)', en: 'Meaning (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
      constraints: { required: true },
    },
    {
      name: 'also',
      type: 'string',
      title: { id: 'Bentuk lain', en: 'Other forms' },
      description: {
        id: 'Bentuk tertulis lain yang juga ditautkan di halaman Indonesia, dipisahkan titik koma dan spasi.',
        en: 'Other written forms that Indonesian pages link too, separated by a semicolon and a space.',
      },
      example: 'Mal Pelayanan Publik; mal pelayanan publik',
    },
    {
      name: 'also_english',
      type: 'string',
      title: { id: 'Bentuk lain di halaman Inggris', en: 'Other forms on English pages' },
      description: {
        id: 'Bentuk tertulis lain yang ditautkan di halaman Inggris; bukan terjemahan kolom sebelumnya.',
        en: 'Other written forms that English pages link; no translation of the column before.',
      },
    },
    {
      name: 'page',
      type: 'string',
      title: { id: 'Halaman', en: 'Page' },
      description: {
        id: 'Halaman situs ini yang membahasnya, tanpa bahasa; kosong bila tidak ada.',
        en: 'The page of this site about it, without language; empty where there is none.',
      },
      example: '/indikator/mcp/',
      constraints: { pattern: '/([a-z0-9-]+/)*(#[a-z0-9-]+)?' },
    },
  ],
  primaryKey: ['slug'],
} as const satisfies TableDefinition;
