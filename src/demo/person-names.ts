import type { Chance } from '../generate/chance.js';

const FIRST =
  'Aisha Alan Amira Andrew Anika Bethan Callum Carol Chloe Colin Daniel Deepa Derek Donna Ella Emeka Farah Fiona Gareth Gita Hannah Harvinder Helen Ian Imran Isla Jamal Janet Jasmin Jean Joanna Karim Kath Kofi Laura Leon Lin Lorna Malik Marek Maria Martin Mei Mina Mo Nadia Neil Nia Niamh Olu Owen Pam Patrick Paula Priya Rachel Rashid Rhys Rita Rosa Ruth Sandeep Sara Sean Shona Simon Sunita Tariq Tess Tom Usha Vera Victor Wendy Yusuf Zara Zoe'.split(
    ' ',
  );
const LAST =
  'Abara Ahmed Akhtar Allott Barlow Begum Bell Bianchi Blake Bose Brannigan Chowdhury Clegg Cole Costa Craig Dale Das Devine Duffy Edwards Ellery Ennis Farrow Finch Flynn Forsyth Gill Goddard Grant Greaves Griffiths Haddad Hale Hartley Hassan Henshaw Hobbs Hussain Ibrahim Iqbal Jarvis Jenkins Joshi Kane Kapoor Keogh Khan Kowalski Lacey Laing Lamb Lewis Lim Lowe Mahmood Mander Marsh Mensah Mistry Moran Nair Nash Novak Nwosu Oakes Osei Parry Patel Pereira Pike Popescu Pryce Quinn Rahman Reilly Rigby Roper Saleh Sandhu Shah Sharp Silva Singh Sloan Sykes Tait Thapa Tran Tully Varga Vaughan Wade Walsh Weir Yeo Zielinska'.split(
    ' ',
  );
const WELSH_FIRST = 'Alun Bethan Catrin Dafydd Elin Ffion Gethin Heledd Ifan Lowri Mared Rhodri Sioned Tegwen'.split(
  ' ',
);
const WELSH_LAST = 'Bevan Bowen Evans Gwilym Howells Llewelyn Meredith Morgan Owen Powell Prosser Rees Tudor'.split(
  ' ',
);

export function personName(chance: Chance, welsh = false): string {
  return welsh && chance.happens(0.7)
    ? `${chance.pick(WELSH_FIRST)} ${chance.pick(WELSH_LAST)}`
    : `${chance.pick(FIRST)} ${chance.pick(LAST)}`;
}
