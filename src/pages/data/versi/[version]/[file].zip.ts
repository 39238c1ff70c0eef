/** The tables of an edition, kept for good: `/data/versi/VERSION/cermin-VERSION.zip`. */
import { archiveName } from '../../../../releases/archive.ts';
import { archivedVersions, archiveOf } from '../../../../site/changes.ts';

export function getStaticPaths() {
  return archivedVersions().map((version) => ({
    params: { version, file: archiveName(version).replace(/\.zip$/, '') },
  }));
}

export function GET({ params }: { params: { version: string } }): Response {
  const bytes = archiveOf(params.version);
  if (!bytes) throw new Error(`edition ${params.version} has no archive`);
  return new Response(bytes, { headers: { 'Content-Type': 'application/zip' } });
}
