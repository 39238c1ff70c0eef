/**
 * The menu of a chart: its picture, its data and its address, all made here from what the page
 * shows. It is an addition: without it the chart and its table are complete.
 */
import { langOf } from '../i18n/lang.ts';

const lang = langOf(document.documentElement.lang);
const word = (id: string, en: string) => (lang === 'en' ? en : id);

class ChartMenu extends HTMLElement {
  connectedCallback() {
    const figure = this.closest<HTMLElement>('.chart-figure');
    if (!figure || this.firstChild) return;
    const [menu, summary, list, status] = ['details', 'summary', 'ul', 'p'].map((name) =>
      document.createElement(name),
    ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    const title = figure.querySelector('svg title')?.textContent ?? '';
    const hidden = document.createElement('span');
    hidden.className = 'visually-hidden';
    hidden.textContent = `: ${title}`;
    summary.append(word('Simpan grafik', 'Save the chart'), hidden);
    status.setAttribute('role', 'status');
    let busy = false;
    const offer = (label: string, act: () => Promise<string | undefined> | undefined) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', async () => {
        // On a slow line, impatient presses ask for one thing.
        if (busy) return;
        busy = true;
        status.textContent = '';
        try {
          status.textContent = (await act()) ?? '';
        } catch {
          status.textContent = word(
            'Tidak berhasil di peramban ini.',
            'That failed in this browser.',
          );
        } finally {
          busy = false;
        }
      });
      item.append(button);
      list.append(item);
    };
    const name = figure.dataset.file ?? figure.id;
    // What is shown may hang on more than the page: then the figure has the whole address.
    const page =
      figure.dataset.page ?? document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
    const address = `${page ?? location.href.replace(/#.*/, '')}#${figure.id}`;
    offer(word('Gambar PNG', 'PNG image'), async () => {
      const { chartFile, png } = await import('./chart-file.ts');
      save(await png(chartFile(figure, lang, address)), `${name}.png`);
      return undefined;
    });
    offer(word('Gambar SVG', 'SVG image'), async () => {
      const { chartFile } = await import('./chart-file.ts');
      const svg = chartFile(figure, lang, address);
      save(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`);
      return undefined;
    });
    const part = document.getElementById(figure.dataset.part ?? '');
    const table = part?.closest('table') ?? figure.querySelector('table');
    if (part) {
      // Not every browser opens what a link leads into.
      figure.querySelector('.chart-tools > a')?.addEventListener('click', () => {
        const closed = part.closest('details');
        if (closed) closed.open = true;
      });
    }
    const map = figure.querySelector<HTMLElement>('map-picker');
    if (table || map) {
      offer(word('Data CSV', 'CSV data'), async () => {
        let [text, suffix] = [table ? csv(table, part) : '', ''];
        // A map shows what its reader chose, which is more than the table behind it tells.
        if (map) ({ text, suffix } = await (await import('./map-files.ts')).mapFile(map));
        // The mark at the beginning tells spreadsheets that it is UTF-8.
        save(new Blob(['\uFEFF', text], { type: 'text/csv' }), `${name}${suffix}.csv`);
        return undefined;
      });
    }
    offer(word('Salin tautan', 'Copy link'), async () => {
      await navigator.clipboard.writeText(address);
      return word('Tautan sudah disalin.', 'The link has been copied.');
    });
    if (figure.dataset.frame) {
      offer(word('Sematkan…', 'Embed…'), async () => {
        await (await import('./embed-panel.ts')).openPanel(figure, address);
        return undefined;
      });
    }
    menu.append(summary, list, status);
    this.append(menu);
  }
}

/** Has the browser save a file. */
export function save(content: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * The table, or its head and one part of it, as CSV: numbers with a decimal point, and the
 * addresses of the sources at the end.
 */
function csv(table: HTMLTableElement, part: HTMLElement | null): string {
  const rows = [...table.rows].filter(
    ({ parentElement: of }) => !part || of === part || of?.tagName === 'THEAD',
  );
  const lines = rows.map((row) => {
    const cells = [...row.cells].map((cell) => {
      const text = (cell.textContent ?? '').trim();
      const number = cell.querySelector<HTMLElement>('data,[data-value]');
      const value = number?.getAttribute('value') ?? number?.dataset.value ?? '';
      return /^-?[\d.]+$/.test(value) && number?.textContent === text ? value : text;
    });
    const links = [...row.querySelectorAll<HTMLAnchorElement>('td a[href*="#"]')];
    const sources = [...new Set(links.map(({ href }) => href))].join(' ');
    return [
      ...cells,
      row.parentElement?.tagName === 'THEAD' ? word('Alamat sumber', 'Source address') : sources,
    ];
  });
  return `${lines
    .map((cells) =>
      cells.map((cell) => `"${cell.replace(/\s+/g, ' ').replaceAll('"', '""')}"`).join(),
    )
    .join('\r\n')}\r\n`;
}

customElements.define('chart-menu', ChartMenu);
