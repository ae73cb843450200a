// Enhancements only: every page works without this file, and whatever fails leaves the plain page.
(() => {
  'use strict';
  const $ = (sel, root) => Array.from((root || document).querySelectorAll(sel));
  const attempt = (what, fn) => { try { fn(); } catch (e) { console.warn(what, e); } };
  const make = (tag, cls, text) => { const el = document.createElement(tag); if (cls) el.className = cls; if (text) el.textContent = text; return el; };
  // What the script says comes with the page, from the word list.
  const words = JSON.parse(document.body.dataset.words || '{}');
  const said = (key, fill) => (words[key] || '').replace(/\{(\w+)\}/g, (_, name) => fill[name]);
  document.documentElement.classList.add('js');

  // The error summary takes the focus, so that it is read out first.
  attempt('focus', () => { const box = $('[data-focus]')[0]; if (box) box.focus(); });

  // On a phone the list comes before what narrows it.
  attempt('narrow', () => { if (window.matchMedia('(max-width:53.75em)').matches) $('[data-narrow-close]').forEach(d => { d.open = false; }); });

  // One press of a button is one act: a second press before the answer comes does nothing.
  attempt('once', () => {
    document.addEventListener('submit', e => {
      const button = e.submitter;
      if (!button || !button.hasAttribute('data-once') || e.defaultPrevented) return;
      if (button.getAttribute('aria-disabled') === 'true') { e.preventDefault(); return; }
      button.setAttribute('aria-disabled', 'true');
      setTimeout(() => button.removeAttribute('aria-disabled'), 8000);
    });
    window.addEventListener('pageshow', () => $('[data-once]').forEach(b => b.removeAttribute('aria-disabled')));
  });

  // Characters: counted as typed; said out loud only after a pause.
  attempt('count', () => $('[data-count-for]').forEach(line => {
    const area = document.getElementById(line.dataset.countFor);
    const most = Number(area.dataset.most), loud = make('span', 'hush');
    loud.setAttribute('aria-live', 'polite');
    line.after(loud);
    let timer;
    const show = () => {
      const left = most - Array.from(area.value).length;
      const text = said(left < 0 ? 'over' : left === 1 ? 'left-one' : 'left-many', { n: Math.abs(left).toLocaleString('en-GB') });
      line.textContent = text;
      line.classList.toggle('is-late', left < 0);
      clearTimeout(timer);
      timer = setTimeout(() => { loud.textContent = text; }, 1500);
    };
    area.addEventListener('input', show);
    if (area.value) show();
  }));

  // Autosave: the form's fields are posted to data-autosave on the form or the field, a moment after typing stops,
  // when the page is left, and again after a failure.
  const note = anchor => {
    const el = make('span', 'saved');
    el.setAttribute('role', 'status');
    anchor.after(el);
    return (text, bad) => { el.textContent = text; el.classList.toggle('is-late', !!bad); };
  };
  const autosave = el => {
    const url = el.dataset.autosave, form = el.form || el, say = note(el.form ? el : form.querySelector('.buttons') || form.lastElementChild);
    let timer, dirty = false, wait = 1500;
    const body = () => new URLSearchParams(Array.from(new FormData(form)).filter(([, value]) => typeof value === 'string'));
    const save = () => {
      dirty = false;
      fetch(url, { method: 'POST', body: body(), headers: { 'X-Requested-With': 'autosave' } })
        .then(r => {
          if (r.redirected || r.status === 401 || r.status === 403) { say(said('signed-out'), true); dirty = true; return; }
          if (!r.ok) throw new Error(r.status);
          wait = 1500;
          say(said('saved', { time: new Date().toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' }) }));
        })
        .catch(() => { dirty = true; wait = Math.min(wait * 2, 60000); say(said('unsaved'), true); timer = setTimeout(save, wait); });
    };
    el.addEventListener('input', () => { dirty = true; clearTimeout(timer); timer = setTimeout(save, wait); });
    form.addEventListener('submit', () => { dirty = false; clearTimeout(timer); });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && dirty && navigator.sendBeacon) navigator.sendBeacon(url, body());
    });
  };
  attempt('autosave', () => $('[data-autosave]').forEach(autosave));

  // Live checks: what is typed is posted to data-check; the answer is a list of sentences {"notes":["…"]}.
  attempt('check', () => $('[data-check]').forEach(area => {
    const box = document.querySelector(`[data-check-for="${CSS.escape(area.id)}"]`);
    if (!box) return;
    let timer, asked = 0;
    const ask = () => {
      const mine = ++asked;
      fetch(area.dataset.check, { method: 'POST', body: new URLSearchParams({ text: area.value, name: area.name }) })
        .then(r => r.ok ? r.json() : { notes: [] })
        .then(answer => {
          if (mine !== asked) return;
          const list = make('ul');
          list.append(...(answer.notes || []).map(n => make('li', '', n)));
          box.replaceChildren(...(list.firstChild ? [list] : []));
        })
        .catch(() => {});
    };
    area.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 900); });
  }));

  // Add another: <div data-repeat="cycle"> holds .repeat blocks; the button [data-add] adds one.
  // Names and ids carry the number as "cycle.0.".
  attempt('repeat', () => $('[data-repeat]').forEach(group => {
    const add = group.querySelector('[data-add]');
    if (!add) return;
    const key = group.dataset.repeat;
    add.addEventListener('click', e => {
      const blocks = $('.repeat', group), last = blocks[blocks.length - 1];
      if (!last) return;
      e.preventDefault();
      const n = blocks.length, copy = last.cloneNode(true);
      const swap = s => s.replace(new RegExp(`(${key}[.-])\\d+`, 'g'), `$1${n}`);
      [copy, ...$('*', copy)].forEach(el => ['id', 'name', 'for', 'aria-describedby', 'data-count-for', 'data-check-for'].forEach(a => {
        if (el.hasAttribute(a)) el.setAttribute(a, swap(el.getAttribute(a)));
      }));
      $('button[value]', copy).forEach(el => { el.value = swap(el.value); });
      $('input,textarea,select', copy).forEach(el => { if (/checkbox|radio/.test(el.type)) el.checked = false; else el.value = ''; el.removeAttribute('aria-invalid'); });
      $('.error', copy).forEach(el => el.remove());
      $('.is-wrong', copy).forEach(el => el.classList.remove('is-wrong'));
      $('[data-number]', copy).forEach(el => { el.textContent = n + 1; });
      last.after(copy);
      copy.querySelector('input,textarea,select').focus();
    });
  }));

  // Files: named as chosen, too-large ones told at once, dropping allowed, progress shown while they are sent.
  attempt('files', () => $('input.file').forEach(input => {
    const box = document.querySelector(`[data-uploads-for="${CSS.escape(input.id)}"]`), drop = input.closest('.drop');
    const most = Number(input.dataset.mostBytes) || Infinity, size = n => n < 1e6 ? Math.ceil(n / 1e3) + ' KB' : (n / 1e6).toFixed(1) + ' MB';
    const line = (n, most, name) => {
      const el = make('p', n > most ? 'upload is-late' : 'upload', name);
      el.append(make('span', '', n > most ? said('too-large', { size: size(n), most: size(most) }) : size(n)));
      return el;
    };
    const list = () => {
      let sum = 0;
      box.replaceChildren(...Array.from(input.files, f => { sum += f.size; return line(f.size, most, f.name + ' '); }));
      if (sum > 10 * most) box.append(line(sum, 10 * most, ''));
    };
    input.addEventListener('change', list);
    ['dragenter', 'dragover', 'dragleave', 'drop'].forEach(n => drop.addEventListener(n, e => {
      e.preventDefault();
      drop.classList.toggle('is-over', n === 'dragenter' || n === 'dragover');
    }));
    drop.addEventListener('drop', e => { if (e.dataTransfer.files.length) { input.files = e.dataTransfer.files; list(); } });
    const form = input.form;
    if (!form || !form.hasAttribute('data-progress')) return;
    form.addEventListener('submit', e => {
      if (!input.files.length) return;
      e.preventDefault();
      if ($('.is-late', box)[0]) { input.focus(); return; }
      const bar = make('progress'), request = new XMLHttpRequest(), plain = () => HTMLFormElement.prototype.submit.call(form);
      bar.max = 100;
      bar.setAttribute('aria-label', said('sending'));
      box.append(bar);
      const data = new FormData(form, e.submitter || undefined);
      request.upload.addEventListener('progress', p => { if (p.lengthComputable) bar.value = 100 * p.loaded / p.total; });
      request.addEventListener('load', () => {
        if (request.status < 400) { location.assign(request.responseURL); return; }
        // A whole page: this file begins anew in it.
        document.open();
        document.write(request.responseText);
        document.close();
      });
      request.addEventListener('error', plain);
      request.open('POST', form.action);
      request.send(data);
    });
  }));

  // The session: a warning two minutes before it ends, with a way to stay.
  attempt('session', () => {
    const { session, stay } = document.body.dataset;
    if (!session || !stay) return;
    let timer;
    const box = make('div', 'banner is-soon'), ask = make('button', 'button button-quiet', said('stay'));
    box.setAttribute('role', 'alert');
    const arm = () => { clearTimeout(timer); timer = setTimeout(warn, Math.max(0, Number(session) - 120) * 1000); };
    const warn = () => { box.replaceChildren(make('p', 'banner-title', said('ending')), make('p', '', said('kept')), ask); document.getElementById('main').prepend(box); };
    ask.type = 'button';
    ask.addEventListener('click', () => fetch(stay).then(r => { if (r.ok) { box.remove(); arm(); } }).catch(() => {}));
    arm();
  });
})();
