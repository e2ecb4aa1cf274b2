// A page of work that is going on looks again by itself, unless somebody is reading something on it.
// Without scripts the page offers a link that does the same; a meta refresh would interrupt a screen reader.
setTimeout(() => {
  const reading = document.activeElement && document.activeElement !== document.body
  if (!reading) window.location.reload()
}, 3000)
