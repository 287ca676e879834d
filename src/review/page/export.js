// Taking the pairs along: as a file, or into a memory.
import {file, post} from '/page/api.js';
import {h, icon} from '/page/dom.js';
import {count, t} from '/page/strings.js';

const formats = ['tmx', 'xliff', 'tsv', 'html'];

export class Export {
  #editor;
  #dialog;
  #note;
  #confirmed;
  #location;

  constructor(editor, dialog) {
    this.#editor = editor;
    this.#dialog = dialog;
  }

  fill() {
    const choice = (name, value, text, checked) => h('label', {}, h('input', {type: 'radio', name, value, checked}), text);
    this.#confirmed = h('span');
    const only = choice('rows', '1', this.#confirmed, false);
    const files = h('form', {onsubmit: (event) => this.#save(event)},
      h('div', {class: 'choices'},
        h('fieldset', {}, h('legend', {}, t('export_format')), ...formats.map((format) => choice('format', format, t(`export_${format}`), format === 'tmx'))),
        h('fieldset', {}, h('legend', {}, t('export_rows')), choice('rows', '0', t('export_all'), true), only)),
      h('button', {type: 'submit', class: 'main'}, t('export_save')));
    this.#location = h('input', {type: 'text', name: 'location', autocomplete: 'off', spellcheck: 'false', value: this.#editor.ladder.project.memory ?? ''});
    const memory = h('form', {onsubmit: (event) => this.#send(event)},
      h('h3', {}, t('memory_title')), h('label', {class: 'field'}, t('memory_where'), this.#location),
      h('button', {type: 'submit', class: 'main'}, t('memory_send')));
    this.#note = h('p', {class: 'note', role: 'status'});
    this.#dialog.setAttribute('aria-labelledby', 'export-title');
    this.#dialog.replaceChildren(
      h('div', {class: 'bar'}, h('h2', {id: 'export-title'}, t('export')),
        h('button', {type: 'button', class: 'plain', title: t('close'), 'aria-label': t('close'), onclick: () => this.#dialog.close()}, icon('close'))),
      files, memory, this.#note);
    this.#dialog.addEventListener('close', () => this.#editor.focus());
    this.#dialog.addEventListener('click', (event) => { if (event.target === this.#dialog) this.#dialog.close(); });
  }

  open() {
    this.#confirmed.textContent = t('export_confirmed', count(this.#editor.confirmed()));
    this.#note.textContent = '';
    this.#dialog.showModal();
    this.#dialog.querySelector(':checked').focus();
  }

  async #save(event) {
    event.preventDefault();
    const chosen = new FormData(event.target);
    const format = chosen.get('format');
    await this.#try(async () => {
      const {blob, name} = await file(`/api/export?format=${format}&confirmed=${chosen.get('rows')}`);
      const address = URL.createObjectURL(blob);
      h('a', {href: address, download: name ?? `${this.#editor.ladder.project.name}.${format}`}).click();
      setTimeout(() => URL.revokeObjectURL(address), 60000);
      return t('done', t('export_save'));
    });
  }

  async #send(event) {
    event.preventDefault();
    await this.#try(async () => {
      const {created, updated, same} = await post('/api/memory', {location: this.#location.value.trim()});
      return t('memory_sent', count(created), count(updated), count(same));
    });
  }

  async #try(work) {
    this.#note.textContent = '';
    try {
      this.#note.textContent = await work();
    } catch (error) {
      this.#note.textContent = this.#editor.explain(error);
    }
  }
}
