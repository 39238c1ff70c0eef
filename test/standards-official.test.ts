/**
 * The same files against the schemas and shapes that the standards' own keepers publish. They are
 * not part of this repository: put copies into a folder and name it in `CERMIN_STANDARDS`. Only
 * then these tests run; the others check what the texts of the standards say.
 *
 * - `dcat-ap/`: the `.ttl` files of github.com/SEMICeu/DCAT-AP, releases/3.0.1/shacl (CC BY 4.0)
 * - `datapackage/`: the `.json` files of https://datapackage.org/profiles/2.0/ (public domain)
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, inject, it } from 'vitest';
import { parseRdf, shapeProblems } from './lib/rdf.ts';

const folder = process.env.CERMIN_STANDARDS ?? '';
const { dir } = inject('site');
const read = (path: string) => readFileSync(join(dir, 'data', path), 'utf8');

describe('the official shapes of DCAT-AP 3', () => {
  const shapes = () =>
    readdirSync(join(folder, 'dcat-ap'))
      .filter((name) => name.endsWith('.ttl'))
      .map((name) => readFileSync(join(folder, 'dcat-ap', name), 'utf8'));

  it('accept the catalogue', async () => {
    const quads = parseRdf(read('catalog.ttl'));
    for (const each of shapes()) expect(await shapeProblems(each, quads)).toEqual([]);
  });

  it.each([
    'http://purl.org/dc/terms/title',
    'http://www.w3.org/ns/dcat#accessURL',
    'http://www.w3.org/ns/dcat#endpointURL',
    'http://xmlns.com/foaf/0.1/name',
  ])('refuse it without %s', async (predicate) => {
    const quads = parseRdf(read('catalog.ttl')).filter(
      (each) => each.predicate.value !== predicate,
    );
    const problems = [];
    for (const each of shapes()) problems.push(...(await shapeProblems(each, quads)));
    expect(problems).not.toEqual([]);
  });
});

describe('the published schemas of Data Package v2', () => {
  const check = (name: string): ValidateFunction => {
    const ajv = new Ajv({ strict: false, validateFormats: true, logger: false });
    addFormats.default(ajv);
    return ajv.compile(JSON.parse(readFileSync(join(folder, 'datapackage', name), 'utf8')));
  };

  it('accept datapackage.json, its resources and their schemas', () => {
    const descriptor = JSON.parse(read('datapackage.json'));
    const [ofPackage, ofResource, ofSchema, ofDialect] = [
      check('datapackage.json'),
      check('dataresource.json'),
      check('tableschema.json'),
      check('tabledialect.json'),
    ];
    expect(ofPackage(descriptor), JSON.stringify(ofPackage.errors)).toBe(true);
    for (const resource of descriptor.resources) {
      expect(ofResource(resource), resource.name).toBe(true);
      expect(ofSchema(resource.schema), resource.name).toBe(true);
      expect(ofDialect(resource.dialect), resource.name).toBe(true);
    }
    delete descriptor.resources[0].schema.fields[0].name;
    expect(ofSchema(descriptor.resources[0].schema)).toBe(false);
  });
});
