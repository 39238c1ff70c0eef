import type { Area } from '../dataset/tables/index.ts';
import { compareNames } from '../i18n/format.ts';
import type { Model } from './site-model.ts';

/** A province and those of its areas, itself among them, that have something of their own. */
export interface ProvinceGroup<Own> {
  readonly province: Area;
  readonly areas: readonly { readonly area: Area; readonly own: readonly Own[] }[];
}

/** What areas have, under their provinces by name: a province's own first, then its regions'. */
export function byProvince<Own>(
  { provinces, regionsOf }: Pick<Model, 'provinces' | 'regionsOf'>,
  ownOf: (code: string) => readonly Own[],
): readonly ProvinceGroup<Own>[] {
  const byName = (a: Area, b: Area) => compareNames(a.name, b.name);
  return provinces
    .toSorted(byName)
    .map((province) => ({
      province,
      areas: [province, ...regionsOf(province.code).toSorted(byName)]
        .map((area) => ({ area, own: ownOf(area.code) }))
        .filter(({ own }) => own.length > 0),
    }))
    .filter(({ areas }) => areas.length > 0);
}
