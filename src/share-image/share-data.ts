/** What a share image says, in words: small, without fonts, layout or the model. */

/** A named range of a figure's scale, in shares of it from 0 to 1. */
export interface ShareSegment {
  readonly from: number;
  readonly to: number;
  /** Step of the colour ramp, from the worst. */
  readonly ramp: number;
  /** Whether the figure lies in it. */
  readonly here: boolean;
}

export interface ShareFigure {
  /** What it is and of which year: "SPI 2024". */
  readonly label: string;
  /** As printed; `null`: unknown, which {@link ShareFigure.words} then says. */
  readonly value: string | null;
  /** What stands beside it: the name of its band, or what it is counted among. */
  readonly words: string;
  readonly scale: {
    readonly segments: readonly ShareSegment[];
    /** Where the figure stands, 0 to 1; `null` where it is a range or unknown. */
    readonly at: number | null;
    readonly threshold: { readonly at: number; readonly label: string } | null;
    /** Whether the strip is filled up to the figure: a share of a whole. */
    readonly isShare: boolean;
  } | null;
}

export interface ShareData {
  /** What the name is: "Kota di Jawa Timur". */
  readonly kind: string;
  readonly name: string;
  /** One sentence under the name; a designated region's stands out. */
  readonly standing: { readonly text: string; readonly isPilot: boolean };
  /** At most three. */
  readonly figures: readonly ShareFigure[];
  /** Said in place of figures: a sentence, and what it means. */
  readonly instead: readonly [string, string] | null;
  /** What the figures are a part of: "5 dari 7 ukuran ditemukan". */
  readonly coverage: string | null;
}

/** The picture in words, for readers who do not see it. */
export function shareWords({ kind, name, standing, figures, instead }: ShareData): string {
  const told = figures.map(({ label, value, words, scale }) => {
    const parts = [value, words].filter(Boolean);
    return `${label}: ${parts.join(scale?.isShare ? ' ' : ', ')}`;
  });
  return [`${name} · ${kind}`, standing.text, ...told, ...(instead ?? [])]
    .map((sentence) => sentence.replace(/\.$/, ''))
    .join('. ')
    .concat('.');
}
