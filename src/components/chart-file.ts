/** A chart of the page as a file: loaded when somebody asks for one. */
import { liftedPicture } from '../charts/lifted.ts';
import { sizeOf } from '../charts/picture.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { SITE_NAME } from '../i18n/terms.ts';
import { LICENCE } from '../licence.ts';

/** The chart, in the widest form the page has, with what the page says of it; `address` is its own. */
export function chartFile(figure: HTMLElement, lang: Lang, address: string): string {
  const [svg] = [...figure.querySelectorAll<SVGSVGElement>('svg.chart')].toSorted(
    (a, b) => b.viewBox.baseVal.width - a.viewBox.baseVal.width,
  );
  if (!svg) throw new Error('no chart');
  const copy = svg.cloneNode(true) as SVGSVGElement;
  // What a reader has pointed at is not part of the chart.
  copy.querySelector('.map-ring')?.remove();
  const t = translator(lang);
  const edition = document.querySelector('[data-edition]')?.textContent?.trim() ?? '';
  const notes = [
    captionOf(figure),
    t({
      id: `${SITE_NAME}, ${edition}. Sumber tiap angka: ${address}`,
      en: `${SITE_NAME}, ${edition}. The source of every figure: ${address}`,
    }),
    t({
      id: `Bukan situs KPK, bukan situs pemerintah. ${LICENCE.short}`,
      en: `Not run by KPK, nor by any government. ${LICENCE.short}`,
    }),
  ];
  const title = svg.querySelector('title')?.textContent ?? '';
  return liftedPicture(
    new XMLSerializer().serializeToString(copy),
    { title, notes },
    { lang, id: 'grafik' },
  );
}

/** What the caption says, without the ways it leads. */
function captionOf(figure: HTMLElement): string {
  const caption = figure.querySelector('figcaption')?.cloneNode(true) as HTMLElement | undefined;
  for (const link of caption?.querySelectorAll('a') ?? []) link.remove();
  return (caption?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** A picture as PNG, twice its size, for sharp screens and for print. */
export async function png(svg: string): Promise<Blob> {
  const image = new Image();
  // The policy of the pages allows images of data, not of blobs.
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const [width, height] = sizeOf(svg);
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image')))),
  );
}
