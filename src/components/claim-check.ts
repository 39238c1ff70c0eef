/**
 * The form that asks what the dataset says about a claimed figure. Its state is the address; what
 * answers is loaded when somebody asks.
 */
import { type AskedClaim, askedIn, claimQuery } from '../site/claim-address.ts';
import { isUsed } from './early-use.ts';

/** What the form knows of a place that was chosen: the address holds its code. */
interface Place {
  readonly code: string;
  readonly name: string;
}

class ClaimCheck extends HTMLElement {
  /** The number of the newest question: answers to older ones come too late. */
  #latest = 0;
  /** The query that is answered, or is about to be. */
  #query = '';
  #place: Place | null = null;
  #picker: Promise<void> | null = null;
  /** The title of the page before anything is asked. */
  readonly #title = document.title;

  connectedCallback() {
    const form = this.#form;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask();
    });
    const region = this.#part('region');
    region.addEventListener('focusin', () => this.#loadPicker(region));
    if (region.contains(document.activeElement)) this.#loadPicker(region);
    addEventListener('popstate', () => {
      // A jump within the page is no other question.
      if (location.search !== this.#query) this.#restore([]);
    });
    const names = ['region', 'indicator', 'year', 'claim'] as const;
    this.#restore(names.filter((name) => isUsed(this.#field(name))));
  }

  get #form() {
    return this.querySelector('form') as HTMLFormElement;
  }
  #part(name: string) {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement;
  }
  #field(name: keyof AskedClaim) {
    const names = { region: 'd', indicator: 'i', year: 'y', claim: 'v' };
    return this.#form.elements.namedItem(names[name]) as HTMLInputElement | HTMLSelectElement;
  }

  #loadPicker(region: HTMLElement) {
    this.#picker ??= import('../finder/combobox.ts').then(
      ({ combobox }) => combobox(region, (place) => this.#setPlace(place)),
      () => {
        // Not loaded: names are still understood once the question is sent.
        this.#picker = null;
      },
    );
  }

  #setPlace(place: Place) {
    this.#place = place;
    this.#field('region').value = place.name;
  }

  #asked(): AskedClaim {
    const value = (name: keyof AskedClaim) => this.#field(name).value.trim();
    const region = value('region');
    return {
      region: region === this.#place?.name ? this.#place.code : region,
      indicator: value('indicator'),
      year: value('year'),
      claim: value('claim'),
    };
  }

  /** Tells the address what the form says now, and answers. */
  #ask() {
    const query = claimQuery(this.#asked());
    if (query !== location.search) history.pushState(null, '', query || location.pathname);
    void this.#answer(true);
  }

  /**
   * Puts the form into the state that the address tells, and answers if it asks anything.
   *
   * @param used fields that somebody filled in before this script had come
   */
  #restore(used: readonly (keyof AskedClaim)[]) {
    const asked = askedIn(location.search);
    this.#place = null;
    for (const name of ['region', 'year', 'claim'] as const) {
      if (!used.includes(name)) this.#field(name).value = asked[name];
    }
    const select = this.#field('indicator') as HTMLSelectElement;
    if (!used.includes('indicator')) select.value = asked.indicator;
    // A value that is no choice leaves none.
    if (select.selectedIndex < 0) select.selectedIndex = 0;
    void this.#answer(false);
  }

  async #answer(isAsked: boolean) {
    this.#latest += 1;
    const own = this.#latest;
    const [status, answer] = [this.#part('status'), this.#part('answer')];
    const asked = askedIn(location.search);
    this.#query = location.search;
    // The other language answers the same question.
    const language = document.querySelector<HTMLAnchorElement>('a.lang');
    if (language) language.search = location.search;
    if (!asked.region && !asked.year && !asked.claim) {
      document.title = this.#title;
      status.replaceChildren();
      answer.replaceChildren();
      return;
    }
    answer.ariaBusy = 'true';
    status.textContent = this.dataset.loading ?? '';
    try {
      const { answerTo } = await import('./claim-answer.ts');
      const { heading, parts, place, title } = await answerTo(asked, this);
      if (own !== this.#latest) return;
      if (place) {
        // Somebody may be asking about another place by now.
        if (this.#asked().region === asked.region) this.#setPlace(place);
        const query = claimQuery({ ...asked, region: place.code });
        if (query !== location.search) history.replaceState(null, '', query);
        this.#query = location.search;
      }
      document.title = title;
      status.replaceChildren(heading);
      answer.replaceChildren(...parts);
      if (isAsked) status.scrollIntoView({ block: 'nearest' });
    } catch (error) {
      if (own !== this.#latest) return;
      console.info(error);
      const again = document.createElement('a');
      // Another load of the page, because a script that failed once is not fetched again.
      // Without the fragment: a link to a part of the same page would load nothing.
      again.href = location.pathname + location.search;
      again.textContent = this.dataset.again ?? '';
      status.replaceChildren(this.dataset.failed ?? '', ' ', again);
      answer.replaceChildren();
    } finally {
      if (own === this.#latest) answer.ariaBusy = null;
    }
  }
}

customElements.define('claim-check', ClaimCheck);
