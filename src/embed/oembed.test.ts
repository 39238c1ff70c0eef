import { describe, expect, it } from 'vitest';
import { oEmbed } from './oembed.ts';
import { frameSnippet } from './snippet.ts';

describe('oEmbed', () => {
  const frame = {
    src: 'https://cermin.example/embed/daerah/kota-contoh/cermin/',
    title: 'Kota Contoh',
    width: 480,
    height: 600,
  };
  const answer = oEmbed(
    frame,
    { name: 'Cermin Daerah', url: 'https://cermin.example/' },
    'https://cermin.example/bagikan/daerah/kota-contoh.png',
  );

  it('has what version 1.0 requires of a rich answer', () => {
    expect(answer).toMatchObject({ type: 'rich', version: '1.0', width: 480, height: 600 });
    expect(answer.html).toBe(frameSnippet(frame));
  });

  it('gives a picture with both of its sizes, as the specification asks', () => {
    expect(answer.thumbnail_url).toMatch(/\.png$/);
    expect([answer.thumbnail_width, answer.thumbnail_height]).toEqual([1200, 630]);
  });
});
