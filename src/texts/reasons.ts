/** Why a visit is late or cannot be done. The first reason of this order that a text names is taken. */

import type { Entry } from './phrase-book.ts'
import type { Reason } from './reading.ts'
import { list } from './word-list.ts'

export const REASONS: readonly Entry<Reason>[] = [
  {
    tag: 'emergency',
    phrases: list(`
      (family|personal|childcare|home|domestic) emergency, emergency at [my|the] (last|previous|first|other|earlier),
      my (son|daughter|baby|child|mum|dad|mother|father|husband|wife|nan|gran|sister|brother|partner|kid|kids) ~ (hospital|a&e|collapsed|stroke|heart attack|accident|rushed|ambulance),
      (rushed|rushing) ~ (hospital|a&e), a&e with, family (crisis|issue|issues|problem|matter|bereavement), (school|nursery) (rang|called|phoned) ~, in a&e with
    `),
  },
  { tag: 'sick', phrases: list(`i am ill, i am sick, migraine, throwing up, vomiting`) },
  {
    tag: 'breakdown',
    phrases: list(`
      puncture, flat tyre, flat tire, (tyre|tire|battery|engine|car) ~ (finish|finished|broke|broken|spoil|spoiled|spoilt|burst|dead|flat), jump (leads|cable|start), tyre [has] (blown|burst|gone|went|flat), (blown|burst) tyre, broke down,
      broken down, breakdown, gearbox, alternator, head gasket, radiator, cambelt, suspension, brakes, wheel (fell|came) off, overheating, wont start,
      clamped, towed, mot, breaking down, car died,
      (car|van|moped|engine|bike) [has|is|was|just] [just|completely|totally] (died|dead|broke|broken|knackered|packed up|gave up|playing up|in the garage|at the garage|overheated|overheating|stalled|smoking|buggered|bust|flat),
      (car|van|moped|bike|engine) (will|would|does|did|do|is) not (start|starting|go|work|move|working), car trouble,
      car problems, car issues, engine (trouble|light|gone|failure), dead battery, flat battery,
      battery [is|was] (dead|flat|gone), no petrol, run out of (petrol|fuel|diesel|charge),
      ran out of (petrol|fuel|diesel), waiting for [the] (aa|rac|recovery|breakdown|tow truck), aa, rac, clutch,
      exhaust, no car, car in garage, chain (came off|broke|snapped), locked (my keys|keys|the keys) in,
      lost my car keys, car, car keys, tyre, at the garage, (took|take|taking|drop|dropping) the car
    `),
  },
  {
    tag: 'transport',
    phrases: list(`
      bus, (bus|train) strike, strikes, replacement bus, missed the (bus|train|connection), train, tram, tube, metro, taxi, uber, cab, lift did not turn up, no lift, my lift,
      missed my (connection|lift), ferry, minibus, bike stolen, connection
    `),
  },
  {
    tag: 'weather',
    phrases: list(`
      snow, snowed, snowing, snowed in, ice, icy, black ice, fog, foggy, storm, flooded, floods, flooding, flood,
      rain, raining, (hammering|chucking|pouring|bucketing|pissing|lashing|tipping|throwing|siling|hosing) [it] (down|with rain), sleet, slush, blizzard,
      whiteout, downpour, monsoon, gale, gales, hurricane, tree (down|fallen|fell), fallen tree, freezing fog, skating rink, heatwave, dig (my|the) car out, weather, frozen, heavy rain, roads are ice, tamping [down], under water, teeming, stair rods, cats and dogs, (road|roads) ~ (under water|flooded|washed out), gritter, wind, hail, scraping, defrosting, de icing,
      deicing
    `),
  },
  {
    tag: 'traffic',
    phrases: list(`
      traffic, (dug|digging|ripped) ~ (road|street) [up], (cones|contraflow|lane closed|lanes closed|smash on|pile up|pileup|shed its load|spillage|backed up|chocka|chocker|rammed|solid|bumper to bumper|nose to tail|logjam|snarled up|barrier down|swing bridge|funeral procession|horse box|slow moving|go slow|hgv|dustcart|dustbin lorry|refuse lorry|sheep in the road|cows in the road),
      stuck behind [a|the], roadworks, road works,
      road (closed|is closed|was closed|closure|shut|is shut|blocked|is blocked|work), closed road, closure,
      diversion, detour, diverted, sent round the long way, queue, queues, queuing, tailback, tailbacks, jam,
      jammed roads, gridlock, gridlocked, (is|its|like) a car park, car park on the #o, rush hour, stuck (on|at|in) [the] (#o|road|lights|jam|junction),
      (on|at|in) [the] #o [stuck|late|queue|traffic],
      #o (closed|shut|blocked|gridlocked|is closed|is shut|at a standstill|standstill), standstill,
      (accident|crash|collision) [has|is] (on|at|near|ahead|in front|by|along|blocking|outside),
      because of [an|the|a] (accident|crash), lights (broken|are out|stuck), temporary lights, level crossing,
      bin lorry, bin men, tractor, lorry, bridge (up|closed), moving slow, crawling, school run, road is bad,
      bad road, road bad, motorway, ring road, stationary, marathon, parade, police road block, police (close|closed|closing|stop|block|blocked|shut) [the|all] (road|roads|street), hold up,
      road blocked
    `),
  },
  {
    tag: 'access',
    phrases: list(`
      waiting for [the|a] (key|keys), waiting on [the|a] (key|keys), no key, no keys, keysafe, key safe,
      key [is] not in, can not get in, could not get in, locked out,
      lift (broken|is broken|out of order|not working), gate (locked|code), door code, code ~ (changed|wrong|change|not working), (gate|door) ~ code, code of [the] (gate|door), entry code, getting the key,
      fetch the key, collect the key, pick up the key, get key, intercom
    `),
  },
  {
    tag: 'overran',
    phrases: list(`
      (doctor|nurse|gp) (was|is) with, (earlier|previous|before|last|first|other) (person|client|house|lady|man|call) ~ (long|slow|late|more), long long time, slow to (eat|wash|dress|move), (lady|man|client|she|he|person) (was|is) slow, (only|just|only just) (out of|left|finished|leaving|finishing|done|got out|getting out) ~ (#c|last|first|previous|earlier|other|one), right to do, palaver, faff,
      overran, overrun, overrunning, over ran, over run, ran over, ran on, run over, running over, ran late,
      (last|first|previous|earlier|other|prev) (call|visit|one|client|lady|gent|man) [has|took|was] [ages|over|over ran|longer|long|late|ran over|ran on|took ages|took longer],
      (took|take|taking|needed|needs|need|wanted|being) [a|so|so much|much|bit|a bit|a little|extra|far|way] (longer|long|time|more time|extra time|extra help|more help|changing|ages|seeing to|cleaning),
      extra (time|help|care|personal care|wash|shower), still (with|at|in) (@|her|him|my|last|first|the),
      not finished (with|at), bed (change|changing|stripping|soaked),
      needed (changing|a change|a wash|a shower|cleaning|washing|an extra|me|help|a lot), accident in bed,
      waiting for [the] [district] (nurse|doctor|gp|second carer|chemist|pharmacist|social worker),
      held up (at|with|by) (@|her|him|my|last|first|the|previous),
      (held up|late) at (last|first|previous|my last|my first), would not let me (leave|go), would not stop talking,
      kept me talking, had to (change|clean|wash|shower|strip|redo|wait with|stay with|do), previous call, last call,
      last visit, last client, first call, double up (late|not here), first one took, no travel time
    `),
  },
  {
    tag: 'other',
    phrases: list(`
      overslept, slept in, slept through, over slept, alarm did not, fell asleep, alarm not go off, forgot,
      school run, dropping kids, nursery, lost, wrong address, sat nav, satnav, childcare, dentist,
      doctors appointment, appointment, woke up late, no parking, can not park, parking
    `),
  },
]

/** The letters that the question for the reason offers (care-practice 3.5). */
export const REASON_LETTERS: ReadonlyMap<string, Reason> = new Map([
  ['t', 'traffic'],
  ['o', 'overran'],
  ['c', 'breakdown'],
  ['x', 'other'],
])
