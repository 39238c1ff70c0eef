/** What every chart's markup must keep to, for tests. Reads the text; knows no DOM. */
import { lineWidth } from './lines.ts';
import { ROOT_SIZE } from './svg.ts';

export interface TextBox {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
};

function plain(text: string): string {
  return text.replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Reads markup into its tags. Throws where it is not well-formed XML. */
export function readTags(svg: string): readonly Tag[] {
  const tags: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const token = /<(\/?)([A-Za-z][\w:-]*)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/y;
  while (token.lastIndex < svg.length) {
    const at = token.lastIndex;
    const match = token.exec(svg);
    if (!match) throw new Error(`not well-formed at ${at}: ${svg.slice(at, at + 60)}`);
    const [, closing, name = '', attributes = '', empty, words] = match;
    if (words !== undefined) {
      if (/[<>]|&(?!(lt|gt|quot|amp);)/.test(words)) throw new Error(`not escaped: ${words}`);
      const parent = open.at(-1);
      if (!parent) throw new Error('text outside of the root');
      parent.text += plain(words);
    } else if (closing) {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`);
    } else {
      const pairs = [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)];
      const keys = pairs.map(([, key]) => key);
      if (new Set(keys).size < keys.length)
        throw new Error(`twice the same attribute: ${match[0]}`);
      const tag = {
        name,
        attributes: Object.fromEntries(
          pairs.map(([, key = '', value = '']) => [key, plain(value)]),
        ),
        text: '',
      };
      tags.push(tag);
      if (!empty) open.push(tag);
    }
  }
  if (open.length > 0) throw new Error(`not closed: ${open.map(({ name }) => name).join(', ')}`);
  return tags;
}

/** The boxes of all texts of a chart, by the estimates of their widths. */
export function textBoxes(svg: string): readonly TextBox[] {
  const tags = readTags(svg);
  const widthOf = ({ attributes, text }: Tag, size: number) =>
    lineWidth(text, { size, bold: attributes['font-weight'] === '700' });
  return tags.flatMap((tag, i) => {
    if (tag.name !== 'text') return [];
    const { attributes } = tag;
    const size = Number(attributes['font-size'] ?? ROOT_SIZE);
    // Words of another type on the same line follow as spans.
    const after = tags.slice(i + 1);
    const end = after.findIndex(({ name }) => name !== 'tspan');
    const spans = after.slice(0, end === -1 ? after.length : end);
    const width = spans.reduce(
      (sum, span) => sum + widthOf(span, Number(span.attributes['font-size'] ?? size)),
      widthOf(tag, size),
    );
    const [x, y] = [Number(attributes.x), Number(attributes.y)];
    const anchor = attributes['text-anchor'];
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    return [
      {
        words: [tag, ...spans].map(({ text }) => text).join(''),
        left,
        right: left + width,
        top: y - size * 0.75,
        bottom: y + size * 0.2,
      },
    ];
  });
}

/** Upright strokes, as lines and in paths: [x, from, to]. */
function uprights(tags: readonly Tag[]): readonly (readonly [number, number, number])[] {
  return tags.flatMap(({ name, attributes }) => {
    if (name === 'line' && attributes.x1 === attributes.x2) {
      const [y1, y2] = [Number(attributes.y1), Number(attributes.y2)];
      return [[Number(attributes.x1), Math.min(y1, y2), Math.max(y1, y2)] as const];
    }
    return [...(attributes.d ?? '').matchAll(/M([\d.-]+) ([\d.-]+)([Vv])([\d.-]+)/g)].map(
      ([, x, y, command, to]) => {
        const end = command === 'v' ? Number(y) + Number(to) : Number(to);
        return [Number(x), Math.min(Number(y), end), Math.max(Number(y), end)] as const;
      },
    );
  });
}

/** Everything wrong with a chart, in words; empty where nothing is. */
export function chartFaults(svg: string, id: string): readonly string[] {
  const tags = readTags(svg);
  const faults: string[] = [];
  const [root] = tags;
  const [, , width = 0, height = 0] = (root?.attributes.viewBox ?? '').split(' ').map(Number);
  if (root?.attributes.role !== 'img') faults.push('no role');
  for (const part of ['title', 'desc']) {
    const tag = tags.find(({ name }) => name === part);
    if (!tag?.text.trim()) faults.push(`no ${part}`);
  }
  for (const { name, attributes, text } of tags) {
    if (attributes.id && !attributes.id.startsWith(id)) faults.push(`id ${attributes.id}`);
    if ('style' in attributes) faults.push('a style attribute');
    const values = [...Object.values(attributes), text].join(' ');
    if (/NaN|undefined|Infinity|\bnull\b/.test(values)) faults.push(`${name}: ${values}`);
    if (name === 'rect') {
      const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((key) => Number(attributes[key] ?? 0));
      const [right, bottom] = [(x ?? 0) + (w ?? 0), (y ?? 0) + (h ?? 0)];
      if ((w ?? 0) <= 0 || (h ?? 0) <= 0) faults.push(`a rect of no size: ${values}`);
      if ((x ?? 0) < -0.01 || (y ?? 0) < -0.01 || right > width + 0.02 || bottom > height + 0.02)
        faults.push(`rect outside: ${values}`);
    }
    if (name === 'circle') {
      const [x, y, r] = ['cx', 'cy', 'r'].map((key) => Number(attributes[key]));
      if ((x ?? 0) < (r ?? 0) || (y ?? 0) < (r ?? 0)) faults.push(`circle outside: ${values}`);
      if ((x ?? 0) + (r ?? 0) > width || (y ?? 0) + (r ?? 0) > height)
        faults.push(`circle outside: ${values}`);
    }
  }
  const boxes = textBoxes(svg);
  const strokes = uprights(tags);
  boxes.forEach((box, i) => {
    if (box.left < -0.1 || box.right > width + 0.1 || box.top < -1 || box.bottom > height + 1)
      faults.push(`text outside: ${box.words}`);
    for (const other of boxes.slice(i + 1)) {
      if (
        box.left < other.right - 0.1 &&
        other.left < box.right - 0.1 &&
        box.top < other.bottom - 0.1 &&
        other.top < box.bottom - 0.1
      )
        faults.push(`texts overlap: ${box.words} | ${other.words}`);
    }
    for (const [x, from, to] of strokes) {
      if (box.left < x && x < box.right && from < box.bottom && box.top < to)
        faults.push(`a line through: ${box.words}`);
    }
  });
  return faults;
}
