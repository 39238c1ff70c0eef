import { agree } from './decimal.ts';
import { sharedBands } from './differences.ts';
import type { Figure } from './figures.ts';

/** How a figure stands to an earlier one of the same area and indicator. */
export type Movement = 'up' | 'down' | 'same';

/**
 * Whether a figure is higher or lower than an earlier one, or the same. Only within a series:
 * numbers against numbers, categories by their order in one scheme. `null` where nothing can be
 * said: another series, or so few digits that the one may be the other rounded.
 */
export function movementOf(figure: Figure, earlier: Figure): Movement | null {
  if (!figure.speaking || !earlier.speaking || figure.series !== earlier.series) return null;
  if (figure.value !== null && earlier.value !== null) {
    const difference = Number(figure.value) - Number(earlier.value);
    if (difference === 0) return 'same';
    return agree(figure.value, earlier.value) ? null : direction(difference);
  }
  const bands = sharedBands(figure, earlier);
  if (!bands) return null;
  const steps = bands[0].rank - bands[1].rank;
  if (steps !== 0) return direction(steps);
  // A number and a category of its band: they may be the same, or not.
  return figure.value === null && earlier.value === null ? 'same' : null;
}

function direction(difference: number): Movement {
  return difference > 0 ? 'up' : 'down';
}
