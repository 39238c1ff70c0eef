function cerminTema(t) {
  let d = document, own = t === 'light' || t === 'dark'
  if (own) d.documentElement.dataset.theme = t
  else delete d.documentElement.dataset.theme
  d.querySelector('[name=color-scheme]').content = own ? t : 'light dark'
  for (let m of d.querySelectorAll('[name=theme-color]'))
    m.media = own ? (m.id === 'tema-' + t ? 'all' : 'not all') : `(prefers-color-scheme:${m.id.slice(5)})`
}
try { cerminTema(localStorage.getItem('cermin-tema')) } catch {}
