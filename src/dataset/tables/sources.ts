import type { TableDefinition } from '../table-schema.ts';
import { ID_PATTERN } from './common.ts';

/** Publications from which the facts were taken. */
export const sources = {
  name: 'sources',
  title: { id: 'Sumber', en: 'Sources' },
  description: {
    id: 'Setiap publikasi yang menjadi sumber fakta di situs ini.',
    en: 'Every publication that a fact on this site was taken from.',
  },
  fields: [
    {
      name: 'id',
      type: 'string',
      title: { id: 'Id', en: 'Id' },
      description: {
        id: 'Pengenal tetap, juga alamat halaman sumber.',
        en: 'Permanent identifier, also the address of the source page.',
      },
      example: 'jatimtimes-2025-12-09',
      constraints: { required: true, unique: true, pattern: ID_PATTERN },
    },
    {
      name: 'title',
      type: 'string',
      title: { id: 'Judul', en: 'Title' },
      description: {
        id: 'Judul tercetak, atau uraian kami bila `title_printed` bernilai no.',
        en: 'The printed title, or our description where `title_printed` is no.',
      },
      constraints: { required: true },
    },
    {
      name: 'title_printed',
      type: 'boolean',
      title: { id: 'Judul tercetak', en: 'Title as printed' },
      description: {
        id: '`no` berarti judul adalah uraian kami dan tidak dikutip sebagai judul.',
        en: '`no` means the title is our description and is never cited as the title.',
      },
      example: 'yes',
      constraints: { required: true },
    },
    {
      name: 'publisher',
      type: 'string',
      title: { id: 'Penerbit', en: 'Publisher' },
      description: { id: 'Media atau lembaga penerbit.', en: 'The outlet or body publishing it.' },
      example: 'JatimTIMES',
      constraints: { required: true },
    },
    {
      name: 'kind',
      type: 'string',
      title: { id: 'Jenis', en: 'Kind' },
      description: { id: 'Jenis penerbit.', en: 'Kind of publisher.' },
      example: 'news',
      constraints: { required: true },
      categories: [
        { value: 'news', label: { id: 'media berita', en: 'news outlet' } },
        {
          value: 'national-government',
          label: { id: 'lembaga pemerintah pusat', en: 'national government body' },
        },
        {
          value: 'regional-government',
          label: { id: 'pemerintah daerah', en: 'regional government' },
        },
        { value: 'commission', label: { id: 'KPK', en: 'KPK' } },
        { value: 'document', label: { id: 'dokumen', en: 'document' } },
      ],
    },
    {
      name: 'url',
      type: 'string',
      format: 'uri',
      title: { id: 'Alamat', en: 'Address' },
      description: {
        id: 'Alamat halaman; kosong bagi dokumen tanpa alamat web (nomornya ada di judul) dan bila alamatnya tidak diketahui.',
        en: 'Address of the page; empty for a document without a web address (its number is in the title) and where the address is not known.',
      },
    },
    {
      name: 'published',
      type: 'string',
      format: 'partial-date',
      title: { id: 'Tanggal terbit', en: 'Published' },
      description: {
        id: 'Tanggal terbit seteliti yang diketahui; kosong bila tidak tercetak.',
        en: 'Date of publication to the precision known; empty where none is printed.',
      },
      example: '2025-12-09',
    },
  ],
  primaryKey: ['id'],
} as const satisfies TableDefinition;
