/** Every table as a file: `/data/TABLE.csv`. */
import { TABLE_NAMES, type TableName } from '../../dataset/tables/index.ts';
import { csvFile } from '../../site/published.ts';

export function getStaticPaths() {
  return TABLE_NAMES.map((table) => ({ params: { table }, props: { table } }));
}

export function GET({ props: { table } }: { props: { table: TableName } }): Response {
  return new Response(csvFile(table).text, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
}
