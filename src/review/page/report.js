// Makes the controls work, and shows what belongs together. Without it the page reads as well.
'use strict';
const all = (selector) => [...document.querySelectorAll(selector)];
const findings = all('.finding');
const controls = document.getElementById('controls');

// Counterparts light up together; a remark and its passages do, too.
function together(attribute, members, name) {
  const groups = new Map();
  for (const element of members) {
    for (const key of element.getAttribute(attribute).split(' ')) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(element);
    }
  }
  const light = (element, on) => {
    for (const key of element.getAttribute(attribute).split(' ')) {
      for (const other of groups.get(key)) other.classList.toggle(name, on);
    }
  };
  for (const element of members) {
    element.addEventListener('mouseenter', () => light(element, true));
    element.addEventListener('mouseleave', () => light(element, false));
    element.addEventListener('focusin', () => light(element, true));
    element.addEventListener('focusout', () => light(element, false));
  }
}
together('data-link', all('[data-link]'), 'met');
for (const finding of findings) finding.dataset.findings = finding.dataset.finding;
together('data-findings', all('[data-findings]'), 'chosen');

if (controls) {
  const shown = document.getElementById('shown');
  const only = document.getElementById('only');
  const marks = all('mark');

  const choose = () => {
    const chosen = (name) => new Set([...controls.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
    const kinds = chosen('kind');
    const severities = chosen('severity');
    const visible = new Set();
    for (const finding of findings) {
      finding.hidden = !kinds.has(finding.dataset.kind) || !severities.has(finding.dataset.severity);
      if (!finding.hidden) visible.add(finding.dataset.finding);
    }
    for (const mark of marks) {
      mark.classList.toggle('quiet', !mark.dataset.findings.split(' ').some((one) => visible.has(one)));
    }
    for (const bead of all('.bead')) {
      bead.hidden = only.checked && !bead.querySelector('.finding:not([hidden])');
    }
    shown.textContent = shown.dataset.text.replace('{1}', visible.size).replace('{2}', findings.length);
  };

  // The next finding from where the reader is: the one chosen last or, before that, the top of the window.
  let last = null;
  const step = (direction) => {
    const open = findings.filter((finding) => !finding.hidden);
    if (open.length === 0) return;
    let at = open.indexOf(last);
    if (at < 0) {
      at = open.findIndex((finding) => finding.getBoundingClientRect().top > 0);
      if (at < 0) at = open.length;
      if (direction > 0) at -= 1;
    }
    last = open[(at + direction + open.length) % open.length];
    last.scrollIntoView({block: 'center'});
    (last.querySelector('a') || last).focus({preventScroll: true});
  };

  controls.addEventListener('change', choose);
  controls.addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('next').addEventListener('click', () => step(1));
  document.getElementById('previous').addEventListener('click', () => step(-1));
  controls.hidden = false;
  choose();
}
