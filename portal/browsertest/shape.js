// What keeps a page from being read or worked, as sentences. shape.go calls these, one after another, in a tab.
({
  with(css, dir, find) {
    const root = document.documentElement, was = root.getAttribute('dir'), sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    if (dir) root.setAttribute('dir', dir);
    const found = find.call(this);
    document.adoptedStyleSheets = [];
    if (was === null) root.removeAttribute('dir'); else root.setAttribute('dir', was);
    return found;
  },
  name: el => el.outerHTML.replace(/\s+/g, ' ').slice(0, 110),
  shown: el => { const box = el.getBoundingClientRect(); return box.width > 1 && box.height > 1 && el.checkVisibility({ visibilityProperty: true }); },
  some(list) { return list.slice(0, 4); },

  // The page is no wider than the tab: nobody scrolls sideways.
  wide() {
    const root = document.documentElement;
    if (root.scrollWidth <= innerWidth) return [];
    const out = Array.from(document.querySelectorAll('body *')).filter(el => {
      const box = el.getBoundingClientRect();
      return box.width > 1 && !el.closest('.hush,.table-box,thead') && (box.right > innerWidth + 1 || box.left < -1);
    });
    return [`it is ${root.scrollWidth} pixels wide on ${innerWidth}: ` + out.slice(-2).map(this.name).join(' and ')];
  },

  targets() {
    return Array.from(document.querySelectorAll('a[href],button,summary,select,textarea,input:not([type=hidden])')).filter(this.shown);
  },
  // WCAG 2.2, 2.5.8: a target is 24 pixels each way, stands in a sentence, or keeps a circle of 24 pixels to itself.
  small() {
    const all = this.targets().map(el => [el, el.getBoundingClientRect()]);
    const centre = box => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const sentence = el => Array.from(el.parentElement.childNodes).some(n => n.nodeType === Node.TEXT_NODE && n.textContent.trim().length > 1);
    return this.some(all.filter(([el, box]) => (box.width < 24 || box.height < 24) && !sentence(el) && all.some(([other, its]) => {
      if (other === el || other.contains(el) || el.contains(other)) return false;
      const [x, y] = centre(box), dx = Math.max(its.left - x, 0, x - its.right), dy = Math.max(its.top - y, 0, y - its.bottom);
      return Math.hypot(dx, dy) < 12;
    })).map(([el, box]) => `the target is ${Math.round(box.width)} by ${Math.round(box.height)} pixels and has a neighbour: ${this.name(el)}`));
  },

  // WCAG 2.2, 2.4.11: what is stuck to the edge of the window does not hide what has the focus, whichever way one tabs.
  obscured() {
    const stuck = Array.from(document.querySelectorAll('body *')).filter(el => /sticky|fixed/.test(getComputedStyle(el).position));
    if (!stuck.length) return [];
    const hidden = el => {
      el.focus();
      const box = el.getBoundingClientRect();
      return stuck.some(s => { const cover = s.getBoundingClientRect(); return !s.contains(el) && box.top >= cover.top - 1 && box.bottom <= cover.bottom + 1 && box.left >= cover.left && box.right <= cover.right; });
    };
    const all = this.targets();
    scrollTo(0, 0);
    const down = all.filter(hidden), up = all.reverse().filter(hidden);
    scrollTo(0, 0);
    return this.some(Array.from(new Set([...down, ...up])).map(el => `what is stuck hides the focus: ${this.name(el)}`));
  },

  // With the colours of the system a state is told by an outline or a line, as grounds and shadows are gone.
  forced() {
    const found = [], line = (el, part) => { const s = getComputedStyle(el, part); return s.outlineStyle === 'auto' || s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; };
    for (const el of this.targets()) {
      el.focus({ focusVisible: true });
      if (document.activeElement !== el) continue;
      const label = el.matches('.choice input') && el.nextElementSibling;
      if (!(label ? line(label, '::before') : line(el))) found.push(`the focus is not seen: ${this.name(el)}`);
    }
    document.activeElement.blur();
    for (const bar of document.querySelectorAll('.nav,.tabs')) {
      const edge = el => getComputedStyle(el).borderBottomColor;
      const on = bar.querySelector('[aria-current]'), off = bar.querySelector('a:not([aria-current])');
      if (on && off && edge(on) === edge(off)) found.push(`the page one is on looks like the others: ${this.name(on)}`);
    }
    for (const box of document.querySelectorAll('.choice :checked')) {
      if (getComputedStyle(box.nextElementSibling, '::after').opacity !== '1') found.push(`a choice that is made looks like the others: ${this.name(box)}`);
    }
    for (const tag of document.querySelectorAll('.tag:not(.is-quiet),.notice,.banner,.error-summary')) {
      const s = getComputedStyle(tag);
      if (this.shown(tag) && !parseFloat(s.borderInlineStartWidth)) found.push(`it has no line round it: ${this.name(tag)}`);
    }
    return this.some(found);
  },

  // Whoever asks for less motion gets none.
  moving() {
    const seconds = el => { const s = getComputedStyle(el); return parseFloat(s.transitionDuration) + parseFloat(s.animationDuration); };
    return this.some(Array.from(document.querySelectorAll('body *')).filter(el => seconds(el) > 0).map(el => `it moves: ${this.name(el)}`));
  },

  // On paper nothing is left that wants a click, the words are there, and nothing is folded or cut off.
  paper() {
    const found = [], main = document.querySelector('main');
    for (const el of document.querySelectorAll('nav,button,.button,.who,.filter,.skip')) if (this.shown(el)) found.push(`paper cannot be clicked: ${this.name(el)}`);
    if (main.innerText.trim().length < 20) found.push(`nothing is printed: ${main.innerText.trim()}`);
    for (const el of main.querySelectorAll('details.more')) {
      const words = el.querySelector(':scope > div');
      if (words && words.textContent.trim() && el.checkVisibility() && !words.querySelector('iframe,img') && words.getBoundingClientRect().height < 8) found.push(`it stays folded: ${this.name(el)}`);
    }
    return this.some(found).concat(this.wide());
  },
})
