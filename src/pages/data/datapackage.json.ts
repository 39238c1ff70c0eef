/** The data as a Data Package: `/data/datapackage.json`. */
import { dataPackageText } from '../../site/described.ts';

export function GET(): Response {
  return new Response(dataPackageText(), { headers: { 'Content-Type': 'application/json' } });
}
