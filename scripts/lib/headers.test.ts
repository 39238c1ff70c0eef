import { describe, expect, it } from 'vitest';
import { headersFor, parseHeaderRules } from './headers.ts';

const rules = parseHeaderRules(`
# a comment
/*
  X-One: a: b
  X-Two: all

/embed/*
  X-Two: frames
/data/a.b
  X-Three: dot
`);

const on = (path: string) => Object.fromEntries(headersFor(rules, path));

describe('headersFor', () => {
  it('gives every matching rule its say, the later one the last', () => {
    expect(on('/')).toEqual({ 'X-One': 'a: b', 'X-Two': 'all' });
    expect(on('/embed/x/')).toEqual({ 'X-One': 'a: b', 'X-Two': 'frames' });
  });

  it('takes only the star for a pattern', () => {
    expect(on('/data/a.b')).toHaveProperty('X-Three');
    expect(on('/data/aXb')).not.toHaveProperty('X-Three');
  });
});
