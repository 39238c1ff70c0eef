/** Which figures a chart shows, in an attribute of its page: permanent addresses, told briefly. */

/** A fact on the page of its source. */
export interface FactAddress {
  readonly source: string;
  readonly anchor: string;
}

/** The attribute that holds them. */
export const FIGURES_ATTRIBUTE = 'data-figures';

/**
 * Addresses by source, each source named once: `kabar-contoh#98.71-mcp-2023 #98.02-spi-2023`.
 * Neither names of sources nor anchors hold a space or `#`.
 */
export function writeAddresses(addresses: readonly FactAddress[]): string {
  const bySource = Map.groupBy(addresses, ({ source }) => source);
  return [...bySource]
    .map(([source, own]) => {
      const anchors = new Set(own.map(({ anchor }) => `#${anchor}`));
      return `${source}${[...anchors].join(' ')}`;
    })
    .join(' ');
}

/** The addresses that {@link writeAddresses} wrote. */
export function readAddresses(text: string): FactAddress[] {
  let source = '';
  return text
    .split(' ')
    .filter(Boolean)
    .map((token) => {
      const [before = '', anchor = ''] = token.split('#');
      source = before || source;
      return { source, anchor };
    });
}
