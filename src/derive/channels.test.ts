import { describe, expect, it } from 'vitest';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { buildChannels, channelKey } from './channels.ts';

const S1 = 'kabar-contoh-2024-01-15';
const S2 = 'warta-rekaan-2025-02';
const S3 = 'lembaga-rekaan-2023';

const row = (channel: string, source_id: string, more: Readonly<Record<string, string>> = {}) => ({
  area_code: '98.71',
  channel,
  kind: 'wbs',
  source_id,
  ...more,
});
const channelsOf = (...rows: readonly Record<string, string>[]) =>
  buildChannels(fictionalDataset({ channels: tableText('channels', rows) }));

describe('spellings of a channel', () => {
  it.each([
    ['Whistle Blowing System (WBS)', 'Whistleblowing System'],
    ['Whistleblower System', 'WBS'],
    ["Whistleblower's System", 'whistle-blowing system'],
    ['SP4N-LAPOR!', 'LAPOR SP4N'],
    ['ULAS (Unit Layanan Aduan Surakarta)', 'ULAS'],
  ])('%s is %s', (a, b) => {
    expect(channelKey(a)).toBe(channelKey(b));
  });

  it.each([
    ['WBS Inspektorat', 'WBS Kota Contoh'],
    ['Lapor Mas Wali', 'Lapor Camat'],
    ['SP4N-LAPOR! Hallo_Demak', 'SP4N-LAPOR!'],
    ['(tanpa nama)', 'WBS'],
  ])('%s is not %s', (a, b) => {
    expect(channelKey(a)).not.toBe(channelKey(b));
  });
});

describe('local channels', () => {
  it('hold the rows of one area and channel, however its sources spell it', () => {
    const [channel, ...rest] = channelsOf(
      row('Whistleblowing System', S3, { detail_id: 'tanpa nama', detail_en: 'anonymous' }),
      row('Whistle Blowing System (WBS)', S1, { url: 'https://wbs.contoh.example/' }),
      row('Whistle Blowing System (WBS)', S2, {
        launched: '2023',
        detail_id: 'tanpa nama',
        detail_en: 'anonymous',
      }),
    ).of('98.71');
    expect(rest).toEqual([]);
    expect(channel).toMatchObject({
      name: 'Whistle Blowing System (WBS)',
      kinds: ['wbs'],
      url: 'https://wbs.contoh.example/',
      launched: '2023',
      lastSeen: '2025-02',
    });
    // The newest source first, those without a date last; the same words once.
    expect(channel?.rows.map((each) => each.source_id)).toEqual([S2, S1, S3]);
    expect(channel?.mentions.map((each) => [each.detail_en, each.rows.length])).toEqual([
      ['anonymous', 2],
      [null, 1],
    ]);
  });

  it('have no date where their sources print none', () => {
    expect(channelsOf(row('WBS', S3)).of('98.71')[0]?.lastSeen).toBeNull();
  });

  it('began at the earliest date, as precisely as a source tells it', () => {
    const since = (...dates: readonly string[]) =>
      channelsOf(...dates.map((launched, i) => row('WBS', [S1, S2, S3][i] ?? S1, { launched }))).of(
        '98.71',
      )[0]?.launched;
    expect(since('2025', '2025-05-27')).toBe('2025-05-27');
    expect(since('2024', '2025-05')).toBe('2024');
  });

  it('of other areas are others, even with the same name', () => {
    const channels = channelsOf(row('WBS', S1), row('WBS', S1, { area_code: '99.01' }));
    expect(channels.areaCodes).toEqual(['98.71', '99.01']);
    expect(channels.of('98.71')).toHaveLength(1);
    expect(channels.of('98.01')).toEqual([]);
  });

  it('that can be reached come first', () => {
    const channels = channelsOf(
      row('Meja aduan', S1, { kind: 'other' }),
      row('Lapor Contoh 112', S1, { kind: 'hotline' }),
    ).of('98.71');
    expect(channels.map(({ name, phone }) => [name, phone])).toEqual([
      ['Lapor Contoh 112', '112'],
      ['Meja aduan', null],
    ]);
  });

  it('take a number for a phone only where the channel is one', () => {
    expect(channelsOf(row('Lapor 1708', S1, { kind: 'sp4n' })).of('98.71')[0]?.phone).toBeNull();
  });
});

describe('national channels', () => {
  const national = (name: string, kind: string, address: string, operator: string) => ({
    name,
    kind,
    address,
    operator,
    what_for_id: 'Aduan.',
    what_for_en: 'Complaints.',
    source_id: S1,
  });
  const dataset = fictionalDataset({
    national_channels: tableText('national_channels', [
      national('SP4N-LAPOR!', 'web', 'https://lapor.contoh.example/', 'A'),
      national('B', 'web', 'https://b.contoh.example/', 'B'),
      national('B', 'phone', '137', 'B'),
      national('B lagi', 'web', 'https://b.contoh.example/lagi', 'B'),
    ]),
    channels: tableText('channels', [
      row('LAPOR SP4N', S1, { kind: 'sp4n' }),
      row('Lapor Kami', S1, { kind: 'sp4n', url: 'https://kami.contoh.example/' }),
    ]),
  });
  const channels = buildChannels(dataset);

  it('stand under the body that runs them', () => {
    expect(channels.national.map(({ operator, rows }) => [operator, rows.length])).toEqual([
      ['A', 1],
      ['B', 3],
    ]);
  });

  it('offered at once are the first of each body and the phones', () => {
    expect(channels.quick.map((each) => each.address)).toEqual([
      'https://lapor.contoh.example/',
      'https://b.contoh.example/',
      '137',
    ]);
    expect(channels.quick.map(channels.lastSeen)).toEqual(Array(3).fill('2024-01-15'));
  });

  it("reach an area's part of SP4N-LAPOR! that has no address of its own", () => {
    const [own, part] = channels.of('98.71');
    expect([own?.name, own?.national]).toEqual(['Lapor Kami', null]);
    expect(part?.national?.address).toBe('https://lapor.contoh.example/');
  });
});
