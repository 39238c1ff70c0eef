/** Which of the two themes a reader chose, kept in this browser; `public/tema.js` applies it. */

const KEY = 'cermin-tema';
/** Tells the other control of the page that something was chosen. */
const CHOSEN = 'tema';

export type Choice = 'light' | 'dark' | 'system';

/** What was chosen; whatever else is kept means the device decides. */
export function chosen(): Choice {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Keeps and applies a choice. */
export function choose(choice: Choice): void {
  if (choice === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, choice);
  dispatchEvent(new Event(CHOSEN));
}

/**
 * Calls back now and whenever something is chosen: on this page, in another tab, or on another
 * page that one comes back from. Returns whether it ever will: the browser may refuse to keep
 * anything, and then the device decides.
 */
export function follow(show: (choice: Choice) => void): boolean {
  const apply: unknown = Reflect.get(window, 'cerminTema');
  if (typeof apply !== 'function') return false;
  const update = () => {
    const choice = chosen();
    apply(choice);
    show(choice);
  };
  try {
    update();
  } catch {
    return false;
  }
  for (const event of [CHOSEN, 'storage', 'pageshow']) addEventListener(event, update);
  return true;
}
