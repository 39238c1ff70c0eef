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

/** A text as markup. Characters that XML forbids are dropped. */
export function text(value: string): Markup {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
  return escapeText(value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')) as Markup;
}

/** Markup one after the other. */
export function join(parts: readonly (Markup | null | undefined | false)[]): Markup {
  return parts.filter(Boolean).join('') as Markup;
}

/** An element. Attributes that are `undefined` are left out; numbers are rounded. */
export function el(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  children: readonly (Markup | null | undefined | false)[] = [],
): Markup {
  const attrs = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
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
    fill: literal(fill) ?? (fill === 'none' ? 'none' : undefined),
    stroke: literal(stroke),
    'stroke-width': strokeWidth,
    'stroke-dasharray': dash,
  };
}
