/** Makes the sentence that cites a fact of a source, when somebody asks for it. */
import { langOf, translator } from '../i18n/lang.ts';
import { citationSentence, today } from '../wording/citation.ts';

const lang = langOf(document.documentElement.lang);
const t = translator(lang);

class SourceCitations extends HTMLElement {
  connectedCallback() {
    const { edition = '', source = '', page = '' } = this.dataset;
    for (const fact of this.querySelectorAll<HTMLElement>('[data-cite]')) {
      const said = fact.dataset.cite ?? '';
      const button = document.createElement('button');
      const label = t({ id: 'Kutip', en: 'Cite' });
      button.type = 'button';
      button.className = 'cite';
      button.textContent = label;
      button.setAttribute('aria-label', `${label}: ${said}`);
      button.addEventListener('click', () => {
        const address = `${page}#${fact.id}`;
        const citing = { edition, accessed: today(), address };
        show(button, citationSentence(said, source, citing, lang));
      });
      // Beside the link that reports an error: both are about this fact alone.
      (fact.querySelector('.report') ?? fact.lastElementChild)?.after(' ', button);
    }
  }
}

/** Shows the sentence, marked to be copied by hand, and copies it where the browser lets us. */
async function show(button: HTMLButtonElement, sentence: string) {
  document.querySelector('.cited')?.remove();
  const box = document.createElement('div');
  const [text, status] = [document.createElement('blockquote'), document.createElement('p')];
  box.className = 'cited';
  status.setAttribute('role', 'status');
  text.textContent = sentence;
  box.append(text, status);
  button.after(box);
  try {
    await navigator.clipboard.writeText(sentence);
    status.textContent = t({ id: 'Kutipan sudah disalin.', en: 'The citation has been copied.' });
  } catch {
    getSelection()?.selectAllChildren(text);
    status.textContent = t({
      id: 'Kutipan sudah ditandai: salin dari papan ketik atau menu.',
      en: 'The citation is marked: copy it by keyboard or menu.',
    });
  }
}

customElements.define('source-citations', SourceCitations);
