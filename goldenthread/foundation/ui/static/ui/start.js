// Small enhancements only: every page works without this file.
import { initAll } from '../vendored/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
