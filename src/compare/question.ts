/**
 * What a comparison asks, as it stands in its address:
 * `?d=35.72,19.02,pilots,peers:35.72&i=mcp,spi&y=2024`. Reading is lenient (names and slugs, a
 * parameter twice); writing has one form. Whatever cannot be read becomes a problem to be told,
 * and the rest of the question stands.
 */
import type { Area, IndicatorId } from '../dataset/tables/index.ts';
import { meantByCode } from '../derive/area-code.ts';
import { isAutonomous } from '../derive/coverage.ts';
import { wordsOf } from '../finder/text.ts';

/** Who is compared: an area, the designated regions, or the regions like one. */
export type Member =
  | { readonly kind: 'area'; readonly code: string }
  | { readonly kind: 'pilots' }
  | { readonly kind: 'peers'; readonly code: string };

/** More would not be told apart in a chart. */
export const MAX_MEMBERS = 6;

export interface Question {
  readonly members: readonly Member[];
  /** The measures chosen, in the order of the measures; all of them where none is. */
  readonly indicators: readonly IndicatorId[];
  /** Figures of this year; `null`: each area's latest. */
  readonly year: number | null;
}

/** A part of the address that is not followed; `text` is what stood there. */
export type AddressProblem =
  /** `meant`: the area whose code it is but for a lost zero. */
  | { readonly kind: 'unknown_member'; readonly text: string; readonly meant: Area | null }
  /** An area without a government of its own has no regions like it. */
  | { readonly kind: 'no_peers'; readonly text: string }
  | { readonly kind: 'twice'; readonly text: string }
  | { readonly kind: 'too_many'; readonly texts: readonly string[] }
  | { readonly kind: 'unknown_indicator'; readonly text: string }
  | { readonly kind: 'impossible_year'; readonly text: string };

/** What an address may name. */
export interface Terms {
  readonly areas: readonly Area[];
  /** All measures, in their order. */
  readonly indicators: readonly IndicatorId[];
  /** The first and the last year of which anything is known. */
  readonly years: readonly [number, number];
}

export interface Reading {
  readonly question: Question;
  readonly problems: readonly AddressProblem[];
}

/** The text by which a member stands in the address. */
export function memberText(member: Member): string {
  if (member.kind === 'pilots') return 'pilots';
  return member.kind === 'peers' ? `peers:${member.code}` : member.code;
}

export function sameMember(a: Member, b: Member): boolean {
  return memberText(a) === memberText(b);
}

/** The items of a list parameter, which may be given more than once. */
function itemsOf(parameters: URLSearchParams, name: string): readonly string[] {
  return parameters
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Finds areas by code, slug or name. */
function areaFinder(areas: readonly Area[]): (text: string) => Area | undefined {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const bySlug = new Map(areas.map((area) => [area.slug, area]));
  return (text) => byCode.get(text) ?? bySlug.get(wordsOf(text).join('-'));
}

function readMember(
  text: string,
  areas: readonly Area[],
  find: (text: string) => Area | undefined,
): Member | Exclude<AddressProblem, { kind: 'too_many' }> {
  if (text.toLowerCase() === 'pilots') return { kind: 'pilots' };
  const [, ofPeers] = /^peers:(.*)$/i.exec(text) ?? [];
  const named = (ofPeers ?? text).trim();
  const area = find(named);
  if (!area) return { kind: 'unknown_member', text, meant: meantByCode(areas, named) };
  if (ofPeers === undefined) return { kind: 'area', code: area.code };
  return isAutonomous(area) ? { kind: 'peers', code: area.code } : { kind: 'no_peers', text };
}

/** Reads an address's query, with or without its `?`. Never throws. */
export function readQuestion(query: string, { areas, indicators, years }: Terms): Reading {
  const parameters = new URLSearchParams(query);
  const problems: AddressProblem[] = [];
  const find = areaFinder(areas);

  const members: Member[] = [];
  const tooMany: string[] = [];
  for (const text of itemsOf(parameters, 'd')) {
    const member = readMember(text, areas, find);
    if ('text' in member) problems.push(member);
    else if (members.some((other) => sameMember(other, member))) {
      problems.push({ kind: 'twice', text });
    } else if (members.length === MAX_MEMBERS) tooMany.push(text);
    else members.push(member);
  }
  if (tooMany.length > 0) problems.push({ kind: 'too_many', texts: tooMany });

  const chosen = new Set<IndicatorId>();
  for (const text of itemsOf(parameters, 'i')) {
    const id = indicators.find((known) => known === text.toLowerCase());
    if (id) chosen.add(id);
    else problems.push({ kind: 'unknown_indicator', text });
  }

  const given = parameters.get('y')?.trim() ?? '';
  const asYear = /^\d{4}$/.test(given) ? Number(given) : null;
  const isPossible = asYear !== null && asYear >= years[0] && asYear <= years[1];
  if (given !== '' && !isPossible) problems.push({ kind: 'impossible_year', text: given });

  return {
    question: {
      members,
      indicators: chosen.size > 0 ? indicators.filter((id) => chosen.has(id)) : indicators,
      year: isPossible ? asYear : null,
    },
    problems,
  };
}

/**
 * The query of a question, with its `?`; empty where nothing is asked. Measures are left out where
 * all are chosen, the year where it is the latest. `:` and `,` stand as they are, so that people
 * can read it.
 */
export function questionQuery(
  { members, indicators, year }: Question,
  all: readonly IndicatorId[],
): string {
  const parts = [
    ...(members.length > 0 ? [`d=${members.map(memberText).join(',')}`] : []),
    ...(indicators.length < all.length ? [`i=${indicators.join(',')}`] : []),
    ...(year === null ? [] : [`y=${year}`]),
  ];
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
