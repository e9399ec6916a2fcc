/** Invented names and places. Whoever finds themselves here: it is by chance, and every number belongs to nobody. */

export const WOMEN = words(`
Abigail Agnieszka Alice Amara Anita Ayesha Beatrice Bernadette Blanche Carol Catherine Cecilia Chidinma Constance
Daphne Deborah Delroya Dilys Doreen Dorothy Eleanor Elżbieta Enid Esther Eunice Fatima Florence Freda Gwyneth Harriet
Hilda Hyacinth Imelda Irena Ivy Jacqueline Janice Joyce Judith Kamala Karen Leonora Linda Lorraine Lucille Lydia Mabel
Mariam Maud Mavis Mercy Mildred Monica Myrtle Nadia Ngozi Noreen Olwen Pamela Parveen Pauline Phyllis Priya Queenie
Renate Rosemary Ruth Sandra Shirley Sonia Stella Susan Sybil Tabitha Theresa Ursula Valentina Violet Wendy Yetunde
Yvonne Zainab
`)

export const MEN = words(`
Alan Albert Arthur Aubrey Basil Bernard Cecil Cyril Daniel Derek Desmond Douglas Edwin Emmanuel Ernest Eustace
Frederick Gerald Gilbert Gordon Harbinder Harold Herbert Hubert Ivor Jerzy Joseph Kofi Lancelot Leonard Lionel Malcolm
Maurice Mustafa Neville Norman Oswald Percy Ralph Reginald Roland Rupert Samuel Sidney Terence Thaddeus Tunde Vernon
Victor Walter Wilfred Winston
`)

export const SURNAMES = words(`
Abernathy Acheampong Adeyemi Ainsworth Alderley Allsop Ambler Anstey Appleyard Arkwright Babington Bainbridge
Balasubramaniam Bamford Barraclough Beckwith Bielak Birtwhistle Blakemore Boateng Braithwaite Brearley Brocklebank
Bulmer Butterworth Cadwallader Calderbank Carmichael Cattermole Charlesworth Chaudhary Cholmondeley Cleverley
Coddington Copplestone Crabtree Crowther Dalrymple Danquah Darlington Dewhurst Dinsdale Dobrowolski Drinkwater
Duckworth Eastwood Eccleston Eckersley Elphinstone Entwistle Evershed Fairbrother Farthing Featherstone Fernandes
Fitzgibbon Fotheringham Frobisher Garside Gathergood Gill-Harris Gladwin Goodbody Greenhalgh Grimshaw Gunasekara
Haddock Halliwell Hardcastle Hargreaves Heathcote Higginbottom Holroyd Horrocks Ibrahim Illingworth Inskip Jankowska
Jellicoe Jeyaratnam Kaczmarek Kershaw Kirkbride Lambourne Langstaff Leatherbarrow Longbottom Lowenthal Lumsden
Mainwaring Makepeace Marchbanks Mbeki Merryweather Middlemiss Molyneux Murgatroyd Nettleship Nightingale Nwosu Oddie
Ogunleye Okafor Oldroyd Openshaw Osgerby Oxtoby Pargeter Pemberton Pennington Philpott Pickersgill Postlethwaite
Prendergast Quartermaine Ramsbottom Rathbone Ravenscroft Rigby Rosewarne Rowbotham Sagoo Satterthwaite Scargill
Shufflebottom Sidebottom Skelhorn Snodgrass Sowerby Stapleford Sugden Swinbourne Szymanska Tattersall Tetley
Thistlewood Thwaites Tiplady Tremayne Twelvetrees Umeh Unsworth Vaidya Vavasour Venning Wainwright Walkinshaw
Warburton Wetherby Wigglesworth Winterbottom Wolstenholme Woodhead Yardley Yaxley Zachariah
`)

export const STREETS = [
  'Applecote Lane',
  'Bellrope Row',
  'Candle Street',
  'Cobbler’s Rise',
  'Dovecot Close',
  'Elderflower Way',
  'Foxglove Road',
  'Gatepost Hill',
  'Hayloft Mews',
  'Inkwell Court',
  'Jackdaw Green',
  'Kingcup Drive',
  'Lantern Walk',
  'Mallow Avenue',
  'Nutmeg Gardens',
  'Old Bakehouse Yard',
  'Pepperpot Lane',
  'Quince Grove',
  'Ropewalk',
  'Saltbox Street',
  'Teasel Close',
  'Underhill Lane',
  'Vinegar Hill',
  'Weaver’s Field',
  'Yarrow Crescent',
] as const

/** The areas of the agency on a flat map, in kilometres. QB is no real postcode area. */
export const AREAS = [
  { code: 'QUI', town: 'Quillbrook', outward: 'QB1', type: 'urban', x: 0, y: 0, share: 22 },
  { code: 'ASH', town: 'Ashmere', outward: 'QB2', type: 'urban', x: 5, y: 3, share: 16 },
  { code: 'THO', town: 'Thornby Cross', outward: 'QB3', type: 'urban', x: -4, y: 5, share: 15 },
  { code: 'OAK', town: 'Oakstead', outward: 'QB4', type: 'urban', x: 3, y: -6, share: 15 },
  { code: 'MAR', town: 'Marlpit', outward: 'QB5', type: 'urban', x: -6, y: -3, share: 13 },
  { code: 'HAR', town: 'Harrowdene', outward: 'QB6', type: 'urban', x: 9, y: -2, share: 11 },
  { code: 'FEN', town: 'Fenby St Mary', outward: 'QB7', type: 'rural', x: -9, y: 9, share: 4 },
  { code: 'WEL', town: 'Little Welling', outward: 'QB8', type: 'rural', x: 8, y: 9, share: 4 },
] as const

export type Area = (typeof AREAS)[number]

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
