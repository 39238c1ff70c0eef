/** The typed rows of every table: `/data/TABLE.json`. */
import { TABLE_NAMES, type TableName } from '../../dataset/tables/index.ts';
import { respondWith, tableFile } from '../../site/published.ts';

export function getStaticPaths() {
  return TABLE_NAMES.map((table) => ({ params: { table }, props: { table } }));
}

export function GET({ props: { table } }: { props: { table: TableName } }): Response {
  return respondWith(tableFile(table, 'json'));
}
