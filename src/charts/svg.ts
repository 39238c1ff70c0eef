import { type Ink, PALETTE, type Theme } from './palette.ts';

/** Finished markup. Only {@link el}, {@link text} and {@link join} make it, so it is escaped. */
export type Markup = string & { readonly __markup: unique symbol };

type Value = string | number | undefined;

/** Escapes a text for element content and for attribute values in double quotes. */
export function escapeText(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A coordinate with at most two decimals and no negative zero: short, and the same everywhere. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** To half a pixel: where a mark need not be finer, its numbers repeat and pack better. */
export function toHalf(value: number): number {
  return Math.round(value * 2) / 2;
}

/** A text as markup. Characters that XML forbids are dropped. */
export function text(value: string): Markup {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
  return escapeText(value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')) as Markup;
}

/** Markup one after the other. */
export function join(parts: readonly (Markup | null | undefined | false)[]): Markup {
  return parts.filter(Boolean).join('') as Markup;
}

/** The size of a text that says nothing else: the root of every chart sets it. */
export const ROOT_SIZE = 12;

/**
 * An element. Attributes that are `undefined` are left out, and so is the size that a text has
 * anyway; numbers are rounded.
 */
export function el(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  children: readonly (Markup | null | undefined | false)[] = [],
): Markup {
  const attrs = Object.entries(attributes)
    .filter(
      ([key, value]) =>
        value !== undefined && !(name === 'text' && key === 'font-size' && value === ROOT_SIZE),
    )
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? round(value) : escapeText(String(value))}"`,
    )
    .join('');
  const inner = join(children);
  return (inner === '' ? `<${name}${attrs}/>` : `<${name}${attrs}>${inner}</${name}>`) as Markup;
}

export interface Paint {
  readonly fill?: Ink | 'none';
  readonly stroke?: Ink;
  readonly strokeWidth?: number;
  readonly dash?: string;
}

/**
 * The attributes that colour an element: classes (`f-region`, `s-line`) for every theme, and the
 * literal colours too where the chart leaves the page. Never a `style` attribute.
 */
export function paint(theme: Theme, { fill, stroke, strokeWidth, dash }: Paint) {
  const classes = [fill && `f-${fill}`, stroke && `s-${stroke}`].filter(Boolean).join(' ');
  const literal = (ink: Ink | 'none' | undefined) =>
    theme === 'page' || ink === undefined ? undefined : ink === 'none' ? ink : PALETTE[ink][theme];
  return {
    class: classes || undefined,
    fill: literal(fill),
    stroke: literal(stroke),
    'stroke-width': strokeWidth === 1 ? undefined : strokeWidth,
    'stroke-dasharray': dash,
  };
}
