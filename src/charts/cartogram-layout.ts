/**
 * Where each region's cell stands in the cartogram: one cell a region, all of one size, none over
 * another, as near to its true place as that allows. Worked out once per build, without chance.
 */

/** A region as the layout sees it. */
export interface LayoutPlace {
  readonly code: string;
  /** True place on the map, in any unit; y grows downwards. */
  readonly x: number;
  readonly y: number;
  /** Cells of one province are kept together. */
  readonly province: string;
  /** Cells of different island groups are kept apart. */
  readonly island: string;
}

export type Cell = readonly [column: number, row: number];

export interface CartogramLayout {
  readonly columns: number;
  readonly rows: number;
  readonly cells: ReadonlyMap<string, Cell>;
}

/**
 * How the layout weighs one wish against another. Found by looking: Jawa broad enough for its
 * 119 regions and still below Kalimantan, straits open, provinces in one piece.
 */
const TUNING = {
  /** Cells for each region, side by side, before the country is spread out. */
  columns: 52,
  rows: 20,
  /** How much a place's rank counts against its degrees: evens out crowded islands and empty sea. */
  evenX: 0.7,
  evenY: 0.6,
  /** Distances kept between regions, in cells: of one province, of two, across a strait. */
  apart: { province: 1, neighbours: 1.3, strait: 2 },
  /** How strongly a region is drawn back: less sideways, so that Jawa grows broad and not high. */
  pullX: 0.01,
  pullY: 0.06,
  rounds: 300,
  /** What touching cells are worth, in squared cells of displacement. */
  together: { province: 5, island: 2, strait: -6 },
  /** How far a cell looks for a better place, and how often at most. */
  reach: 5,
  sweeps: 20,
};

/** Lays the cells out. The same places give the same layout, whatever their order. */
export function cartogramLayout(given: readonly LayoutPlace[]): CartogramLayout {
  const places = given.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  if (places.length === 0) return { columns: 0, rows: 0, cells: new Map() };
  const spread = pushedApart(places);
  // A frame of free cells around them gives everyone somewhere to go.
  const left = Math.floor(Math.min(...spread.x)) - 1;
  const top = Math.floor(Math.min(...spread.y)) - 1;
  const wanted = { x: spread.x.map((x) => x - left), y: spread.y.map((y) => y - top) };
  const width = Math.ceil(Math.max(...wanted.x)) + 2;
  const height = Math.ceil(Math.max(...wanted.y)) + 2;
  const cells = improved(places, wanted, nearestCells(wanted, width, height), width, height);
  const columns = cells.map((cell) => cell % width);
  const rows = cells.map((cell) => Math.floor(cell / width));
  const [firstColumn, firstRow] = [Math.min(...columns), Math.min(...rows)];
  return {
    columns: Math.max(...columns) - firstColumn + 1,
    rows: Math.max(...rows) - firstRow + 1,
    cells: new Map(
      places.map(({ code }, i) => [
        code,
        [(columns[i] ?? 0) - firstColumn, (rows[i] ?? 0) - firstRow] as const,
      ]),
    ),
  };
}

interface Wanted {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Values between 0 and `size` in the same order, but more evenly. */
function evened(values: readonly number[], share: number, size: number): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const even: number[] = [];
  order.forEach((i, rank) => {
    const linear = ((values[i] ?? 0) - low) / (high - low || 1);
    even[i] = (share * (rank + 0.5)) / values.length + (1 - share) * linear;
  });
  return even.map((value) => value * (size - 1));
}

/** Moves places apart until each has about a cell of its own. */
function pushedApart(places: readonly LayoutPlace[]): Wanted {
  const { columns, rows, evenX, evenY, apart, pullX, pullY, rounds } = TUNING;
  const size = Math.sqrt(places.length / 514);
  const homeX = evened(
    places.map(({ x }) => x),
    evenX,
    columns * size,
  );
  const homeY = evened(
    places.map(({ y }) => y),
    evenY,
    rows * size,
  );
  const x = Float64Array.from(homeX);
  const y = Float64Array.from(homeY);
  const province = numbered(places.map((place) => place.province));
  const island = numbered(places.map((place) => place.island));
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < places.length; i += 1) {
      x[i] = at(x, i) + (at(homeX, i) - at(x, i)) * pullX;
      y[i] = at(y, i) + (at(homeY, i) - at(y, i)) * pullY;
    }
    for (let i = 0; i < places.length; i += 1) {
      for (let j = i + 1; j < places.length; j += 1) {
        const dx = at(x, j) - at(x, i);
        const dy = at(y, j) - at(y, i);
        if (Math.abs(dx) >= apart.strait || Math.abs(dy) >= apart.strait) continue;
        const distance =
          island[i] !== island[j]
            ? apart.strait
            : province[i] !== province[j]
              ? apart.neighbours
              : apart.province;
        // Never exactly over one another: the earlier code goes to the left.
        const between = Math.sqrt(dx * dx + dy * dy) || 1e-3;
        if (between >= distance) continue;
        const push = ((distance - between) / between) * 0.35;
        const [pushX, pushY] = [(dx || 1e-3) * push, dy * push];
        x[i] = at(x, i) - pushX;
        y[i] = at(y, i) - pushY;
        x[j] = at(x, j) + pushX;
        y[j] = at(y, j) + pushY;
      }
    }
  }
  return { x: [...x], y: [...y] };
}

/**
 * A cell for each place so that the sum of squared displacements is the least possible: the
 * Hungarian method by shortest augmenting paths.
 */
function nearestCells({ x, y }: Wanted, width: number, height: number): number[] {
  const [count, cells] = [x.length, width * height];
  const placePrice = new Float64Array(count + 1);
  const cellPrice = new Float64Array(cells + 1);
  /** The place (from 1) in each cell (from 1); 0 is nobody, and cell 0 the place being seated. */
  const seated = new Int32Array(cells + 1);
  const cameFrom = new Int32Array(cells + 1);
  const columns = Float64Array.from({ length: cells + 1 }, (_, cell) => (cell - 1) % width);
  const rows = Float64Array.from({ length: cells + 1 }, (_, cell) =>
    Math.floor((cell - 1) / width),
  );
  const least = new Float64Array(cells + 1);
  const isDone = new Uint8Array(cells + 1);
  for (let place = 1; place <= count; place += 1) {
    seated[0] = place;
    let cell = 0;
    least.fill(Number.POSITIVE_INFINITY);
    isDone.fill(0);
    do {
      isDone[cell] = 1;
      const sitting = at(seated, cell);
      const [ownX, ownY, price] = [at(x, sitting - 1), at(y, sitting - 1), at(placePrice, sitting)];
      let [step, next] = [Number.POSITIVE_INFINITY, 0];
      for (let other = 1; other <= cells; other += 1) {
        if (isDone[other]) continue;
        const dx = ownX - at(columns, other);
        const dy = ownY - at(rows, other);
        const cost = dx * dx + dy * dy - price - at(cellPrice, other);
        if (cost < at(least, other)) {
          least[other] = cost;
          cameFrom[other] = cell;
        }
        if (at(least, other) < step) {
          step = at(least, other);
          next = other;
        }
      }
      for (let other = 0; other <= cells; other += 1) {
        if (isDone[other]) {
          placePrice[at(seated, other)] = at(placePrice, at(seated, other)) + step;
          cellPrice[other] = at(cellPrice, other) - step;
        } else least[other] = at(least, other) - step;
      }
      cell = next;
    } while (seated[cell] !== 0);
    do {
      const before = at(cameFrom, cell);
      seated[cell] = at(seated, before);
      cell = before;
    } while (cell !== 0);
  }
  const found: number[] = [];
  seated.forEach((place, cell) => {
    if (cell > 0 && place > 0) found[place - 1] = cell - 1;
  });
  return found;
}

/** Moves and swaps cells as long as that brings provinces together, keeps straits, or shortens ways. */
function improved(
  places: readonly LayoutPlace[],
  wanted: Wanted,
  start: readonly number[],
  width: number,
  height: number,
): readonly number[] {
  const { together, reach, sweeps } = TUNING;
  const cells = Int32Array.from(start);
  const holder = new Int32Array(width * height).fill(-1);
  cells.forEach((cell, i) => {
    holder[cell] = i;
  });

  const province = numbered(places.map((place) => place.province));
  const island = numbered(places.map((place) => place.island));
  /** What a place costs in a cell, with the neighbours as they are. */
  const cost = (i: number, cell: number): number => {
    const column = cell % width;
    const row = Math.floor(cell / width);
    let sum = (column - at(wanted.x, i)) ** 2 + (row - at(wanted.y, i)) ** 2;
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        const c = column + dx;
        const r = row + dy;
        if (c < 0 || r < 0 || c >= width || r >= height) continue;
        const other = at(holder, r * width + c);
        if (other < 0 || other === i) continue;
        if (island[other] !== island[i]) sum -= together.strait;
        else if (dx === 0 || dy === 0)
          sum -= province[other] === province[i] ? together.province : together.island;
      }
    }
    return sum;
  };
  const put = (i: number, cell: number) => {
    if (i >= 0) cells[i] = cell;
    holder[cell] = i;
  };
  /** What two cells cost together, either of which may be empty. */
  const both = (a: number, b: number) =>
    (at(holder, a) < 0 ? 0 : cost(at(holder, a), a)) +
    (at(holder, b) < 0 ? 0 : cost(at(holder, b), b));

  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    let hasMoved = false;
    for (let i = 0; i < places.length; i += 1) {
      const from = at(cells, i);
      const [column, row] = [from % width, Math.floor(from / width)];
      let [most, best] = [1e-6, -1];
      for (let r = Math.max(0, row - reach); r <= Math.min(height - 1, row + reach); r += 1) {
        for (
          let c = Math.max(0, column - reach);
          c <= Math.min(width - 1, column + reach);
          c += 1
        ) {
          const to = r * width + c;
          const j = at(holder, to);
          if (to === from) continue;
          const before = both(from, to);
          put(i, to);
          put(j, from);
          const gain = before - both(from, to);
          put(i, from);
          put(j, to);
          if (gain > most) {
            most = gain;
            best = to;
          }
        }
      }
      if (best < 0) continue;
      const j = at(holder, best);
      put(i, best);
      put(j, from);
      hasMoved = true;
    }
    if (!hasMoved) break;
  }
  return [...cells];
}

/** A number for each different text: quicker to compare. */
function numbered(texts: readonly string[]): Int32Array {
  const known = [...new Set(texts)];
  return Int32Array.from(texts, (text) => known.indexOf(text));
}

/** An element that is known to be there. */
function at(values: ArrayLike<number>, index: number): number {
  return values[index] as number;
}
