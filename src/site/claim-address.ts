/** The address of an answer on the page that checks claims: its question, and nothing else. */

/** Path of the page, without language and base. */
export const CLAIM_PATH = '/cek/';

/** A question as it stands in an address: whatever somebody wrote there. */
export interface AskedClaim {
  /** Kemendagri code, or a name. */
  readonly region: string;
  readonly indicator: string;
  readonly year: string;
  readonly claim: string;
}

/** Commas are left as they are: people read these addresses. */
const written = (value: string) => encodeURIComponent(value.toWellFormed()).replaceAll('%2C', ',');

/** `?d=35.72&i=spi&y=2024&v=74,5`; empty parts are left out. */
export function claimQuery({ region, indicator, year, claim }: AskedClaim): string {
  const parts = Object.entries({ d: region, i: indicator, y: year, v: claim })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${written(value)}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** Reads a question out of an address; parts that are not there are empty. */
export function askedIn(search: string): AskedClaim {
  const params = new URLSearchParams(search);
  const read = (name: string) => (params.get(name) ?? '').trim();
  return { region: read('d'), indicator: read('i'), year: read('y'), claim: read('v') };
}
