/** Codes that were taken for numbers on their way: a spreadsheet makes 11.1 of 11.10. */
import type { Area } from '../dataset/tables/index.ts';

/** The area whose code lost its last zero; `null` for any other text, and where there is none. */
export function meantByCode(areas: readonly Area[], text: string): Area | null {
  const [, province, number] = /^\s*(\d{2})[.,](\d)\s*$/.exec(text) ?? [];
  const code = `${province}.${number}0`;
  return (province && areas.find((area) => area.code === code)) || null;
}
