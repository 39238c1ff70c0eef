/** The description of the API: `/api/v1/openapi.json`. */
import { openApi } from '../../../publish/openapi.ts';
import { dataSite, jsonText } from '../../../site/described.ts';

export function GET(): Response {
  return new Response(jsonText(openApi(dataSite)), {
    headers: { 'Content-Type': 'application/json' },
  });
}
