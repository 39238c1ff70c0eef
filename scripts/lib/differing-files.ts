import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The paths of files that two folders do not share byte for byte, sorted. */
export function differingFiles(one: string, other: string): readonly string[] {
  const paths = new Set([...filesOf(one), ...filesOf(other)]);
  return [...paths].filter((path) => !isSame(join(one, path), join(other, path))).sort();
}

function filesOf(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)));
}

function isSame(one: string, other: string): boolean {
  if (!existsSync(one) || !existsSync(other)) return false;
  return readFileSync(one).equals(readFileSync(other));
}
