import { describe, expect, it } from 'vitest';
import { readDataset } from '../dataset/read-dataset.ts';
import type { IndicatorId } from '../dataset/tables/index.ts';
import { type ClaimVerdict, checkClaim, easilyMistaken } from '../derive/claim.ts';
import { claimExamples } from '../derive/claim-examples.ts';
import { deriveModel } from '../derive/site-model.ts';
import { formatDecimal } from '../i18n/format.ts';
import { LANGS, type Lang } from '../i18n/lang.ts';
import { type ClaimPart, citationText, claimText } from './claim-text.ts';
import { figureText } from './figure-text.ts';

const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset has problems');
const model = deriveModel(dataset);

function plain(parts: readonly ClaimPart[], lang: Lang): string {
  return parts
    .map((part) =>
      typeof part === 'string'
        ? part
        : 'score' in part
          ? figureText(part.score, model.figures.bands, lang).text
          : 'source' in part
            ? model.source(part.source.source_id).publisher
            : part.text,
    )
    .join('');
}

/** Claims of every kind about every figure: what is printed, other digits, other things. */
function* questions() {
  for (const { area_code, indicator, year, rows, value } of model.figures.all) {
    const claims = new Set([
      ...rows.flatMap((row) => [row.value ?? row.category_printed ?? '']),
      ...(value === null ? ['74,5'] : [String(Math.trunc(Number(value))), `${value}9`, '33,33']),
      'hijau',
      'A',
      'lebih dari 95',
      'di bawah 60 persen',
      'sekitar 98',
      'WTP ke-15',
      `${value ?? 70} kata pejabat`,
    ]);
    for (const claim of claims) yield { area: model.area(area_code), indicator, year, claim };
  }
  for (const { row, printed } of model.disagreements.labels) {
    const { area_code, indicator, year } = row;
    yield { area: model.area(area_code), indicator, year, claim: printed.label_id };
  }
  for (const { area_code, indicator, year } of model.figures.all) {
    const area = model.area(area_code);
    for (const other of easilyMistaken(model.dataset.tables.areas, area)) {
      const value = model.figures.at(other.code, indicator, year)?.value;
      if (value) yield { area, indicator, year, claim: value };
    }
  }
  const some = model.figures.all.slice(0, 200);
  for (const { area_code, indicator, year } of some) {
    const area = model.area(area_code);
    yield { area, indicator, year, claim: '' };
    yield { area, indicator, year, claim: '9999' };
    yield { area, indicator, year, claim: '1.234' };
    yield { area, indicator, year: 1999, claim: 'xyz' };
    yield { area, indicator, year: 2010, claim: '12,34' };
    // Another year's figure, in a year of which nothing was found.
    const other = model.figures.latest(area_code, indicator)?.value;
    yield { area, indicator, year: 1990, claim: other ?? '' };
  }
}

describe('the words of an answer', () => {
  const seen = new Map<ClaimVerdict, Record<Lang, string>>();
  const bad: string[] = [];
  for (const question of questions()) {
    const check = checkClaim(model, question);
    const texts = LANGS.map((lang) => {
      const { heading, paragraphs } = claimText(check, model, lang);
      return [
        lang,
        [heading, ...paragraphs.map((parts) => plain(parts, lang))].join('\n'),
      ] as const;
    });
    for (const [lang, text] of texts) {
      const isSpilled =
        /\bundefined\b|\bnull\b|\bNaN\b|\[object|\b[a-z]+_[a-z]+\b| \.|\.\.(?!\.)| {2}/.test(text);
      const isOtherLanguage =
        lang === 'en' &&
        /\b(?:belum ditemukan|dicetak|kami)\b/.test(text.replaceAll(question.claim, ''));
      // What is told of the reasons between sources is the editors'.
      const isVerdictOnSomebody = /\b(?:bohong|hoaks|palsu|keliru|false|fake|wrong|lie)\b/i.test(
        text.replace(check.figure?.decision?.[`reason_${lang}`] ?? '\0', ''),
      );
      if (isSpilled || isOtherLanguage || isVerdictOnSomebody) {
        bad.push(
          `${lang} ${check.verdict} ${question.area.code} ${question.indicator} ${question.year} ${question.claim}: ${text}`,
        );
      }
    }
    if (!seen.has(check.verdict))
      seen.set(check.verdict, Object.fromEntries(texts) as Record<Lang, string>);
  }

  it('cover every verdict', () => {
    expect([...seen.keys()].sort()).toEqual(
      [
        'agrees',
        'agrees_other_source',
        'agrees_rounded',
        'category_agrees',
        'category_at_odds',
        'category_differs',
        'category_not_in_use',
        'category_unjudged',
        'bound',
        'differs',
        'finer',
        'no_claim',
        'not_final',
        'number_unknown',
        'other_area',
        'other_indicator',
        'other_series',
        'other_year',
        'outside_scale',
        'unknown',
        'unreadable',
      ].sort(),
    );
  });

  it('name the figure of the dataset and who prints it', () => {
    const ask = (code: string, indicator: IndicatorId, year: number, claim: string) =>
      checkClaim(model, { area: model.area(code), indicator, year, claim });
    for (const lang of LANGS) {
      const figure = model.figures.latest('35.72', 'spi');
      if (!figure?.speaking || figure.value === null) throw new Error('Kota Blitar has no SPI');
      const check = ask('35.72', 'spi', figure.year, '12,34');
      const text = claimText(check, model, lang)
        .paragraphs.map((p) => plain(p, lang))
        .join(' ');
      expect(text).toContain(formatDecimal(figure.value, lang));
      expect(text).toContain(model.source(figure.speaking.source_id).publisher);
      const cited = citationText(
        check,
        model,
        { edition: '9.9.9', accessed: '2026-01-02', address: 'https://x.example/cek/' },
        lang,
      );
      expect(cited).toContain(formatDecimal(figure.value, lang));
      expect(cited).toContain('9.9.9');
      expect(cited.endsWith('https://x.example/cek/')).toBe(true);
    }
  });
});

describe('the words for what is not in print', () => {
  const textOf = (
    code: string,
    indicator: IndicatorId,
    year: number,
    claim: string,
    lang: Lang = 'en',
    since: number | null = null,
  ) => {
    const check = checkClaim(model, { area: model.area(code), indicator, year, claim, since });
    const { sign, heading, paragraphs } = claimText(check, model, lang);
    return [sign, heading, ...paragraphs.map((parts) => plain(parts, lang))].join('\n');
  };

  it('give one reason: where a measure does not apply, none is said to be looked for', () => {
    const [code] = model.dataset.tables.areas.flatMap((area) =>
      area.autonomy === 'administrative' && model.figures.of(area.code, 'mcp').length === 0
        ? [area.code]
        : [],
    );
    if (!code) throw new Error('every area without a government of its own has MCP figures');
    for (const claim of ['', '70']) {
      expect(textOf(code, 'mcp', 2024, claim)).toContain('not applicable');
      expect(textOf(code, 'mcp', 2024, claim)).not.toContain('found yet');
      expect(textOf(code, 'mcp', 2024, claim, 'id')).not.toContain('kami temukan');
    }
  });

  it('say that no source speaks of the measure in so early a year', () => {
    const text = textOf('35.72', 'mcp', 1990, '', 'en', 2016);
    expect(text).toContain('None of our sources says that');
    expect(text).toContain('existed in 1990; the earliest year they speak of is 2016.');
    expect(text).not.toContain('Korsupgah');
    expect(textOf('35.72', 'mcp', 1990, '12,3', 'id', 2016)).toContain(
      'Ukuran ini tidak tercatat ada pada tahun itu',
    );
  });

  it('call nothing the same that is finer than print, or merely cut', () => {
    const whole = model.figures.all.find(
      ({ value, rows }) => value !== null && /^\d\d$/.test(value) && rows.length === 1,
    );
    if (!whole?.value) throw new Error('no figure is printed as a whole number alone');
    const { area_code, indicator, year, value } = whole;
    const finer = textOf(area_code, indicator, year, `${value},4`);
    expect(finer).toMatch(/^≈\nNo contradiction, but finer/);
    expect(finer).toContain('none of our sources prints those digits');
    expect(textOf(area_code, indicator, year, `${value},99`)).toMatch(/^≠\nDifferent/);
    expect(textOf(area_code, indicator, year, `${value},99`)).toContain(
      `${value}.99 becomes ${value} with its decimals cut, and ${Number(value) + 1} when rounded.`,
    );
  });

  it('tell a limit, and what of the entry was not read', () => {
    const figure = model.figures.latest('35.72', 'spi');
    if (!figure?.value) throw new Error('Kota Blitar has no SPI');
    const { year, value } = figure;
    expect(textOf('35.72', 'spi', year, 'lebih dari 1', 'id')).toContain('lebih dari 1. Angka itu');
    expect(textOf('35.72', 'spi', year, `sekitar ${value}`, 'id')).toContain(
      '“sekitar” tidak kami perhitungkan',
    );
    expect(textOf('35.72', 'spi', year, `${value} (ungu)`, 'id')).toContain(
      'Tidak kami baca: “ungu”',
    );
  });
});

describe('the examples', () => {
  it('are of different areas, and answer as they say', () => {
    const examples = claimExamples(model);
    expect(examples.length).toBeGreaterThanOrEqual(5);
    expect(new Set(examples.map(({ figure }) => figure.area_code)).size).toBe(examples.length);
    for (const { figure, claim, verdict } of examples) {
      const { area_code, indicator, year } = figure;
      const area = model.area(area_code);
      expect(checkClaim(model, { area, indicator, year, claim }).verdict).toBe(verdict);
    }
  });
});
