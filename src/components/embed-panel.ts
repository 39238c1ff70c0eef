/** The panel that gives what other sites paste to show a chart: loaded when somebody asks for it. */

import { FRAME_WIDTH, frameSnippet, pictureSnippet } from '../embed/snippet.ts';
import { LICENCE } from '../licence.ts';

const isEnglish = document.documentElement.lang === 'en';
const word = (id: string, en: string) => (isEnglish ? en : id);
let count = 0;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** A snippet with its name, what it is good for, and a button that copies it. */
function field(label: string, note: string, snippet: string, status: HTMLElement) {
  const [box, name, about] = [element('div'), element('label', label), element('p', note)] as const;
  const area = element('textarea', snippet);
  const copy = element('button', word('Salin', 'Copy'));
  const id = `sematan-${++count}`;
  area.readOnly = true;
  area.rows = 4;
  area.spellcheck = false;
  area.id = id;
  name.htmlFor = id;
  about.id = `${id}-ket`;
  area.setAttribute('aria-describedby', about.id);
  copy.type = 'button';
  copy.setAttribute('aria-label', `${copy.textContent}: ${label}`);
  area.addEventListener('focus', () => area.select());
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(snippet);
      status.textContent = word('Kode sudah disalin.', 'The code has been copied.');
    } catch {
      // Not every browser lets pages write there: then it is marked, ready to be copied by hand.
      area.focus();
      area.select();
      status.textContent = word(
        'Kode sudah ditandai: salin dari papan ketik atau menu.',
        'The code is marked: copy it by keyboard or menu.',
      );
    }
  });
  box.append(name, about, area, copy);
  return box;
}

/** The size of a picture, as it says itself. Throws where it cannot be loaded. */
async function sizeOf(path: string) {
  const image = new Image();
  image.src = path;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight };
}

/**
 * Opens the panel for a chart that has a frame. `page` is the address of the page it is on, as
 * the site itself gives it: snippets lead to the site, wherever this copy of it is read.
 */
export async function openPanel(figure: HTMLElement, page: string): Promise<void> {
  const { frame = '', frameTitle = '', frameHeight = '', picture } = figure.dataset;
  const panel = element('dialog');
  const heading = element('h2', word('Sematkan di situs lain', 'Embed in another site'));
  const status = element('p');
  status.setAttribute('role', 'status');
  panel.className = 'embed-panel';
  heading.id = `sematan-judul-${++count}`;
  panel.setAttribute('aria-labelledby', heading.id);
  const whole = (path: string) => new URL(path, page).href;
  const preview = element('a', word('Lihat bingkainya', 'See the frame'));
  preview.href = frame;
  const close = element('button', word('Tutup', 'Close'));
  close.type = 'button';
  close.addEventListener('click', () => panel.close());
  panel.append(
    heading,
    element(
      'p',
      word(
        `Tempelkan kode ini di halaman Anda. Isinya ikut diperbarui setiap kali data diperbarui; untuk yang tetap, simpan gambarnya. Gratis, dengan menyebut sumber (${LICENCE.short}).`,
        `Paste this code into your page. What it shows changes with each edition of the data; for one that stays as it is, save the image. Free, with attribution (${LICENCE.short}).`,
      ),
    ),
    field(
      word('Bingkai', 'Frame'),
      word(
        'Menyesuaikan diri dengan lebar layar; tanpa skrip.',
        'Fits wide and narrow screens; no script.',
      ),
      frameSnippet({
        src: whole(frame),
        title: frameTitle,
        width: FRAME_WIDTH,
        height: Number(frameHeight),
      }),
      status,
    ),
  );
  if (picture !== undefined) {
    const path = frame.replace(/\/$/, '.svg');
    const size = await sizeOf(path);
    panel.append(
      field(
        word('Gambar', 'Image'),
        word('Bila situs Anda tidak menerima bingkai.', 'Where your site takes no frames.'),
        pictureSnippet({ src: whole(path), title: frameTitle, ...size, page }),
        status,
      ),
    );
  }
  const end = element('p');
  end.append(preview, close);
  panel.append(status, end);
  panel.addEventListener('close', () => panel.remove());
  figure.append(panel);
  panel.showModal();
}
