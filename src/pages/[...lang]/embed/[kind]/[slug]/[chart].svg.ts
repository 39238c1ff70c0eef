/** One chart as a picture, for the pages of others: `/embed/daerah/SLUG/cermin.svg`. */
import { type Lang, langParam } from '../../../../../i18n/lang.ts';
import { type Frame, framedPages, framePicture, pathParts } from '../../../../../site/frames.ts';

export function getStaticPaths() {
  return framedPages().flatMap(([page, frames]) =>
    frames.flatMap((frame) =>
      frame.pictures.map((lang) => ({
        params: { lang: langParam(lang), ...pathParts(page), chart: frame.chart },
        props: { lang, frame },
      })),
    ),
  );
}

export function GET({ props: { lang, frame } }: { props: { lang: Lang; frame: Frame } }): Response {
  return new Response(framePicture(frame, lang), { headers: { 'Content-Type': 'image/svg+xml' } });
}
