import calendar from '../../data/calendar/2018.json' with { type: 'json' }
import checklist from '../../data/inspections/2018.json' with { type: 'json' }

/** As they are shipped, for tests in the browser, too. */
export { calendar, checklist }
