/** First and last names of the people who work in the network, by where their families come from. */
export interface Origin {
  /** Out of a hundred people. */
  share: number;
  first: string[];
  last: string[];
}

const words = (text: string) => text.trim().split(/\s+/);

export const ORIGINS: Origin[] = [
  {
    share: 58,
    first: words(`
      Alan Alice Amy Andrew Anne-Marie Barbara Ben Callum Carol Charlotte Chloe Christine Colin Craig Daniel David Dawn Debbie
      Derek Donna Dorothy Ella Emily Emma Fiona Gary Georgia Gillian Hannah Harry Hazel Heather Helen Ian Isla Jack Jane Janet
      Jasmin Jean Joanna John Karen Kate Kath Keith Kelly Laura Leanne Linda Lorna Louise Lucy Lynn Mark Martin Mary-Jane
      Matthew Maureen Mike Natalie Neil Nicola Olivia Pam Patrick Paul Paula Pauline Peter Rachel Rebecca Richard Robert Rosie
      Ruth Sally Sam Sarah Sharon Sheila Simon Sophie Steve Stuart Sue Tess Tim Tina Tom Tracey Valerie Vera Victor Wendy Zoë`),
    last: words(`
      Allott Appleby Ashworth Atkins Bagshaw Barlow Beckett Bell Birchall Blake Booth Bright Brooks Burrows Chadwick Clegg Cole
      Cooper Cowley Craddock Crossley Dale Dawson Dobson Ellery Ennis Entwistle Farrow Fielding Finch Fletcher Forsyth Frost
      Gadsby Garside Gibbs Goddard Grant Greaves Hale Hartley Haworth Henshaw Hobbs Holroyd Hornby Hurst Ingham Jarvis Kirkham
      Lacey Laing Lamb Lister Lowe Lumb Marsh Mather Metcalfe Millward Nash Naylor Oakes Ogden Parkin Pike Pickles Ramsden
      Rigby Roper Rowley Salter Sharp Shaw Sloan Stott Sutcliffe Sykes Tait Tattersall Thwaite Tully Turner Varley Wade Walsh
      Weir Whitlock Winstanley Wragg Yeo Holt-Barker Wright-Dean Lane-Fox Marsh-Ellis`),
  },
  {
    share: 6,
    first: words(
      'Aoife Brendan Ciarán Clodagh Declan Deirdre Eoin Fionnuala Gráinne Kieran Mairéad Niamh Nuala Oisín Róisín Seán Shona Síle Tadhg Úna',
    ),
    last: words(
      'Brannigan Devlin Duffy Flynn Gallagher Kane Keogh Mac&Bride McAteer McKenna Moran Nolan O’Brien O’Dowd O’Hare O’Neill Quinn Reilly Ó&Briain Sweeney',
    ),
  },
  {
    share: 5,
    first: words(
      'Ailsa Alasdair Callum Catriona Ewan Fergus Greer Hamish Iona Isla Kirsty Lachlan Mairi Morag Moira Rory Rhona Ruaridh Struan Una',
    ),
    last: words(
      'Baird Cairns Drummond Fraser Galbraith Hay Innes Kerr Laidlaw MacInnes MacLeòid McCrae McPhail Muir Rennie Rutherford Sinclair Strachan Urquhart Wishart',
    ),
  },
  {
    share: 11,
    first: words(
      'Aisha Ali Amira Anika Asif Bilal Deepa Farah Gita Gurpreet Harvinder Imran Jaspreet Kiran Manjit Meera Mohammed Nadia Nasreen Priya Rashid Sandeep Shazia Sunita Tariq Usha Vikram Yasmin Yusuf Zara',
    ),
    last: words(
      'Ahmed Akhtar Begum Bhatt Bose Chaudhry Chowdhury Das Gill Hussain Iqbal Joshi Kapoor Kaur Khan Mahmood Malik Mistry Nair Patel Rahman Rao Sandhu Shah Sharma Siddiqui Singh Solanki Thakur Thapa',
    ),
  },
  {
    share: 5,
    first: words(
      'Abena Adaeze Amara Chidi Chinedu Emeka Esi Folake Kofi Kwame Nana Ngozi Olu Temi Tendai Tunde Yaa Zainab',
    ),
    last: words(
      'Abara Adebayo Adeyemi Asante Bello Boateng Chukwu Diallo Mensah Mokoena Moyo Ncube Nwosu Okafor Okonkwo Osei Owusu Sesay',
    ),
  },
  {
    share: 6,
    first: words(
      'Agnieszka Ana Andrzej Dariusz Elena Ewa Ioana Jakub Jiří Katarzyna Łukasz Magdalena Małgorzata Marek Mihai Paweł Radu Stanisława Tomáš Zofia',
    ),
    last: words(
      'Dvořák Grabowski Ionescu Jankowska Kowalski Kučera Lewandowska Mazur Nowak Novák Petrov Piątek Popescu Şerban Szymańska Wójcik Wiśniewski Zając Zielińska Žukauskas',
    ),
  },
  {
    share: 3,
    first: words(
      'Beatriz Björn Chiara Chloé Élise Giulia Ingrid Inês João José Jürgen Lars Luís Marta Matteo Núria Renée Søren Sofía Åsa',
    ),
    last: words(
      'Bianchi Costa D’Amico D’Souza Díaz Fernández Ferreira García Ågren Jørgensen Lindqvist Lopes Müller Muñoz Núñez Øverland Pereira Rossi Schäfer Silva',
    ),
  },
  {
    share: 3,
    first: words(
      'Anh Bao Daisuke Hiro Jin Jia Kim-Ly Lei Lin Mei Min-Jun Ngoc Phuong Siew-Ling Suki Thuy Wei Xin Yan Yuki',
    ),
    last: words('Chan Chen Cheung Đặng Ho Lam Lau Li Lim Liu Nakamura Nguyễn Ong Phạm Sato Tan Tran Wang Wong Zhang'),
  },
  {
    share: 3,
    first: words(
      'Ayşe Babak Dilan Elif Farid Hassan Leyla Mariam Mehmet Mustafa Noor Omar Reza Roya Samir Shirin Tarek Yael Zahra Zeynep',
    ),
    last: words(
      'Abadi Al-Sayed Aydın Çelik Demir El-Amin Farahani Haddad Hosseini Karimi Khalil Mansour Nasser Öztürk Rahimi Saleh Şahin Tehrani Yılmaz Zand',
    ),
  },
];

export const WELSH: Origin = {
  share: 0,
  first: words(
    'Alun Angharad Bethan Carys Catrin Cerys Dafydd Dilys Elen Elin Ffion Gareth Gethin Gwenllïan Heledd Huw Ifan Iolo Lowri Mared Megan Nerys Nia Owain Rhian Rhodri Rhys Siân Siôn Sioned Steffan Tegwen Tomos Tudur',
  ),
  last: words(
    'Bebb Bevan Bowen Davies ap&Dafydd Edwards Ellis Evans Griffiths Gwilym Howells Hughes James Jenkins Jones Lewis Llewelyn Lloyd-Jones Meredith Morgan Morris-Jones Owen Parry Powell Price Prosser Prydderch Pugh Rees Roberts Tudur Vaughan Williams Wynne',
  ),
};
