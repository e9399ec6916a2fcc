/** First names that care workers sign with, or call each other by. */

/** Whether a word is a common first name. */
export function isFirstName(word: string): boolean {
  return NAME_WORDS.has(word)
}

const NAME_WORDS: ReadonlySet<string> = new Set(
  'abdul adaeze ade agnieszka ahmed aisha alfie ali amina amit ana andrei anil aneta arjun asha ayo beata bisi blessing bogdan chidi chinedu chioma comfort cristina dorota elena emeka ewa fatima femi florin folake funmi gabriela grazyna grzegorz hassan ibrahim imran ioana irena iwona jasmin jasmine joanna jose jozef kamila kasia katarzyna kofi krzysztof kumar kwame lakshmi lukasz magda malgorzata marek maria mariam mihai mohammed monika musa nadia natalia ngozi nkechi obi olu omar osman pawel piotr precious priya rahul raj ravi renata samina sanjay shanti sunita tariq tomasz tunde uche victor wanjiru yusuf zainab zofia alex alan amy andy angela anita ann anna anne annie barbara ben beth bob brenda carol cath chloe chris claire dan dave debbie denise donna elaine eileen ella emma fiona frank gary gemma george hannah harry hazel heather helen jack jackie jade james jan jane janet jean jenny jess jim jo joan joanne joe john joyce judy julie karen kate kath keith kelly ken kerry kim laura leanne lena lesley lily linda lisa liz lorna louise lucy maria marie mary mel michelle mike molly nat nick nicola nina pam paul paula pauline pete peter phil rachel rita rob ron rosa ruth sally sam sandra sara sarah sean shaz sheila sian simon stella steve sue susan tara tess tina tom toni tony tracey tracy vera vicky zoe'.split(
    ' ',
  ),
)
