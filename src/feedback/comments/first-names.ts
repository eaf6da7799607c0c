/**
 * First names that are common in England, Scotland, Wales and Northern Ireland and are no other word: a capital makes them a
 * name wherever they stand. Those that are words too (Grace, Mark, Will) are names only where somebody is thanked or named.
 */
const NAMES =
  'aaron abdul abigail adam adrian ahmed aisha alan alana alastair alex alexander alexandra alfie ali alice alison alistair ' +
  'amanda amelia amina amir amy ana andrea andrew angela angharad angus anita ann anna anne annette anthony antony archie ' +
  'arun ashley barbara barry becky ben benjamin bernadette bethan beverley brenda brian bronwen bryn caitlin callum calum ' +
  'cameron carl carly carol caroline carwyn catherine catrin ceri cerys charlotte chelsea chloe chris christina christine ' +
  'christopher ciara claire clare clive colin conor craig dafydd dai damian daniel daniela darren david dean deborah ' +
  'debbie declan deepak delyth denise dennis derek diana diane dilys donna doreen dorothy douglas duncan dylan edward ' +
  'eileen eilidh elaine eleri elin elizabeth ella ellen ellie elwyn emily emma emrys emyr eric erin ethan euan eurwen ' +
  'evelyn ewan farah fatima fiona fflur ffion fraser gail gareth gary gavin gemma geoff geoffrey george georgia geraint ' +
  'gerard gillian gina glenys gordon graham grzegorz gwen gwenda gwenllian gwyn gwyneth hannah harriet harvey hayley heather ' +
  'heledd helen henry hilary huw hywel iain ian idris ifan imran ioan iolo irene isaac isabel isla isobel iwan jacob ' +
  'jacqueline jade jaime jamie james jamila jan jane janet janice jason jasmine jayne jean jeanette jeff jenna jennifer ' +
  'jenny jessica jill jim joan joanna joanne joe joel john jonathan jordan joseph joshua joyce judith julia julian julie ' +
  'justin karen karim kate kath katherine kathleen kathryn katie kayleigh keith kelly kenneth kerry kevin khalid kieran ' +
  'kirsty kirsten krishna kyle laura lauren lee leanne leigh leon lesley leslie lewis liam linda lindsay lisa llinos ' +
  'lorna lorraine louise lowri lucy luke lynda lynn lynne maggie mairi malcolm mandy manjit marcus mared margaret maria ' +
  'marian marie marilyn marion martin martyn mary matthew maureen megan mehmet mei meinir mel melanie melissa mererid ' +
  'michael michelle mike mohamed mohammed moira monica morag morgan muhammad myfanwy nadia nadine nan nancy naomi natalie ' +
  'natasha neil nerys nia niamh nicholas nicola nicole nigel nikhil nina norma norman olivia omar osian oscar owain owen ' +
  'pamela patricia patrick paul paula pauline peter philip phillip phoebe piotr pawel priya rachael rachel rahul raj rajesh ' +
  'rashid raymond rebecca rhian rhiannon rhodri rhys richard rita robert robin roger ronald rosemary ross rosie rowena roy ' +
  'russell ruth ryan sabrina sally samantha samira samuel sandeep sandra sanjay sara sarah scott sean shaun sharon sheila ' +
  'shirley sian simon sioned siobhan sofia sonia sophie stacey stephanie stephen steven stewart stuart sunita susan suzanne ' +
  'sylvia tamsin tanya tara teresa terence theresa thomas tiffany timothy tina tomos toni tony tracey tracy trevor valerie ' +
  'vanessa veronica vicky victoria vijay vincent vivienne wayne wendy william yasmin yvonne zainab zara zoe';

const KNOWN = new Set(NAMES.split(' '));

/** Whether a word is such a name. Accents do not matter: 'Siân' is 'Sian'. */
export function isFirstName(word: string): boolean {
  return KNOWN.has(word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
}
