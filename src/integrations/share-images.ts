import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Pictures drawn at the same time: each takes a few megabytes. */
const AT_ONCE = 2;

/** Draws the picture of every region, province and indicator that has changed. */
export function shareImages(): AstroIntegration {
  let cache: URL;
  return {
    name: 'cermin-share-images',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = new URL('.cache/share-images/', config.root);
      },
      'astro:build:done': async ({ dir }) => {
        // Only in a build: they read the dataset, the fonts and the drawing library.
        const [{ model }, data, paths, { readTypefaces }, { shareSvg }, { PngCache }] =
          await Promise.all([
            import('../site/data.ts'),
            import('../derive/share-image-data.ts'),
            import('../site/page-paths.ts'),
            import('../share-image/outlines.ts'),
            import('../share-image/share-svg.ts'),
            import('../share-image/share-png.ts'),
          ]);
        const faces = readTypefaces();
        const pictures = new PngCache(fileURLToPath(cache));
        const wanted = [
          ...[...model.regions, ...model.provinces].map((area) => ({
            path: paths.areaImagePath(area),
            svg: () => shareSvg(data.areaShareData(model, area, 'id'), faces),
          })),
          ...model.indicators.map((of) => ({
            path: paths.indicatorImagePath(of.indicator),
            svg: () => shareSvg(data.indicatorShareData(model, of, 'id'), faces),
          })),
        ];
        const left = wanted.values();
        const draw = async () => {
          for (const { path, svg } of left) {
            const file = new URL(`.${path}`, dir);
            await mkdir(new URL('.', file), { recursive: true });
            await writeFile(file, await pictures.png(svg()));
          }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, draw));
        await pictures.prune();
      },
    },
  };
}
