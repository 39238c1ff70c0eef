/** Every table by "CSV on the Web": `/data/TABLE.csv-metadata.json`. */
import { TABLE_NAMES, type TableName } from '../../dataset/tables/index.ts';
import { csvwMetadata } from '../../publish/csvw.ts';
import { dataSite, jsonText } from '../../site/described.ts';

export function getStaticPaths() {
  return TABLE_NAMES.map((table) => ({ params: { table }, props: { table } }));
}

export function GET({ props: { table } }: { props: { table: TableName } }): Response {
  return new Response(jsonText(csvwMetadata(table, dataSite)), {
    headers: { 'Content-Type': 'application/csvm+json' },
  });
}
