import type { Decimal } from '../dataset/table-schema.ts';

/** How many digits a decimal prints after its point: `'66.00'` → 2, `'83'` → 0. */
export function decimals(value: Decimal): number {
  const point = value.indexOf('.');
  return point === -1 ? 0 : value.length - point - 1;
}

/** The digits of a decimal as one integer scaled by `10 ** places`; exact at any length. */
function scaled(value: Decimal, places: number): bigint {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const magnitude = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  return value.startsWith('-') ? -magnitude : magnitude;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/**
 * Whether two printed figures tell the same: the less precise one is the other rounded (half up)
 * or cut to its digits. `83` agrees with `83.78` and `84` does too; `83.76` and `83.75` differ.
 */
export function agree(a: Decimal, b: Decimal): boolean {
  const [coarse, fine] = decimals(a) <= decimals(b) ? [a, b] : [b, a];
  const places = decimals(fine);
  const unit = 10n ** BigInt(places - decimals(coarse));
  const difference = abs(scaled(fine, places)) - abs(scaled(coarse, places));
  const sameSign =
    coarse.startsWith('-') === fine.startsWith('-') || Number(coarse) === 0 || Number(fine) === 0;
  // Cut: the fine figure lies within one unit above the coarse one. Rounded up: at most half below.
  return sameSign && difference < unit && 2n * difference >= -unit;
}

/**
 * Whether a number lies so near a rounded figure that the figure before it was rounded could have
 * been on either side of it: 75 is near 75, 74.5 is near 75, 74.4 is not.
 */
export function isNear(rounded: Decimal, other: Decimal): boolean {
  const places = Math.max(decimals(rounded), decimals(other));
  const unit = 10n ** BigInt(places - decimals(rounded));
  return 2n * abs(scaled(rounded, places) - scaled(other, places)) <= unit;
}

/** Whether every two figures of a list agree. Not the same as neighbours agreeing. */
export function allAgree(values: readonly Decimal[]): boolean {
  return values.every((a, i) => values.slice(i + 1).every((b) => agree(a, b)));
}

/** `a - b`, exact, with as many digits after the point as the more precise of the two. */
export function minus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(decimals(a), decimals(b));
  const result = scaled(a, places) - scaled(b, places);
  const digits = String(abs(result)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? '' : `.${digits.slice(-places)}`;
  return `${result < 0n ? '-' : ''}${whole}${fraction}` as Decimal;
}

/** A figure rounded half up (away from zero) to fewer digits; itself where it has no more. */
export function roundedTo(value: Decimal, places: number): Decimal {
  const own = decimals(value);
  if (own <= places) return value;
  const unit = 10n ** BigInt(own - places);
  const magnitude = (2n * abs(scaled(value, own)) + unit) / (2n * unit);
  const digits = String(magnitude).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = value.startsWith('-') && magnitude !== 0n ? '-' : '';
  return `${sign}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}` as Decimal;
}
