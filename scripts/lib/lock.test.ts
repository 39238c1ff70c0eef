import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holdLock, tryLock } from './lock.mjs';
import { temporaryFolder } from './testing.ts';

describe('tryLock', () => {
  it('names the process that holds the lock', () => {
    const path = join(temporaryFolder(), 'lock');
    const lock = tryLock(path);
    expect(lock).toMatchObject({ abandoned: false });
    expect(tryLock(path)).toBe(process.pid);
  });

  it.each(['999999999', 'nonsense', ''])('takes over a lock that holds %j', (content) => {
    const path = join(temporaryFolder(), 'lock');
    writeFileSync(path, content);
    expect(tryLock(path)).toMatchObject({ abandoned: true });
  });
});

describe('holdLock', () => {
  it('waits until the lock is given back', async () => {
    const path = join(temporaryFolder(), 'lock');
    const first = await holdLock(path);
    const waits: number[] = [];
    const second = holdLock(path, (pid) => waits.push(pid));
    first.release();
    const lock = await second;
    expect(waits).toEqual([process.pid]);
    lock.release();
    expect(existsSync(path)).toBe(false);
  });
});
