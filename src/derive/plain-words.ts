import type { Lang, Text } from '../dataset/table-schema.ts';
import type { Area, Band, IndicatorId, Rung } from '../dataset/tables/index.ts';
import { formatList } from '../i18n/format.ts';
import { isAutonomous } from './coverage.ts';
import type { Figure } from './figures.ts';
import type { Model } from './site-model.ts';

/** What a sentence tells, so that a page can lead on from it. */
export type PlainKind =
  | 'bands'
  | 'figures'
  | 'unknown'
  | 'reported'
  | 'standing'
  | 'administrative'
  | 'act';

/** Something about a region in plain words, without a judgement of ours. */
export interface PlainWords {
  readonly kind: PlainKind;
  readonly text: Text;
}

/** More categories than this tire a reader; each tile explains its own. */
const BANDS_TOLD = 3;
/** More missing measures than this are counted rather than named. */
const MISSING_NAMED = 3;
/** A figure this many years behind the newest of its measure is called old. */
const OLD_AFTER_YEARS = 2;

const NUMBERS: Readonly<Record<Lang, readonly string[]>> = {
  id: 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh'.split(' '),
  en: 'zero one two three four five six seven eight nine ten'.split(' '),
};
const ORDINALS: Readonly<Record<Lang, readonly string[]>> = {
  id: ['', '', 'kedua', 'ketiga', 'keempat', 'kelima'],
  en: ['', '', 'second', 'third', 'fourth', 'fifth'],
};

/** A small number as a word; digits beyond ten. */
function numberWord(value: number, lang: Lang): string {
  return NUMBERS[lang][value] ?? String(value);
}

const both = (write: (lang: Lang) => string): Text => ({ id: write('id'), en: write('en') });

/**
 * Where a band stands among those of its scheme: "tertinggi dari tiga", "the lowest of four".
 * Where nobody printed how low the lowest band reaches, there may be others below it, so bands
 * are not counted, and only the upper half is placed. `null` where nothing can be said.
 */
export function bandPosition(band: Band, scheme: readonly Band[]): Text | null {
  const count = scheme.length;
  const fromTop = count - band.rank + 1;
  if (count < 2 || fromTop < 1) return null;
  const isFloorKnown = scheme.some(({ rank, min }) => rank === 1 && min !== null);
  if (!isFloorKnown && fromTop > count / 2) return null;
  const of = isFloorKnown
    ? { id: ` dari ${numberWord(count, 'id')}`, en: ` of ${numberWord(count, 'en')}` }
    : { id: '', en: '' };
  const nth = (n: number, lang: Lang) => (n === 1 ? '' : ` ${ORDINALS[lang][n] ?? n}`);
  if (band.rank === fromTop) return { id: `tengah${of.id}`, en: `the middle one${of.en}` };
  return fromTop < band.rank
    ? {
        id: `tertinggi${nth(fromTop, 'id')}${of.id}`,
        en: `the${nth(fromTop, 'en')} highest${of.en}`,
      }
    : {
        id: `terendah${nth(band.rank, 'id')}${of.id}`,
        en: `the${nth(band.rank, 'en')} lowest${of.en}`,
      };
}

/** A band by its name and place: "“Terjaga”, tertinggi dari tiga". `null` where it has no place. */
export function bandInWords(model: Model, figure: Figure): Text | null {
  const [band] = figure.bands;
  if (!band) return null;
  const scheme = model.figures.bands
    .schemes(band.indicator, band.series, figure.year)
    .find((each) => each.scheme === band.scheme);
  const position = scheme && bandPosition(band, scheme.bands);
  if (!position) return null;
  const name = (label: string) => label.split(' (')[0] ?? label;
  return {
    id: `“${name(band.label_id)}”, ${position.id}`,
    en: `“${name(band.label_en)}”, ${position.en}`,
  };
}

/** What a rung short of a designation means. */
function standingWords(rung: Rung, cohort: number): Text {
  switch (rung) {
    case 'designated':
      return {
        id: `Gelar percontohan angkatan ${cohort} adalah hasil penilaian dalam program itu. Gelar ini bukan jaminan bahwa di sini tidak ada korupsi.`,
        en: `The title of the ${cohort} cohort is the result of that programme's assessment. It does not guarantee that there is no corruption here.`,
      };
    case 'not_selected':
    case 'passed_on':
      return {
        id: `Hasil angkatan ${cohort} adalah hasil satu seleksi; alasannya tidak selalu tercetak.`,
        en: `The outcome of the ${cohort} cohort is that of one selection; its reasons are not always in print.`,
      };
    default:
      return {
        id: `Yang tercatat untuk angkatan ${cohort} adalah satu tahap dalam program, belum penetapan sebagai percontohan.`,
        en: `What is on record for the ${cohort} cohort is a stage of the programme, not a designation as a pilot.`,
      };
  }
}

/**
 * Makes a function that says what a region's page means for somebody who lives there: what its
 * categories are called and where they stand, how old its figures are, what is unknown, what a
 * title is worth, and where to turn. Everything follows from the data; nothing is praised, blamed
 * or compared with another region.
 */
export function plainWordsOf(model: Model): (area: Area) => readonly PlainWords[] {
  const newest = new Map<IndicatorId, number>();
  for (const { indicator, year, speaking } of model.figures.all) {
    if (speaking) newest.set(indicator, Math.max(year, newest.get(indicator) ?? year));
  }
  const nameOf = (figure: Figure, lang: Lang) => {
    const series = model.figures.bands.series(figure.indicator, figure.series);
    return lang === 'id' ? series.short_id : series.short_en;
  };

  function bandWords(known: readonly Figure[]): PlainWords | null {
    const told = known
      .flatMap((figure) => {
        const words = bandInWords(model, figure);
        return words ? [{ figure, words }] : [];
      })
      .toSorted((a, b) => b.figure.year - a.figure.year)
      .slice(0, BANDS_TOLD);
    if (told.length === 0) return null;
    const list = both((lang) =>
      told
        .map(({ figure, words }) => `${nameOf(figure, lang)} ${figure.year} ${words[lang]}`)
        .join('; '),
    );
    return {
      kind: 'bands',
      text: { id: `Kategori terbarunya: ${list.id}.`, en: `Its latest categories: ${list.en}.` },
    };
  }

  function figureWords(known: readonly Figure[]): PlainWords | null {
    if (known.length === 0) return null;
    const old = known.filter(
      ({ indicator, year }) => (newest.get(indicator) ?? year) - year > OLD_AFTER_YEARS,
    );
    const years = known.map(({ year }) => year);
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const age = both((lang) => {
      if (old.length === 0) {
        if (first === last) {
          return lang === 'id'
            ? `Angka di sini mengukur tahun ${last}`
            : `The figures here measure the year ${last}`;
        }
        return lang === 'id'
          ? `Angka di sini mengukur tahun ${first} sampai ${last}`
          : `The figures here measure the years ${first} to ${last}`;
      }
      const list = formatList(
        old.map((figure) => `${nameOf(figure, lang)} (${figure.year})`),
        lang,
      );
      return lang === 'id'
        ? `Angka ${list} sudah berumur beberapa tahun`
        : `The figures for ${list} are some years old`;
    });
    return {
      kind: 'figures',
      text: {
        id: `${age.id}; keadaan sekarang bisa berbeda. Yang dinilai pemerintah daerah secara keseluruhan, bukan satu kantor atau petugas.`,
        en: `${age.en}; things may have changed since. They are about the regional government as a whole, not about any one office or official.`,
      },
    };
  }

  function unknownWords(missing: readonly IndicatorId[], total: number): PlainWords | null {
    if (missing.length === 0) return null;
    const what = both((lang) => {
      if (missing.length > MISSING_NAMED) {
        const [some, all] = [numberWord(missing.length, lang), numberWord(total, lang)];
        if (missing.length === total) {
          return lang === 'id' ? `ke${all} ukuran` : `any of the ${all} measures`;
        }
        return lang === 'id' ? `${some} dari ${all} ukuran` : `${some} of the ${all} measures`;
      }
      const names = missing.map((id) => {
        const { current } = model.indicator(id);
        return lang === 'id' ? current.short_id : current.short_en;
      });
      return formatList(names, lang);
    });
    return {
      kind: 'unknown',
      text: {
        id: `Angka akhir untuk ${what.id} belum kami temukan. Itu tidak berarti rendah; Anda boleh menanyakannya kepada pemerintah daerah.`,
        en: `We have found no final figure for ${what.en}. That does not mean a low one; you may ask the regional government for it.`,
      },
    };
  }

  const REPORTED: PlainWords = {
    kind: 'reported',
    text: {
      id: 'Banyaknya angka yang kami temukan bergantung pada apa yang diberitakan, bukan pada mutu pemerintahannya.',
      en: 'How many figures we find depends on what is reported, not on how well the region is run.',
    },
  };
  const ACT: PlainWords = {
    kind: 'act',
    text: {
      id: 'Ada masalah dengan layanan, atau melihat dugaan korupsi? Anda dapat melapor, apa pun angkanya.',
      en: 'Trouble with a service, or signs of corruption? You can report it, whatever the figures say.',
    },
  };

  return (area) => {
    const { code } = area;
    if (!isAutonomous(area)) {
      const province = model.provinceOf(area).name;
      const isPrinted = model.indicators.some((of) => model.figures.of(code, of.indicator).length);
      return [
        {
          kind: 'administrative',
          text: {
            id: `Wilayah ini diurus Pemerintah Provinsi ${province}, dan yang dinilai adalah pemerintah provinsi itu.${isPrinted ? ' Angka yang tercetak untuk wilayah ini adalah bagian dari hasilnya.' : ''}`,
            en: `This area is run by the provincial government of ${province}, and it is that government that is assessed.${isPrinted ? ' Figures in print for the area are part of its result.' : ''}`,
          },
        },
        ACT,
      ];
    }
    const latest = model.indicators.map(({ indicator }) => ({
      indicator,
      figure: model.figures.latest(code, indicator),
    }));
    const known = latest.flatMap(({ figure }) => (figure ? [figure] : []));
    const missing = latest.flatMap(({ indicator, figure }) => (figure ? [] : [indicator]));
    const headline = model.headline(code);
    return [
      bandWords(known),
      figureWords(known),
      unknownWords(missing, model.indicators.length),
      missing.length > MISSING_NAMED ? REPORTED : null,
      headline && {
        kind: 'standing' as const,
        text: standingWords(headline.rung, headline.cohort),
      },
      ACT,
    ].filter((words) => words !== null);
  };
}
