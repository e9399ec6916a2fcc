/**
 * How the classes of danger-words.ts make a cry for help.
 *
 * `emergency: knock of client then part within 3` reads: a word of `knock`, said of a service user, with a word of `part`
 * behind it, at most three words off. `then` is behind, `after` is before, `near` is either. `of` names who must be
 * spoken about: client, self (the sender), family (the sender's own), unsaid; without it, anybody but a thing.
 * `even denied` stands where the "not" belongs to the cry.
 */

import { list } from './word-list.ts'

export const DANGER_RULES: readonly string[] = list(`
  # blood, breath, consciousness
  emergency: stark of client self unsaid
  emergency: senseless of client self unsaid
  emergency: gravely after cannot within 3 even denied
  person: vital of client after cannot within 3 even denied
  # the body
  emergency: brokenly of client unsaid near part within 4
  emergency: knock of client then part within 4
  emergency: harmed of client self unsaid
  person: oddly of client unsaid near part within 4
  person: ailing of client
  emergency: colour of client unsaid near oddly within 4
  person: likea near part within 6
  emergency: sagging near face within 4
  emergency: strongly after cannot within 2 near part within 4 even denied
  emergency: opened near flesh within 3 of client unsaid
  emergency: poison after ingesting within 4
  # falls
  emergency: felled of client self
  emergency: lain of client near down within 5
  # ending it
  emergency: despair of client self unsaid
  emergency: dying of client self after wanting within 4 even denied
  emergency: endings after wanting then oneself within 3
  # the house
  emergency: gasses near smelling within 4
  emergency: burning near homething within 4
  emergency: burning near smelling within 4
  emergency: gasses near alarms within 4
  emergency: burning near alarms near sounding within 5
  person: alarms near sounding within 3
  person: waters near coming near homething within 5
  emergency: lefton near cookers after cookers near homething within 3
  # people who do harm
  emergency: struck of other client unsaid then someone within 2
  emergency: comesat then menaced within 3 after stranger within 5
  emergency: weapon near wielding within 6
  emergency: makeshift near wielding then menaced within 6
  emergency: savage near beast within 5
  emergency: lurking near stranger within 4 near menaced within 6
  emergency: stranger near intruding near lurking within 5
  person: robbing near riches within 5
  person: handing of client near riches within 4 near conman within 6
  person: captive of client self unsaid near snare within 5
  person: neglect of client unsaid
  emergency: rampage of client other then breakable within 3
  # people who are gone, children alone
  emergency: gonemissing of client
  emergency: nowhere near finding within 5 after cannot within 6 even denied
  person: forsaken near child within 4
  # medicines and kit
  person: misgiven near meds near gotmeds within 6
  person: lacking near meds of client unsaid within 4 even denied
  person: kit near failing within 4 even denied
  # readings, food and drink, the mind
  emergency: obs then figure within 3
  person: fluids after lacking then since within 5 even denied
  person: seeing of client then phantoms within 3
  person: sense of client after cannot within 4 even denied
  # indecency, hatred, fear
  emergency: touching of client other unsaid near private within 4 near mine within 6
  person: lewd of client other unsaid
  person: hate near menaced within 5
  person: filming then menaced within 2
  person: marks of client near part within 4
  person: flinching of client
  person: signing of client other then savings within 6
  emergency: catching near homething within 2 near burning within 2
  emergency: structure of unsaid client then collapse within 3 near homething within 6
  person: quickly near helper within 3 near sendfor within 3
  # the road, and the sender
  emergency: skidding of self other near mine within 6
  emergency: crash of self unsaid near roadthing within 5
  person: afraid of self client
  person: calling of client then rescued within 4
  person: labour of client self
  emergency: foreign
`)
