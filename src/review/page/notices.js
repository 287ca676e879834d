// What the page has to tell: a passing word, or what stays until it is read.
import {h, icon} from '/page/dom.js';
import {t} from '/page/strings.js';

export class Notices {
  #status = document.getElementById('status');
  #alert = document.getElementById('alert');
  #timer = 0;

  /** A word that passes. */
  say(text, seconds = 4) {
    clearTimeout(this.#timer);
    this.#status.textContent = text;
    this.#status.classList.add('shown');
    if (seconds) this.#timer = setTimeout(() => this.hush(), seconds * 1000);
  }

  hush() { this.#status.classList.remove('shown'); }

  /** Stays until closed; `quoted` is shown as text to copy. Kinds replace their like. */
  alert(text, quoted = null, kind = null) {
    this.clear(kind);
    this.#alert.append(h('div', {class: 'alert', 'data-kind': kind},
      h('p', {}, text), quoted === null ? null : h('blockquote', {dir: 'auto'}, quoted),
      h('button', {type: 'button', class: 'plain', 'aria-label': t('close'), title: t('close'), onclick: (event) => event.currentTarget.parentElement.remove()}, icon('close'))));
  }

  clear(kind) {
    if (kind) this.#alert.querySelector(`[data-kind="${kind}"]`)?.remove();
  }
}
