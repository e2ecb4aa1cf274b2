// The line about the facts is kept true while a report is filled. Without scripts the next page says it instead.
const form = document.querySelector('form[data-supports]')
const line = document.getElementById('supports')
const button = form.querySelector('[data-once-told]')
let asking

// Only what the facts rest on is asked with: the words that somebody types stay on the page.
function asked () {
  const filled = new FormData(form)
  const query = new URLSearchParams({ colour: filled.get('colour') ?? '' })
  filled.getAll('reached').forEach((milestone) => query.append('reached', milestone))
  if (filled.get('evidence')) query.append('evidence', '1')
  return `${form.dataset.supports}?${query}`
}

function told () {
  const supported = line.querySelector('[data-supported]')
  form.elements.told.value = supported ? supported.dataset.supported : ''
}

async function look () {
  asking?.abort()
  asking = new AbortController()
  form.elements.told.value = ''
  try {
    const answer = await fetch(asked(), { signal: asking.signal })
    if (!answer.ok) throw new Error(answer.statusText)
    line.innerHTML = await answer.text()
    told()
  } catch (fault) {
    if (fault.name !== 'AbortError') line.textContent = 'What the facts support is said on the next page.'
  }
}

// What only one colour asks for is shown with that colour.
function show () {
  for (const part of form.querySelectorAll('[data-only-for]')) {
    part.hidden = form.elements.colour.value !== part.dataset.onlyFor
  }
}

form.addEventListener('change', (event) => {
  show()
  if (['colour', 'reached', 'evidence'].includes(event.target.name)) look()
})
button.textContent = button.dataset.onceTold
show()
told()
