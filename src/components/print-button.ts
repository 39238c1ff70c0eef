/** `<print-button>`: shows the button in it, and prints when it is pressed. */
class PrintButton extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => window.print());
    this.hidden = false;
  }
}

customElements.define('print-button', PrintButton);
