/**
 * The link by which a reader tells an error: an issue in the configured repository, an e-mail, or
 * another address, written beforehand as far as possible. Nothing is sent by the link itself.
 */
import { TABLES, type TableName } from '../dataset/tables/index.ts';
import { type Lang, translator } from '../i18n/lang.ts';

/** Where reports go, as configured. */
export interface ReportWays {
  readonly repo: string | null;
  readonly contact: string | null;
}

/** The row of a table that a report is about. */
export interface ReportedRow {
  readonly table: TableName;
  /** Columns and values of the row's key, and of its source. */
  readonly key: readonly (readonly [string, string])[];
  /** What the site shows of it. */
  readonly shown: string;
}

export interface Report {
  readonly lang: Lang;
  /** What it is about, in words: the title of a page, or area, measure and year. */
  readonly about: string;
  /** The whole address of the page, or the permanent address of the fact. */
  readonly address: string;
  readonly row?: ReportedRow;
  /** Measures that are missing, in words: the report then brings a figure instead of an error. */
  readonly missing?: readonly string[];
}

/** The columns that find a row again: its primary key and its source. */
export function rowKey(table: TableName, row: object): ReportedRow['key'] {
  const cells = new Map(Object.entries(row));
  const columns = [...new Set([...TABLES[table].primaryKey, 'source_id'])];
  return columns.flatMap((column) => {
    const value: unknown = cells.get(column);
    return value === undefined || value === null ? [] : [[column, String(value)] as const];
  });
}

/** Subject and text of a report, in the reader's language. */
export function reportText({ lang, about, address, row, missing }: Report): {
  readonly title: string;
  readonly body: string;
} {
  const t = translator(lang);
  const link = `${t({ id: 'Tautan sumber yang mencetaknya', en: 'Link to the source that prints it' })}:`;
  if (missing) {
    const lines = [
      `${t({ id: 'Halaman', en: 'Page' })}: ${address}`,
      `${t({ id: 'Yang dicari', en: 'Looked for' })}: ${missing.join(', ')}`,
      '',
      t({ id: 'Ukuran dan tahun yang diukur:', en: 'Measure, and the year it measures:' }),
      '',
      t({ id: 'Angka sebagaimana tercetak:', en: 'The figure as printed:' }),
      '',
      link,
      '',
    ];
    return {
      title: `${t({ id: 'Angka yang belum ada', en: 'A missing figure' })}: ${about}`,
      body: lines.join('\n'),
    };
  }
  const lines = [
    `${row ? t({ id: 'Alamat tetap', en: 'Permanent address' }) : t({ id: 'Halaman', en: 'Page' })}: ${address}`,
    ...(row
      ? [
          `${t({ id: 'Baris', en: 'Row' })}: data/${row.table}.csv, ${row.key.map(([column, value]) => `${column}=${value}`).join(', ')}`,
          `${t({ id: 'Tertulis', en: 'Shown' })}: ${row.shown}`,
        ]
      : []),
    '',
    t({ id: 'Yang keliru:', en: 'What is wrong:' }),
    '',
    t({ id: 'Yang benar:', en: 'What is right:' }),
    '',
    link,
    '',
  ];
  return {
    title: `${t({ id: 'Kekeliruan', en: 'Error' })}: ${about}`,
    body: lines.join('\n'),
  };
}

/** Writes parameters as every mail program and forge reads them: `%20`, not `+`. */
function query(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(
      ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`,
    )
    .join('&');
}

/** The segments of a repository's path: its owner (on GitLab also groups) and its name. */
function repositoryPath(url: URL): readonly string[] {
  const [path = ''] = url.pathname.replace(/\/+$/, '').split('/-/');
  return path
    .replace(/\.git$/, '')
    .split('/')
    .filter((segment) => segment !== '');
}

/**
 * The page for a new issue. Known by the name of the host are GitHub, GitLab and Codeberg; a host
 * of one's own counts as one of their like (Forgejo, Gitea, GitHub Enterprise) where the address
 * is an owner and a name. `null` where nothing is known of how to write an issue beforehand.
 */
function issueLink(repo: string, { title, body }: ReturnType<typeof reportText>): string | null {
  const url = URL.parse(repo);
  if (!url) return null;
  const path = repositoryPath(url);
  const host = url.hostname.toLowerCase();
  if (/(^|\.)gitlab\./.test(host)) {
    if (path.length < 2) return null;
    return `${url.origin}/${path.join('/')}/-/issues/new?${query({ 'issue[title]': title, 'issue[description]': body })}`;
  }
  const [owner, name, ...rest] = path;
  const isKnown = ['github.com', 'www.github.com', 'codeberg.org'].includes(host);
  const isUnlike = ['bitbucket.org', 'git.sr.ht'].includes(host);
  if (!owner || !name || isUnlike || (rest.length > 0 && !isKnown)) return null;
  return `${url.origin}/${owner}/${name.replace(/\.git$/, '')}/issues/new?${query({ title, body })}`;
}

/** The link for a report, or `null` where nobody has said where reports go. */
export function reportLink(report: Report, { repo, contact }: ReportWays): string | null {
  const text = reportText(report);
  const issue = repo === null ? null : issueLink(repo, text);
  if (issue !== null) return issue;
  if (contact?.startsWith('mailto:')) {
    // Mail knows lines that end in CR LF (RFC 6068).
    const body = text.body.replaceAll('\n', '\r\n');
    return `${contact}?${query({ subject: text.title, body })}`;
  }
  return contact;
}
