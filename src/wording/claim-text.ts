/**
 * The answer to a claim in words. It says what sources print and by whom; it calls nobody's
 * statement right or wrong.
 */
import { categoryLabel, type Decimal } from '../dataset/table-schema.ts';
import type { Band, Indicator, Score } from '../dataset/tables/index.ts';
import { indicators } from '../dataset/tables/measures.ts';
import type { ClaimCheck, ClaimVerdict, Elsewhere, Likeness } from '../derive/claim.ts';
import type { Bound } from '../derive/claim-reading.ts';
import { agree, decimals, roundedTo } from '../derive/decimal.ts';
import { isRounded } from '../derive/figures.ts';
import type { Model } from '../derive/site-model.ts';
import { formatDecimal, formatList } from '../i18n/format.ts';
import { inLang, type Lang, translator } from '../i18n/lang.ts';
import { MISSING, statusLabel } from '../i18n/terms.ts';
import { type Citing, citationSentence, citedFigure, citedSource } from './citation.ts';
import { figureText, shortBand } from './figure-text.ts';
import { seriesWord, yearsText } from './series-text.ts';

/** A piece of a sentence: words, a printed figure, a source, or a link to a page of the site. */
export type ClaimPart =
  | string
  | { readonly score: Score }
  | { readonly source: Score }
  | { readonly path: string; readonly text: string };

export interface ClaimText {
  /** A sign that says the same as the heading. */
  readonly sign: '=' | '≈' | '≠' | '?' | 'i';
  readonly heading: string;
  readonly paragraphs: readonly (readonly ClaimPart[])[];
}

const measureName = ({ indicator }: Indicator, lang: Lang) =>
  categoryLabel(indicators, 'indicator', indicator, lang);

/** "SPI 2024 Kota Blitar", "SPI 2024 of Kota Blitar". */
export function claimSubject(
  {
    area,
    series,
    year,
    notBefore = null,
  }: Pick<ClaimCheck, 'area' | 'series' | 'year'> & Partial<Pick<ClaimCheck, 'notBefore'>>,
  lang: Lang,
): string {
  // Of a year before the measure there is no series to be named.
  const name = notBefore === null ? inLang(series, 'short', lang) : measureName(series, lang);
  return `${name} ${year} ${lang === 'en' ? 'of ' : ''}${area.name}`;
}

/** That no source speaks of the measure in so early a year. */
function beforeText({ series, year, notBefore }: ClaimCheck, lang: Lang): string {
  const name = measureName(series, lang);
  return translator(lang)({
    id: `Tidak ada sumber kami yang menyebut ${name} sudah ada pada ${year}; yang terawal untuk ${notBefore}.`,
    en: `None of our sources says that ${name} existed in ${year}; the earliest year they speak of is ${notBefore}.`,
  });
}

/** A limit in words: "lebih dari 95". */
function boundText({ side, includes }: Bound, limit: string, lang: Lang): string {
  const words = {
    above: includes
      ? { id: 'paling sedikit', en: 'at least' }
      : { id: 'lebih dari', en: 'more than' },
    below: includes
      ? { id: 'paling banyak', en: 'at most' }
      : { id: 'kurang dari', en: 'less than' },
  };
  return `${words[side][lang]} ${limit}`;
}

/** The subject of any printed row, its series named where another has the same name. */
function subjectOf(row: Score, model: Model, lang: Lang, isOtherSeries = false): string {
  const series = model.figures.bands.series(row.indicator, row.series);
  const area = model.area(row.area_code);
  const subject = claimSubject({ area, series, year: row.year }, lang);
  if (!isOtherSeries) return subject;
  const word = seriesWord(series, model.indicator(row.indicator).series, lang);
  return word === inLang(series, 'short', lang) ? subject : `${subject} (${word})`;
}

/** Numbers of a scale are written as they are, whole or not. */
const plain = (value: number, lang: Lang) => formatDecimal(String(value), lang);

/** "0–100", or `null` where no scale was found. */
export function scaleOf({ scale_min, scale_max }: Indicator, lang: Lang): string | null {
  return scale_min === null || scale_max === null
    ? null
    : `${plain(scale_min, lang)}–${plain(scale_max, lang)}`;
}

/** The names of bands as a list: "Rentan, Waspada, dan Terjaga". */
function bandNames(bands: readonly Band[], lang: Lang): string {
  return formatList([...new Set(bands.map((band) => shortBand(band, lang)))], lang);
}

/** What can be entered for a series in a year, in words. */
export function entriesText({ series, schemes }: ClaimCheck, lang: Lang): string {
  const t = translator(lang);
  const scale = scaleOf(series, lang);
  const bands = schemes.flatMap((scheme) => scheme.bands);
  const names = [...new Set(bands.map((band) => shortBand(band, lang)))].join('; ');
  const number =
    scale && t({ id: `angka pada skala ${scale}`, en: `a number on the scale ${scale}` });
  const category =
    names && t({ id: `salah satu kategori: ${names}`, en: `one of the categories: ${names}` });
  return (
    [number, category].filter(Boolean).join(t({ id: ', atau ', en: ', or ' })) ||
    t({ id: 'angka', en: 'a number' })
  );
}

/** Words an answer is made of; one object per question keeps their arguments few. */
class Wording {
  readonly check: ClaimCheck;
  readonly model: Model;
  readonly lang: Lang;
  readonly t: ReturnType<typeof translator>;
  readonly subject: string;
  readonly claimed: string;

  constructor(check: ClaimCheck, model: Model, lang: Lang) {
    this.check = check;
    this.model = model;
    this.lang = lang;
    this.t = translator(lang);
    this.subject = claimSubject(check, lang);
    const { reading } = check;
    this.claimed =
      reading.kind === 'number' ? formatDecimal(reading.value, lang) : `“${check.claim}”`;
  }

  /** Who prints what a row prints: one source, and how many more. */
  by(row: Score): readonly ClaimPart[] {
    const rows = this.check.figure?.rows ?? [];
    const alike = rows.filter(
      (other) => other !== row && other.value === row.value && other.category === row.category,
    ).length;
    const more = this.t({
      id: ` dan ${alike} sumber lain`,
      en: ` and ${alike} more ${alike === 1 ? 'source' : 'sources'}`,
    });
    return alike > 0 ? [{ source: row }, more] : [{ source: row }];
  }

  /** What a printed number has to do with the claimed one, in brackets; nothing where equal. */
  like(likeness: Likeness | null): string {
    const { claimed, t } = this;
    switch (likeness) {
      case 'rounded':
        return t({ id: ` (dibulatkan: ${claimed})`, en: ` (rounded: ${claimed})` });
      case 'cut':
        return t({ id: ` (dipotong: ${claimed})`, en: ` (cut: ${claimed})` });
      default:
        return '';
    }
  }

  /** What the dataset holds for the year that was asked about. */
  ours(): readonly ClaimPart[] {
    const { figure, missing, area, year } = this.check;
    const { t, subject } = this;
    if (figure?.speaking) {
      const { speaking } = figure;
      return [
        t({ id: `Yang kami catat untuk ${subject}: `, en: `What we have for ${subject}: ` }),
        { score: speaking },
        t({ id: ', dicetak ', en: ', printed by ' }),
        ...this.by(speaking),
        '.',
      ];
    }
    if (missing === 'not_applicable') {
      return [
        t({
          id: `${area.name} tidak punya pemerintah daerah otonom sendiri: ukuran ini tidak berlaku baginya.`,
          en: `${area.name} has no autonomous government of its own: the measure is not applicable to it.`,
        }),
      ];
    }
    if (this.check.notBefore !== null) return [beforeText(this.check, this.lang)];
    if (missing === 'not_yet_formed') {
      return [
        t({
          id: `${area.name} belum dibentuk pada ${year}.`,
          en: `${area.name} was not yet formed in ${year}.`,
        }),
      ];
    }
    return [
      t({
        id: `Angka akhir ${subject} belum ditemukan di sumber mana pun yang kami baca.`,
        en: `No final figure for ${subject} has been found yet in any source we read.`,
      }),
    ];
  }

  /** The decision between versions, or the rule where none was written. */
  reason(): readonly ClaimPart[] {
    const { figure } = this.check;
    const { t } = this;
    if (!figure) return [];
    const anchor = `${figure.area_code}-${figure.indicator}-${figure.year}`;
    return [
      figure.decision
        ? inLang(figure.decision, 'reason', this.lang)
        : t({
            id: 'Belum ada keputusan tertulis; dipilih menurut aturan umum kami.',
            en: 'There is no written decision yet; it was chosen by our general rule.',
          }),
      ' ',
      figure.differs
        ? {
            path: `/perbedaan/#${anchor}`,
            text: t({
              id: 'Semua versinya di halaman Perbedaan',
              en: 'All versions on the page of differences',
            }),
          }
        : {
            path: '/metodologi/#angka-yang-dipakai',
            text: t({ id: 'Angka mana yang dipakai', en: 'Which figure is used' }),
          },
      '.',
    ];
  }

  /** Years of which a final figure was found; that there is none only where one could be. */
  knownYears(): readonly (readonly ClaimPart[])[] {
    const { history, area, missing } = this.check;
    const { t } = this;
    const years = history.filter(({ speaking }) => speaking).map(({ year }) => String(year));
    const name = measureName(this.check.series, this.lang);
    if (years.length > 0) {
      return [
        [
          t({
            id: `Tahun yang angka akhirnya kami temukan: ${formatList(years, 'id')}.`,
            en: `Years with a final figure: ${formatList(years, 'en')}.`,
          }),
        ],
      ];
    }
    if (missing !== 'not_found') return [];
    return [
      [
        t({
          id: `Untuk ${area.name} belum ada satu pun angka akhir ${name} yang kami temukan.`,
          en: `No final ${name} figure of any year has been found yet for ${area.name}.`,
        }),
      ],
    ];
  }

  /** Figures of the year that are only told. */
  toldOnly(): readonly (readonly ClaimPart[])[] {
    const { t } = this;
    return (this.check.figure?.notes ?? []).map((row) => [
      t({ id: 'Hanya diceritakan, tidak dihitung: ', en: 'Told only, not counted: ' }),
      { score: row },
      ` (${statusLabel(row.status, this.lang)}), `,
      { source: row },
      '.',
    ]);
  }

  /** How far a printed figure is from the claimed number; about, where its source rounded it. */
  apart(row: Score, difference: Decimal, isHigher: boolean): string {
    const { claimed, lang } = this;
    const by = formatDecimal(difference.replace('-', ''), lang);
    const about = isRounded(row) ? this.t({ id: 'sekitar ', en: 'about ' }) : '';
    return this.t({
      id: `Angka itu ${about}${by} lebih ${isHigher ? 'tinggi' : 'rendah'} daripada ${claimed}.`,
      en: `That is ${about}${by} ${isHigher ? 'higher' : 'lower'} than ${claimed}.`,
    });
  }

  /** A figure that is printed for something else. */
  match({ row, kind, likeness }: Elsewhere): readonly ClaimPart[] {
    return [
      { score: row },
      this.like(likeness),
      this.t({ id: ' adalah ', en: ' is ' }),
      subjectOf(row, this.model, this.lang, kind === 'other_series'),
      this.t({ id: ', dicetak ', en: ', printed by ' }),
      { source: row },
      row.status === 'final' ? '' : ` (${statusLabel(row.status, this.lang)})`,
      '.',
    ];
  }

  /** What to know of how the claim was read. */
  remarks(): readonly (readonly ClaimPart[])[] {
    const { check, t, lang } = this;
    const { reading } = check;
    if (reading.kind === 'category' && reading.count !== null) {
      return [
        [
          t({
            id: `Yang dicocokkan hanya kategorinya. “${reading.count}” tidak kami periksa: data ini memuat kategori tiap tahun, bukan hitungannya.`,
            en: `Only the category is compared. “${reading.count}” is not checked: these data hold the category of each year, not the count.`,
          }),
        ],
      ];
    }
    if (reading.kind !== 'number') return [];
    const remarks: (readonly ClaimPart[])[] = [];
    const number = formatDecimal(reading.value, lang);
    if (reading.hedge !== null) {
      remarks.push([
        t({
          id: `“${reading.hedge}” tidak kami perhitungkan: yang dicocokkan ${number}.`,
          en: `“${reading.hedge}” is not taken into account: what is compared is ${number}.`,
        }),
      ]);
    }
    if (reading.unread !== null) {
      remarks.push([
        t({
          id: `Tidak kami baca: “${reading.unread}”. Yang dicocokkan hanya ${number}.`,
          en: `Not read: “${reading.unread}”. Only ${number} is compared.`,
        }),
      ]);
    }
    if (reading.other) {
      const [read, other] = [reading.value, reading.other].map((each) => formatDecimal(each, lang));
      remarks.push([
        t({
          id: `“${check.claim}” kami baca sebagai ${read}. Bila maksudnya ${other}, tulis tanpa tanda pemisah.`,
          en: `We read “${check.claim}” as ${read}. If ${other} is meant, write it without a separator.`,
        }),
      ]);
    }
    const bands = check.figure?.bands ?? [];
    if (check.beside) {
      const ours = bandNames(bands, lang);
      remarks.push([
        check.beside === 'agree'
          ? t({
              id: 'Kategori yang ditulis di sampingnya sama dengan yang kami catat.',
              en: 'The category written beside it is the one we have.',
            })
          : t({
              id: `Kategori yang ditulis di sampingnya lain dari yang kami catat: ${ours}.`,
              en: `The category written beside it is not the one we have: ${ours}.`,
            }),
      ]);
    }
    return remarks;
  }
}

/** The rest of the matches, as one paragraph each. */
function further(words: Wording, from: number): readonly (readonly ClaimPart[])[] {
  return words.check.elsewhere
    .slice(from, from + 3)
    .map((match) => [
      words.t({ id: 'Juga tercetak: ', en: 'Also in print: ' }),
      ...words.match(match),
    ]);
}

const CHANCE = {
  id: 'Angka yang sama bisa juga kebetulan.',
  en: 'The same number may also be a coincidence.',
};

/** A check whose verdict is known. */
type Verdict<V extends ClaimVerdict> = Extract<ClaimCheck, { readonly verdict: V }>;

function noClaimText(words: Wording): ClaimText {
  const { check, t } = words;
  return {
    sign: 'i',
    heading: t({ id: 'Yang kami catat', en: 'What we have' }),
    paragraphs: [
      words.ours(),
      ...(check.missing ? [...words.toldOnly(), ...words.knownYears()] : []),
    ],
  };
}

function unreadableText(words: Wording): ClaimText {
  const { check, t, lang } = words;
  return {
    sign: '?',
    heading: t({ id: 'Isian belum terbaca', en: 'The entry could not be read' }),
    paragraphs: [
      [
        t({
          id: `“${check.claim}” tidak kami kenali sebagai satu angka atau satu kategori. Yang dapat diisi: ${entriesText(check, lang)}.`,
          en: `We do not recognise “${check.claim}” as one number or one category. What can be entered: ${entriesText(check, lang)}.`,
        }),
      ],
      words.ours(),
    ],
  };
}

function outsideScaleText(words: Wording): ClaimText {
  const { check, t, lang, claimed } = words;
  const name = inLang(check.series, 'short', lang);
  const scale = scaleOf(check.series, lang);
  return {
    sign: '≠',
    heading: t({ id: 'Di luar skala', en: 'Outside the scale' }),
    paragraphs: [
      [
        t({
          id: `${name} ${check.year} berskala ${scale}; ${claimed} berada di luarnya. Periksa letak koma desimalnya dan nama ukurannya.`,
          en: `${name} ${check.year} has the scale ${scale}; ${claimed} lies outside it. Check where the decimal mark stands, and which measure is meant.`,
        }),
      ],
      words.ours(),
      ...further(words, 0),
    ],
  };
}

function agreesText(words: Wording): ClaimText {
  const { t } = words;
  return {
    sign: '=',
    heading: t({ id: 'Sama dengan angka kami', en: 'The same as our figure' }),
    paragraphs: [words.ours()],
  };
}

function otherSourceText(words: Wording, check: Verdict<'agrees_other_source'>): ClaimText {
  const { t, subject } = words;
  const { reading } = check;
  const speaking = check.figure?.speaking;
  const isNoContradiction =
    reading.kind === 'number' && speaking?.value != null && agree(reading.value, speaking.value);
  return {
    sign: isNoContradiction ? '≈' : '≠',
    heading: t({
      id: 'Sama dengan versi sumber lain',
      en: "The same as another source's version",
    }),
    paragraphs: [
      [
        { score: check.row },
        words.like(check.likeness),
        t({ id: ' dicetak ', en: ' is printed by ' }),
        ...words.by(check.row),
        '.',
      ],
      ...(speaking
        ? [
            [
              t({
                id: `Untuk ${subject} situs ini memakai `,
                en: `For ${subject} this site uses `,
              }),
              { score: speaking },
              t({ id: ' dari ', en: ' from ' }),
              ...words.by(speaking),
              '.',
            ],
          ]
        : []),
      words.reason(),
    ],
  };
}

function notFinalText(words: Wording, check: Verdict<'not_final'>): ClaimText {
  const { t, lang } = words;
  return {
    sign: '≈',
    heading: t({
      id: 'Tercetak, tetapi bukan angka akhir',
      en: 'In print, but not as a final figure',
    }),
    paragraphs: [
      [
        { score: check.row },
        words.like(check.likeness),
        t({ id: ' dicetak ', en: ' is printed by ' }),
        ...words.by(check.row),
        t({ id: '. Statusnya di data kami: ', en: '. Its status in our data: ' }),
        statusLabel(check.row.status, lang),
        t({
          id: '. Angka seperti ini kami ceritakan, tetapi tidak kami hitung.',
          en: '. Such figures are told, but not computed with.',
        }),
      ],
      words.ours(),
      ...further(words, 0),
    ],
  };
}

/** " 83,78 becomes 83 with its decimals cut, 84 when rounded." */
function cutText(a: Decimal, b: Decimal, lang: Lang): string {
  const [coarse, fine] = decimals(a) < decimals(b) ? [a, b] : [b, a];
  const [whole, cut, proper] = [fine, coarse, roundedTo(fine, decimals(coarse))].map((value) =>
    formatDecimal(value, lang),
  );
  return translator(lang)({
    id: ` ${whole} menjadi ${cut} bila desimalnya dipotong, dan ${proper} bila dibulatkan.`,
    en: ` ${whole} becomes ${cut} with its decimals cut, and ${proper} when rounded.`,
  });
}

function differsText(words: Wording, check: Verdict<'differs'>): ClaimText {
  const { t, lang } = words;
  const { reading } = check;
  const { value } = check.row;
  const isHigher = check.difference.startsWith('-');
  return {
    sign: '≠',
    heading: t({ id: 'Berbeda dari angka kami', en: 'Different from our figure' }),
    paragraphs: [
      words.ours(),
      [
        words.apart(check.row, check.difference, isHigher),
        check.isCut && value !== null && reading.kind === 'number'
          ? cutText(reading.value, value, lang)
          : '',
      ],
    ],
  };
}

function finerText(words: Wording, check: Verdict<'finer'>): ClaimText {
  const { t, lang, claimed } = words;
  const { row, figure } = check;
  const printed: readonly ClaimPart[] = [
    { score: row },
    t({ id: ' dicetak ', en: ' is printed by ' }),
    ...words.by(row),
    row.status === 'final' ? '.' : ` (${statusLabel(row.status, lang)}).`,
  ];
  return {
    sign: '≈',
    heading: t({
      id: 'Tidak bertentangan, tetapi lebih rinci dari yang tercetak',
      en: 'No contradiction, but finer than what is in print',
    }),
    paragraphs: [
      ...(row === figure?.speaking ? [] : [printed]),
      words.ours(),
      [
        t({
          id: `${claimed} tidak bertentangan dengan `,
          en: `${claimed} does not contradict `,
        }),
        { score: row },
        t({
          id: ', tetapi tidak ada sumber kami yang mencetak angka serinci itu.',
          en: ', but none of our sources prints those digits.',
        }),
      ],
      ...further(words, 0),
    ],
  };
}

const BOUND_HEADINGS = {
  holds: { id: 'Sesuai dengan angka kami', en: 'Our figure fits' },
  fails: { id: 'Tidak sesuai dengan angka kami', en: 'Our figure does not fit' },
  unclear: { id: 'Belum dapat dipastikan', en: 'It cannot be told' },
} as const;

function boundVerdictText(words: Wording, check: Verdict<'bound'>): ClaimText {
  const { t, lang, claimed } = words;
  const { bound, holds, row, difference } = check;
  const asked = boundText(bound, claimed, lang);
  const isEqual = Number(difference) === 0;
  return {
    sign: holds === null ? '?' : holds ? '=' : '≠',
    heading: t(BOUND_HEADINGS[holds === null ? 'unclear' : holds ? 'holds' : 'fails']),
    paragraphs: [
      words.ours(),
      [
        t({ id: `Yang ditulis: ${asked}. `, en: `What is written: ${asked}. ` }),
        holds === null
          ? t({
              id: `Angka itu dibulatkan sumbernya dan terlalu dekat dengan ${claimed}: sebelum dibulatkan bisa di atas atau di bawahnya.`,
              en: `That figure was rounded by its source and is too close to ${claimed}: before rounding it may have been above or below it.`,
            })
          : isEqual
            ? t({ id: `Angka itu tepat ${claimed}.`, en: `That is exactly ${claimed}.` })
            : words.apart(row, difference, !difference.startsWith('-')),
      ],
    ],
  };
}

function numberUnknownText(words: Wording, check: Verdict<'number_unknown'>): ClaimText {
  const { t, claimed } = words;
  return {
    sign: '?',
    heading: t({ id: 'Angkanya belum ditemukan', en: 'The number has not been found yet' }),
    paragraphs: [
      words.ours(),
      [
        t({
          id: `Sumber kami hanya mencetak kategori, jadi ${claimed} tidak dapat dicocokkan.`,
          en: `Our sources print a category only, so ${claimed} cannot be compared.`,
        }),
        check.fits === null
          ? ''
          : check.fits
            ? t({
                id: ' Menurut rentang tahun itu, angka tersebut termasuk kategori yang sama.',
                en: ' By the ranges of that year the number falls into the same category.',
              })
            : t({
                id: ' Menurut rentang tahun itu, angka tersebut termasuk kategori lain.',
                en: ' By the ranges of that year the number falls into another category.',
              }),
      ],
      ...further(words, 0),
    ],
  };
}

function categoryAgreesText(words: Wording): ClaimText {
  const { t } = words;
  return {
    sign: '=',
    heading: t({ id: 'Sama dengan kategori kami', en: 'The same as our category' }),
    paragraphs: [words.ours(), ...ownBands(words)],
  };
}

function categoryDiffersText(words: Wording): ClaimText {
  const { t } = words;
  return {
    sign: '≠',
    heading: t({ id: 'Berbeda dari kategori kami', en: 'Different from our category' }),
    paragraphs: [words.ours(), ...ownBands(words), ...yearsOfCategory(words)],
  };
}

function categoryAtOddsText(words: Wording, check: Verdict<'category_at_odds'>): ClaimText {
  const { t, lang } = words;
  return {
    sign: '≈',
    heading: t({
      id: 'Tercetak begitu, tetapi tidak cocok dengan angkanya',
      en: 'Printed so, but at odds with its number',
    }),
    paragraphs: [
      [
        { source: check.row },
        t({ id: ` mencetak kategori itu untuk `, en: ' prints that category for ' }),
        { score: check.row },
        t({
          id: `. Menurut rentang ${check.year}, angka itu termasuk ${shortBand(check.expected, lang)}. `,
          en: `. By the ranges of ${check.year} that number falls into: ${shortBand(check.expected, lang)}. `,
        }),
        {
          path: '/perbedaan/#label',
          text: t({ id: 'Label yang bertentangan', en: 'Labels at odds' }),
        },
        '.',
      ],
    ],
  };
}

function categoryUnjudgedText(words: Wording): ClaimText {
  const { check, t } = words;
  return {
    sign: '?',
    heading: t({
      id: 'Kategorinya belum dapat dicocokkan',
      en: 'The category cannot be compared yet',
    }),
    paragraphs: [
      words.ours(),
      [
        (check.figure?.bands.length ?? 0) > 0
          ? t({
              id: `Sumber kami memakai penggolongan lain untuk tahun itu; “${check.claim}” tidak tercetak di dalamnya.`,
              en: `Our sources use another set of categories for that year; “${check.claim}” is not printed in them.`,
            })
          : t({
              id: 'Sumber kami tidak mencetak kategori untuk angka itu, dan rentang angkanya belum ditemukan.',
              en: 'Our sources print no category for that figure, and the range of its category has not been found yet.',
            }),
      ],
    ],
  };
}

function categoryNotInUseText(words: Wording, check: Verdict<'category_not_in_use'>): ClaimText {
  const { t, lang, model } = words;
  const own = bandNames(
    check.schemes.flatMap(({ bands }) => bands),
    lang,
  );
  const uses = check.bands.map((band) => {
    const years = yearsText(band.year_from, band.year_to, lang);
    const series = model.figures.bands.series(band.indicator, band.series);
    return `${inLang(series, 'short', lang)} (${years})`;
  });
  const used = formatList([...new Set(uses)], lang);
  return {
    sign: '?',
    heading: t({ id: 'Bukan kategori tahun itu', en: 'Not a category of that year' }),
    paragraphs: [
      [
        t({
          id: `“${check.claim}” adalah kategori ${used}.`,
          en: `“${check.claim}” is a category of ${used}.`,
        }),
        own
          ? t({
              id: ` Kategori ${check.year}: ${own}.`,
              en: ` The categories of ${check.year}: ${own}.`,
            })
          : t({
              id: ` Kategori ${check.year} belum ditemukan.`,
              en: ` The categories of ${check.year} have not been found yet.`,
            }),
      ],
      words.ours(),
    ],
  };
}

function unknownText(words: Wording): ClaimText {
  const { check, t, lang } = words;
  return {
    sign: '?',
    heading:
      check.notBefore === null
        ? capital(MISSING[check.missing ?? 'not_found'][lang])
        : t({
            id: 'Ukuran ini tidak tercatat ada pada tahun itu',
            en: 'The measure is not known to have existed then',
          }),
    paragraphs: [
      words.ours(),
      ...words.toldOnly(),
      ...words.knownYears(),
      ...yearsOfCategory(words),
    ],
  };
}

function verdictText(words: Wording): ClaimText {
  const { check } = words;
  switch (check.verdict) {
    case 'no_claim':
      return noClaimText(words);
    case 'unreadable':
      return unreadableText(words);
    case 'outside_scale':
      return outsideScaleText(words);
    case 'agrees':
      return agreesText(words);
    case 'agrees_rounded':
      return rounded(words, check.row, check.likeness);
    case 'agrees_other_source':
      return otherSourceText(words, check);
    case 'not_final':
      return notFinalText(words, check);
    case 'other_year':
    case 'other_series':
    case 'other_area':
    case 'other_indicator':
      return elsewhereText(words, check.match);
    case 'finer':
      return finerText(words, check);
    case 'bound':
      return boundVerdictText(words, check);
    case 'differs':
      return differsText(words, check);
    case 'number_unknown':
      return numberUnknownText(words, check);
    case 'category_agrees':
      return categoryAgreesText(words);
    case 'category_differs':
      return categoryDiffersText(words);
    case 'category_at_odds':
      return categoryAtOddsText(words, check);
    case 'category_unjudged':
      return categoryUnjudgedText(words);
    case 'category_not_in_use':
      return categoryNotInUseText(words, check);
    case 'unknown':
      return unknownText(words);
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function rounded(words: Wording, row: Score, likeness: Likeness | null): ClaimText {
  const { t, claimed, check, lang } = words;
  const { reading } = check;
  const places = reading.kind === 'number' ? decimals(reading.value) : 0;
  const proper =
    row.value === null ? '' : formatDecimal(roundedTo(row.value as Decimal, places), lang);
  const isCut = likeness === 'cut';
  const how = isCut
    ? t({
        id: `${claimed} adalah angka itu yang dipotong, bukan dibulatkan; bila dibulatkan menjadi ${proper}.`,
        en: `${claimed} is that figure cut, not rounded; rounded it would be ${proper}.`,
      })
    : t({
        id: `${claimed} adalah pembulatan angka itu.`,
        en: `${claimed} is that figure rounded.`,
      });
  const exact = check.same.find(
    (other) =>
      other !== row && reading.kind === 'number' && Number(other.value) === Number(reading.value),
  );
  return {
    sign: '≈',
    heading: isCut
      ? t({
          id: 'Sama sampai digit yang ditulis, tidak dibulatkan',
          en: 'The same digits, cut and not rounded',
        })
      : t({ id: 'Sama setelah dibulatkan', en: 'The same when rounded' }),
    paragraphs: [
      words.ours(),
      [how],
      ...(exact
        ? [
            [
              { score: exact },
              t({ id: ' sendiri dicetak ', en: ' itself is printed by ' }),
              { source: exact },
              '.',
            ],
          ]
        : []),
    ],
  };
}

const ELSEWHERE = {
  other_year: { id: 'Angka tahun lain', en: 'A figure of another year' },
  other_series: { id: 'Angka deret lain', en: 'A figure of another series' },
  other_area: { id: 'Angka wilayah lain', en: 'A figure of another area' },
  other_indicator: { id: 'Angka ukuran lain', en: 'A figure of another measure' },
} as const;

function elsewhereText(words: Wording, match: Elsewhere): ClaimText {
  const { t } = words;
  return {
    sign: '≠',
    heading: t(ELSEWHERE[match.kind]),
    paragraphs: [
      [
        ...words.match(match),
        match.kind === 'other_series'
          ? t({
              id: ' Deret itu dinilai dengan cara lain, jadi tidak dapat dibandingkan.',
              en: ' That series is assessed in another way, so the two cannot be compared.',
            })
          : '',
        ` ${t(CHANCE)}`,
      ],
      words.ours(),
      ...further(words, 1),
    ],
  };
}

/** The categories of the figure in use, where its own text does not name them. */
function ownBands(words: Wording): readonly (readonly ClaimPart[])[] {
  const { check, t, lang, model } = words;
  const { figure } = check;
  if (!figure?.speaking || figure.bands.length === 0) return [];
  const names = bandNames(figure.bands, lang);
  if (
    figure.value === null &&
    figureText(figure.speaking, model.figures.bands, lang).text === names
  ) {
    return [];
  }
  return [[t({ id: `Kategorinya: ${names}.`, en: `Its category: ${names}.` })]];
}

/** The years whose figure has a claimed category. */
function yearsOfCategory(words: Wording): readonly (readonly ClaimPart[])[] {
  const { check, t } = words;
  const { reading } = check;
  const claimed = reading.kind === 'category' ? reading.bands : [];
  const years = check.history
    .filter(({ bands, year }) =>
      bands.some(
        (band) =>
          year !== check.year &&
          claimed.some(
            ({ series, scheme, category_id }) =>
              band.series === series && band.scheme === scheme && band.category_id === category_id,
          ),
      ),
    )
    .map(({ year }) => String(year));
  if (years.length === 0) return [];
  return [
    [
      t({
        id: `Kategori itu kami catat untuk tahun ${formatList(years, 'id')}.`,
        en: `We have that category for ${formatList(years, 'en')}.`,
      }),
    ],
  ];
}

/** The answer to a claim in words, with how the claim was read. */
export function claimText(check: ClaimCheck, model: Model, lang: Lang): ClaimText {
  const words = new Wording(check, model, lang);
  const text = verdictText(words);
  return { ...text, paragraphs: [...text.paragraphs, ...words.remarks()] };
}

/** What every answer ends with. */
export function incompleteText(lang: Lang): string {
  return translator(lang)({
    id: 'Data kami belum lengkap: sumber yang belum kami baca bisa mencetak angka lain. Halaman ini hanya menunjukkan apa yang dicetak sumber kami.',
    en: 'Our data are not complete: sources we have not read may print other figures. This page only shows what our sources print.',
  });
}

/** A sentence for citing what the dataset holds about the question. */
export function citationText(check: ClaimCheck, model: Model, citing: Citing, lang: Lang): string {
  const subject = claimSubject(check, lang);
  const speaking = check.figure?.speaking;
  if (!speaking) {
    const words =
      check.notBefore === null
        ? MISSING[check.missing ?? 'not_found'][lang]
        : translator(lang)({
            id: 'tidak ada sumber yang menyebut ukuran ini sudah ada pada tahun itu',
            en: 'no source says that the measure existed in that year',
          });
    return citationSentence(`${subject}: ${words}`, null, citing, lang);
  }
  const { text } = figureText(speaking, model.figures.bands, lang);
  return citationSentence(
    citedFigure(subject, text, lang),
    citedSource(model.source(speaking.source_id), lang),
    citing,
    lang,
  );
}
