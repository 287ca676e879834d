// The editor: what the page knows and shows, and how its parts hear of each other.
import {Gone, Refused} from '/page/api.js';
import {commands, seek} from '/page/commands.js';
import {Cursor} from '/page/cursor.js';
import {Export} from '/page/export.js';
import {Grid} from '/page/grid.js';
import {Keys} from '/page/keys.js';
import {Ladder} from '/page/ladder.js';
import {Notices} from '/page/notices.js';
import {Search} from '/page/search.js';
import {count, speak, t} from '/page/strings.js';
import {place_at} from '/page/text.js';
import {RowTools, Toolbar} from '/page/toolbar.js';
import {Typing} from '/page/typing.js';

const between_looks = 1500;  // milliseconds between two looks for changes of other windows
const double_click = 400;       // milliseconds
const columns = ['source', 'target', 'margin'];
const at = (id) => document.getElementById(id);

class Editor {
  ladder = new Ladder();
  notices = new Notices();
  cursor = new Cursor(this);
  typing = new Typing(this);
  toolbar = new Toolbar(this, at('toolbar'));
  keys = new Keys(this, at('keys'));
  search = new Search(this, at('search'));
  export = new Export(this, at('export'));
  grid;
  view;
  ready = false;
  #current_tools = new RowTools(this);
  #hover_tools = new RowTools(this);
  #click = null;  // the last one in a text: {segment, time}
  #gone = false;

  constructor() {
    const {search, typing, cursor} = this;
    this.view = {
      current: null, side: 'source', finding: null, dismissed: false, whole: new Set(), cursor,
      get text_side() { return this.side === 'target' ? 'target' : 'source'; },
      matches: (row) => search.marks(row), field: (segment) => typing.field(segment), draft: (segment) => typing.draft(segment),
    };
    this.grid = new Grid(at('ladder'), this.ladder, this.view);
  }

  async start() {
    speak(document.documentElement.lang);
    this.notices.say(t('loading'), 0);
    this.ladder.addEventListener('change', ({detail}) => this.#changed(detail));
    try {
      await this.ladder.load();
    } catch (error) {
      this.notices.hush();
      this.notices.alert(this.explain(error), null, 'gone');
      return;
    }
    this.notices.hush();
    this.ready = true;
    this.toolbar.update();
    const first = this.ladder.order[0];
    if (first !== undefined) this.select(first, 'source');
    this.#listen();
    this.#watch();
    this.typing.resend();
  }

  /** Does one act: 'done', 'refused' or 'gone'; the user is told of the last two. `stay` keeps a row current. */
  async act(action, fields = {}, {stay = null, focus = true} = {}) {
    try {
      const answer = await this.ladder.act(action, fields);
      this.#back();
      const row = stay ?? answer.focus;
      if (focus && row !== null && this.ladder.row(row)) this.select(row, this.view.side, {finding: this.view.finding});
      return 'done';
    } catch (error) {
      if (error instanceof Refused && error.status === 409) {
        const number = this.ladder.number(error.row);
        await this.#look();
        this.notices.alert(t('conflict', number || '–'), null, 'conflict');
        if (this.ladder.row(error.row)) this.grid.flash([error.row]);
        return 'refused';
      }
      if (error instanceof Gone) {
        this.#lost();
        if (action !== 'edit') this.notices.say(t('not_done'));
        return 'gone';
      }
      if (!(error instanceof Refused)) throw error;
      this.notices.say(this.explain(error), 8);
      return 'refused';
    }
  }

  /** What to tell of an error of api.js. */
  explain(error) {
    if (error instanceof Gone) return t('gone');
    if (error instanceof Refused) return error.status === 403 ? t('forbidden') : error.message || t('failed');
    throw error;
  }

  /** Runs a command for the current row, or for the row, side and finding given. */
  run(name, place = {}) {
    const command = commands[name];
    const where = {row: this.view.current, side: this.view.text_side, ...place};
    if ((where.row === null && !command.anywhere) || (command.when && !command.when(this, where))) return undefined;
    if (!['split', 'edit'].includes(name)) this.cursor.clear();
    return command.run(this, where);
  }

  seek(what, steps) { if (this.ready && this.view.current !== null) seek(this, what, steps); }

  /** Makes a row and a side current. */
  select(row, side, {finding = null, focus = true} = {}) {
    const {view} = this;
    const before = view.current;
    if (this.cursor.place && this.cursor.place.row !== row) this.cursor.clear();
    view.current = row;
    view.side = side;
    view.finding = this.ladder.row(row).findings.some((one) => one.id === finding) ? finding : null;
    if (before !== null && before !== row) this.grid.draw(before, true);
    this.grid.draw(row);
    this.#current_tools.attach(row);
    this.toolbar.update();
    if (focus) this.focus();
    else this.grid.element(row)?.scrollIntoView({block: 'nearest'});
  }

  focus() { if (this.view.current !== null) this.grid.focus(this.view.current, this.view.side); }

  step(steps) {
    const {order} = this.ladder;
    const index = Math.max(0, Math.min(order.length - 1, this.ladder.index(this.view.current) + steps));
    if (order.length) this.select(order[index], this.view.side);
  }

  sideways(steps) {
    if (this.view.current === null) return;
    this.cursor.clear();
    const shown = at('ladder').classList.contains('no-findings') ? 2 : 3;
    const index = Math.max(0, Math.min(shown - 1, columns.indexOf(this.view.side) + steps));
    this.select(this.view.current, columns[index]);
  }

  /** Esc: puts away what is open, the smallest thing first. */
  leave() {
    if (this.cursor.place) {
      this.cursor.clear();
      this.notices.hush();
    } else if (this.search.shown) this.search.close();
    else if (this.keys.shown) this.keys.toggle();
    this.focus();
  }

  confirmed() { return this.ladder.all().filter((row) => row.state === 'confirmed').length; }

  #changed({rows, order, before}) {
    const {ladder, view} = this;
    if (!this.ready) this.#dress();
    if (view.current !== null && !ladder.row(view.current)) {
      view.current = ladder.order[Math.min(before.get(view.current) ?? 0, ladder.order.length - 1)] ?? null;
      view.finding = null;
    }
    this.typing.ladder_changed();
    this.grid.update(rows, order);
    if (view.current !== null) this.grid.draw(view.current);
    this.#current_tools.attach(view.current);
    this.#hover_tools.update();
    this.toolbar.update();
    at('ladder').classList.toggle('no-findings', !ladder.all().some((row) => row.findings.length));
    at('progress').textContent = t('progress', count(this.confirmed()), count(ladder.order.length));
    at('progress').style.setProperty('--share', ladder.order.length ? this.confirmed() / ladder.order.length : 0);
    this.search.ladder_changed();
  }

  // The page in the project's language, once known.
  #dress() {
    const {project} = this.ladder;
    speak(project.ui);
    at('name').textContent = project.name;
    document.title = `${project.name} · cotejo`;
    this.grid.headings();
    this.toolbar.fill();
    this.keys.fill();
    this.search.fill();
    this.export.fill();
  }

  #listen() {
    const ladder = at('ladder');
    ladder.addEventListener('click', (event) => this.#clicked(event));
    ladder.addEventListener('pointerover', (event) => {
      const row = event.pointerType === 'mouse' ? event.target.closest('.row') : null;
      const id = row ? Number(row.dataset.row) : null;
      this.#hover_tools.attach(id === this.view.current ? null : id);
    });
    ladder.addEventListener('pointerleave', () => this.#hover_tools.attach(null));
    addEventListener('beforeprint', () => this.grid.draw_rest());
  }

  #clicked(event) {
    if (event.target.closest('.headings [data-do]')) this.run(event.target.closest('[data-do]').dataset.do);
    const row_element = event.target.closest('.row');
    if (!row_element || event.target.closest('textarea')) return;
    const row = Number(row_element.dataset.row);
    const pressed = event.target.closest('[data-do]');
    if (pressed?.dataset.do === 'show_whole') {
      this.view.whole.add(Number(pressed.dataset.segment));
      this.grid.draw(row);
      return;
    }
    if (pressed) {
      const place = {row, ...(pressed.dataset.side && {side: pressed.dataset.side}), ...(pressed.dataset.finding && {finding: this.#finding(row, pressed)})};
      this.select(row, pressed.dataset.finding ? 'margin' : place.side ?? this.view.text_side);
      this.run(pressed.dataset.do, place);
      return;
    }
    const cell = event.target.closest('.cell');
    this.select(row, cell?.dataset.side ?? this.view.text_side, {finding: this.#finding(row, event.target.closest('.remark'))});
    const place = cell?.dataset.side === 'margin' ? null : place_at(event.clientX, event.clientY);
    // The browser sees no double click where the first one has had the text drawn anew.
    const again = place && place.segment === this.#click?.segment && event.timeStamp - this.#click.time < double_click;
    this.#click = place && {segment: place.segment, time: event.timeStamp};
    if (again) this.typing.open(place.segment, place.offset);
    else if (place && getSelection().isCollapsed) this.cursor.set(row, cell.dataset.side, place.segment, place.offset);
  }

  #finding(row, element) { return this.ladder.row(row).findings.find((one) => String(one.id) === element?.dataset.finding)?.id ?? null; }

  // Other windows: what they did is fetched all the time.
  async #watch() {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, between_looks));
      await this.#look();
    }
  }

  async #look() {
    try {
      const rows = await this.ladder.refresh();
      this.#back();
      if (!rows.length) return;
      this.grid.flash(rows);
      this.notices.say(rows.length === 1 ? t('elsewhere', this.ladder.number(rows[0])) : t('elsewhere_many', count(rows.length)));
    } catch (error) {
      if (error instanceof Gone) this.#lost();
      else this.notices.alert(this.explain(error), null, 'gone');
    }
  }

  #lost() {
    if (this.#gone) return;
    this.#gone = true;
    document.body.classList.add('gone');
    this.notices.alert(t('gone'), null, 'gone');
  }

  #back() {
    if (!this.#gone) return;
    this.#gone = false;
    document.body.classList.remove('gone');
    this.notices.clear('gone');
    this.notices.say(t('back'));
    this.typing.resend();
  }
}

new Editor().start();
