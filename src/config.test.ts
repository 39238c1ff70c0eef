import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { UserError } from './user-error.ts';

describe('readConfig', () => {
  it('has a default for everything, and takes an empty variable for an unset one', () => {
    const defaults = {
      dataDir: 'data',
      outDir: 'dist',
      site: 'http://127.0.0.1:4321',
      base: '/',
      operator: null,
      contact: null,
      repo: null,
      port: 4321,
    };
    expect(readConfig({})).toEqual(defaults);
    expect(readConfig({ CERMIN_BASE: '', CERMIN_SITE: ' ', PORT: '', CERMIN_REPO: '' })).toEqual(
      defaults,
    );
  });

  it.each([
    ['/', '/'],
    ['cermin', '/cermin/'],
    ['/cermin', '/cermin/'],
    ['/any/base/', '/any/base/'],
    ['//any//base', '/any/base/'],
  ])('gives the base path %j a slash at both ends', (given, base) => {
    expect(readConfig({ CERMIN_BASE: given }).base).toBe(base);
  });

  it.each(['/a b/', '/../x/', '/a?b', 'https://x.example/', '/<x>/', '/a/./b'])(
    'refuses the base path %j',
    (base) => {
      expect(() => readConfig({ CERMIN_BASE: base })).toThrow(UserError);
    },
  );

  it('takes an origin, with or without a trailing slash', () => {
    expect(readConfig({ CERMIN_SITE: 'https://cermin.example/' }).site).toBe(
      'https://cermin.example',
    );
    expect(readConfig({ CERMIN_SITE: 'http://127.0.0.1:8080' }).site).toBe('http://127.0.0.1:8080');
  });

  it('says where the path of a site belongs', () => {
    expect(() => readConfig({ CERMIN_SITE: 'https://x.example/cermin/' })).toThrow(
      'set CERMIN_BASE=/cermin/',
    );
  });

  it.each(['cermin.example', 'ftp://x.example', 'https://a:b@x.example', 'https://x.example?q'])(
    'refuses the site %j',
    (site) => {
      expect(() => readConfig({ CERMIN_SITE: site })).toThrow(/CERMIN_SITE must be an origin/);
    },
  );

  it.each([
    ['redaksi@rekaan.example', 'mailto:redaksi@rekaan.example'],
    ['mailto:redaksi@rekaan.example', 'mailto:redaksi@rekaan.example'],
    ['https://rekaan.example/kontak', 'https://rekaan.example/kontak'],
  ])('makes an address of the contact %j', (given, contact) => {
    expect(readConfig({ CERMIN_CONTACT: given }).contact).toBe(contact);
  });

  it.each([
    [{ CERMIN_CONTACT: 'javascript:alert(1)' }],
    [{ CERMIN_CONTACT: 'a@b.example?subject=x' }],
    [{ CERMIN_REPO: 'javascript:alert(1)' }],
    [{ CERMIN_REPO: 'git@kode.example:cermin' }],
    [{ CERMIN_OPERATOR: 'two\nlines' }],
    [{ PORT: '65536' }],
    [{ PORT: 'http' }],
    [{ PORT: '-1' }],
  ])('refuses %j', (env) => {
    expect(() => readConfig(env)).toThrow(UserError);
  });
});
