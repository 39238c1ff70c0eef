/** The button that copies a text of the page. */
import { formatDate } from '../i18n/format.ts';
import { langOf } from '../i18n/lang.ts';
import { today } from '../wording/citation.ts';

class CopyText extends HTMLElement {
  connectedCallback() {
    const { button: word = '', label = '', copied = '', marked = '', date } = this.dataset;
    const text = this.querySelector('blockquote, code');
    if (!text) return;
    const [line, button, status] = [
      document.createElement('p'),
      document.createElement('button'),
      document.createElement('span'),
    ];
    button.type = 'button';
    button.textContent = word;
    button.setAttribute('aria-label', `${word}: ${label}`);
    status.setAttribute('role', 'status');
    status.className = 'small';
    button.addEventListener('click', async () => {
      if (date) {
        const day = formatDate(today(), langOf(document.documentElement.lang));
        text.textContent = (text.textContent ?? '').replace(date, day);
      }
      try {
        await navigator.clipboard.writeText(text.textContent ?? '');
        status.textContent = copied;
      } catch {
        getSelection()?.selectAllChildren(text);
        status.textContent = marked;
      }
    });
    line.append(button, status);
    this.append(line);
  }
}

customElements.define('copy-text', CopyText);
