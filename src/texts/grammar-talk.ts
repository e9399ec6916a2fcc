/** Answers, questions and small talk. */

import type { Fact } from './grammar.ts'
import type { Entry } from './phrase-book.ts'
import { list } from './word-list.ts'

export const TALK: readonly Entry<Fact>[] = [
  {
    tag: 'cannot-offer',
    phrases: list(`
    can not (do|take|cover|make) (that one|that|this one|it|the offer|the extra|extra|more), can not cover,
    no (thanks|sorry|can not), sorry no, not (able|free|available), not free, can not help out, not available,
    no i can not, can not sorry, not this time, pass on that one, can not do that one
  `),
  },
  {
    tag: 'can-offer',
    phrases: list(`
    (i|will|can|happy to|able to|could|ok to) (do|take|cover|have) (it|that|that one|this|this one|them),
    (can|will) (do|cover|take), can do, will do it, i can, count me in, (put|sign) me down, i am free,
    i am available, yes i can, will cover, will take it
  `),
  },
  { tag: 'cover', phrases: list(`cover, covering, coming, take`) },
  {
    tag: 'ok',
    phrases: list(`
      ok, fine, good, great, tidy, mint, lush, champion, belter, grand, cushty, sweet, sound, nice one, safe got you, bang on, spot on, top banana, (right you are), hunky dory, tickety boo, no bother, crack on, wicked, sorted mate, (nothing|nowt) to report, all (good|ok|fine|well|sorted|clear|alright),
      <who> (is|are|was) [all|absolutely] (ok|fine|good|alright|well|safe|happy),
      no (problem|problems|worries|probs|bother|concerns), will do, yes, perfect, understood, got it, noted, sorted,
      everything [is|was] (fine|ok|good), no probably, alright, that is (fine|ok), is fine, cool, not missed any,
      have not missed any, sounds good, safe and well, safe and sound, of course
    `),
  },
  {
    tag: 'who',
    phrases: list(`
    who is [on] on call, who is oncall,
    (who|which manager) [is] (on call|on duty|the on call|manager tonight|on tonight|on the phone|is on),
    what is the on call (number|phone), on call (number|phone|please|no),
    number (for|of) [the] (on call|office|manager), who do i (ring|call|phone|contact),
    who (to|can i|should i) (ring|call|phone|contact), which manager ~ tonight, who got the on call,
    who has the on call [phone], who, on call manager, on call who
  `),
  },
  {
    tag: 'next',
    phrases: list(`
    next, what is [my|the] next [one|call|visit], what is next,
    (who|where) [am|is|do|to] [i|my|is] [going|go|got|have|on] [to] next [call|visit|one],
    next (call|visit|client|one) [please|who|where], who [is|have i got|am i seeing|do i have|do i see] ~ next,
    where [am i|to|is] ~ next, my next (call|visit|one|client) to, what have i got next, next please, my rota,
    what calls have i [got], show next, who am i [going] to next, what are my [next] (calls|visits)
  `),
  },
  {
    tag: 'undo',
    phrases: list(`
      undo, (ignore|disregard|forget|scrap|cancel|delete|scratch) (that|it|this),
      (ignore|disregard|forget|scrap|cancel|delete|scratch) [that|my|the|this] [last|previous] (text|message|one),
      (ignore|disregard|forget|scrap) what i ~ (said|sent|texted),
      (sent|texted) [that] (by|in) (mistake|accident|error), sent [to] [the] wrong (person|number|one),
      wrong (person|chat|group), mistake, (that|last) (text|message|one) was (wrong|a mistake),
      that was (wrong|a mistake|not for you|meant for), my mistake, pocket (text|dial), take (that|it) back,
      not meant for you, kids sent that, ignore me
    `),
  },
  {
    tag: 'stop',
    phrases: list(`
    stop (texting|messaging|sending|these|this) [me|us|texts|messages|these] [texts|messages], unsubscribe [me],
    opt out, remove me from, no more (texts|messages)
  `),
  },
  {
    tag: 'thanks',
    phrases: list(`
    thanks, thank you, thank u, ta, cheers, much appreciated, appreciated, appreciate it, bless you, god bless,
    lovely today, (was|is|she is) [so|very] (lovely|wonderful|marvellous|brilliant|kind), grateful,
    for letting me know, tell her thanks
  `),
  },
  {
    tag: 'chatter',
    phrases: list(`
      hello, hi, hiya, hey, good morning, morning all, morning, good evening, good night, night all, evening all,
      good afternoon, happy (birthday|christmas|new year|easter|friday|anniversary|diwali|eid), merry christmas,
      see you, see you (later|tomorrow|soon|monday|then|tonight), talk later,
      (text|speak|ring|call|message) you later, lol, haha, bye, good luck, well done, congratulations, congrats,
      welcome, you are welcome, have a (good|nice|lovely|great) (day|one|night|weekend|evening|shift|time),
      take care, safe (journey|travels|trip|drive|home), get well soon, hope you are, how are you, love you,
      miss you [all], would not miss it, can not thank you enough, here we go [again], here you go, over the moon,
      end of my shift, tapback (liked|loved|emphasised|emphasized|laughed at), focus turned on, wrong number,
      bore da, dzien dobry, thanks for nothing, no thanks, missed (call|calls) from you,
      missed (your|ur) (call|text|message), i miss (you|u|him|her|them|my),
      can not (wait|complain|believe|stop laughing|win), can not talk [now|right now], sick and tired,
      [i am] [so] sick of, i am sick and tired, is sick [well done|mate|bro|lol], better late than never,
      the late (@|#o), was sick last, not missed any, better late, kiss, never mind, typical, joking, best of luck,
      bless, driving right now, driving with
    `),
  },
]
