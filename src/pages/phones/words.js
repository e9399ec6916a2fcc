/**
 * How numbers, names and times are written on this page.
 *
 * @param {{ lineNumber: string, agencyName: string, zone: string }} line
 * @param {ReadonlyMap<string, import('./simulator.js').Handset>} handsets
 */
export function createWords({ lineNumber, agencyName, zone }, handsets) {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h12',
  })
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' })

  /** "9.20am", "9am". @param {number | string} at */
  function time(at) {
    const parts = Object.fromEntries(clock.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
    return `${parts['hour']}${parts['minute'] === '00' ? '' : `.${parts['minute']}`}${(parts['dayPeriod'] ?? '').toLowerCase()}`
  }

  /** Whose phone this is; where a name stands on several phones, with what tells it from the others. @param {string} number */
  function called(number) {
    const one = handsets.get(number)
    if (one === undefined) return undefined
    const others = [...handsets.values()].filter(({ name, number }) => name === one.name && number !== one.number)
    if (others.length === 0) return one.name
    return `${one.name} (${others.some(({ kind }) => kind === one.kind) ? readable(number) : one.kind})`
  }

  return {
    time,
    /** @param {string} number */
    called: (number) => called(number) ?? readable(number),
    /** The day is said only when it is not today. @param {number | string} at */
    dayAndTime: (at) =>
      day.format(new Date(at)) === day.format(new Date()) ? time(at) : `${day.format(new Date(at))}, ${time(at)}`,
    /** The line is called by the agency's name, known people by theirs. @param {string} number */
    who: (number) => (number === lineNumber ? agencyName : (called(number) ?? readable(number))),
    /** @param {string} number */
    nameOf: (number) => (number === lineNumber ? agencyName : called(number)),
  }
}

/** "+441632960999" as "01632 960999". @param {string} number */
export function readable(number) {
  const national = number.replace(/^\+44/, '0').replace(/\s+/g, '')
  if (/^02\d{9}$/.test(national)) return `${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}`
  return /^0\d{10}$/.test(national) ? `${national.slice(0, 5)} ${national.slice(5)}` : number
}

/** What a person types, as the carrier wants it: "01632 960999" becomes "+441632960999". @param {string} typed */
export function dialled(typed) {
  const bare = typed.replace(/[\s().-]/g, '')
  return bare.startsWith('0') ? `+44${bare.slice(1)}` : bare
}

/** "Anna Kowalska" is "Anna", "Mrs Brenda Trundle" is "Mrs Trundle". @param {string} name */
export function short(name) {
  const words = name.trim().split(/\s+/)
  const titled = /^(mr|mrs|ms|miss|mx|dr|rev|sir|dame|prof)\.?$/i.test(words[0] ?? '') && words.length > 1
  return titled ? `${words[0]} ${words.at(-1)}` : (words[0] ?? name)
}
