/**
 * The menu of a chart: its picture, its data and its address, all made here from what the page
 * shows. It is an addition: without it the chart and its table are complete.
 */
const isEnglish = document.documentElement.lang === 'en';
const word = (id: string, en: string) => (isEnglish ? en : id);
const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
const LINE = 14;

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
    const offer = (label: string, act: () => Promise<string | undefined> | undefined) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', async () => {
        status.textContent = '';
        try {
          status.textContent = (await act()) ?? '';
        } catch {
          status.textContent = word(
            'Tidak berhasil di peramban ini.',
            'That failed in this browser.',
          );
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
      save(await png(picture(figure, address)), `${name}.png`);
      return undefined;
    });
    offer(word('Gambar SVG', 'SVG image'), () => {
      const { markup } = picture(figure, address);
      save(new Blob([markup], { type: 'image/svg+xml' }), `${name}.svg`);
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

/** The chart that is shown, on paper, in literal colours, with where it comes from below it. */
function picture(figure: HTMLElement, address: string) {
  const shown = [...figure.querySelectorAll<SVGSVGElement>('svg.chart')].find(
    (svg) => svg.getBoundingClientRect().width > 0,
  );
  if (!shown) throw new Error('no chart');
  const copy = shown.cloneNode(true) as SVGSVGElement;
  const marked = '[class*="f-"],[class*="s-"]';
  const copies = copy.querySelectorAll(marked);
  shown.querySelectorAll(marked).forEach((element, i) => {
    const { fill, stroke } = getComputedStyle(element);
    for (const part of element.classList) {
      if (part.startsWith('f-')) copies[i]?.setAttribute('fill', fill);
      if (part.startsWith('s-')) copies[i]?.setAttribute('stroke', stroke);
    }
    copies[i]?.removeAttribute('class');
  });
  const { width, height } = shown.viewBox.baseVal;
  const { backgroundColor, color } = getComputedStyle(document.body);
  const perLine = Math.floor(width / 6);
  const source = [
    word(
      'Cermin Daerah. Sumber tiap angka ada di:',
      'Cermin Daerah. The source of every figure is at:',
    ),
    address,
  ].flatMap((text) => text.match(new RegExp(`.{1,${perLine}}`, 'g')) ?? []);
  const full = [width + 2 * MARGIN, height + 2 * MARGIN + (source.length + 0.5) * LINE] as const;
  const attributes = {
    xmlns: SVG,
    viewBox: `${-MARGIN} ${-MARGIN} ${full.join(' ')}`,
    width: full[0],
    height: full[1],
    'font-family': 'system-ui, Roboto, Helvetica, Arial, sans-serif',
  };
  set(copy, attributes);
  copy.removeAttribute('class');
  const paper = document.createElementNS(SVG, 'rect');
  set(paper, { x: -MARGIN, y: -MARGIN, width: full[0], height: full[1], fill: backgroundColor });
  copy.querySelector('desc')?.after(paper);
  source.forEach((text, i) => {
    const line = document.createElementNS(SVG, 'text');
    set(line, { x: 0, y: height + (i + 1.5) * LINE, 'font-size': 11, fill: color });
    line.textContent = text;
    copy.append(line);
  });
  return { markup: new XMLSerializer().serializeToString(copy), size: full };
}

function set(element: Element, attributes: Record<string, string | number>) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`);
}

/** Twice the size, for sharp screens and for print. */
async function png({ markup, size }: ReturnType<typeof picture>): Promise<Blob> {
  const image = new Image();
  // The policy of the pages allows images of data, not of blobs.
  image.src = `data:image/svg+xml,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size[0] * 2;
  canvas.height = size[1] * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image')))),
  );
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
